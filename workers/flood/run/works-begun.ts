import type { FloodEvent } from '#features/flood/contract/impact.ts';
import type { FloodScenario } from '#features/flood/contract.ts';

/** Breaches and barriers at work that were not before, as events. */
export function worksBegun(
  { sources, structures }: Pick<FloodScenario, 'sources' | 'structures'>,
  working: ReadonlySet<string>,
  before: ReadonlySet<string> | undefined,
  timeS: number,
): readonly FloodEvent[] {
  return [...sources, ...structures].flatMap(({ id, kind, name }): FloodEvent[] =>
    (kind === 'breach' || kind === 'barrier') && working.has(id) && !before?.has(id)
      ? [{ timeS, kind, name, id }]
      : [],
  );
}
