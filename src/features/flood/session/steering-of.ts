// What has to be done in a run so that it computes another scenario from now on.

import type { LoggedSteering } from '#workers/flood/client.ts';
import type { FloodSource, FloodStructure } from '../contract.ts';
import type { FloodRun } from '../state.ts';

type Scenario = FloodRun['scenario'];
type Change =
  | { readonly act: 'remove'; readonly id: string }
  | { readonly act: 'add'; readonly source: FloodSource }
  | { readonly act: 'add'; readonly structure: FloodStructure };

/** The scenario as a log of steering left it. */
export function steeredBy(scenario: Scenario, log: readonly LoggedSteering[]): Scenario {
  let { sources, structures } = scenario;
  const drop = (gone: string | undefined) => {
    sources = sources.filter(({ id }) => id !== gone);
    structures = structures.filter(({ id }) => id !== gone);
  };
  for (const { steering } of log) {
    if (steering.act === 'remove') {
      drop(steering.id);
      continue;
    }
    const { source, structure } = steering;
    drop(source?.id);
    drop(structure?.id);
    if (source) sources = [...sources, source];
    if (structure) structures = [...structures, structure];
  }
  return { ...scenario, sources, structures };
}

/** Parts are known by their ids; one that is another object with the same content has not changed. */
export function steeringOf(told: Scenario, wanted: Scenario): readonly Change[] {
  if (told === wanted) return [];
  const kept = new Set([...wanted.sources, ...wanted.structures].map(({ id }) => id));
  const known = new Map(
    [...told.sources, ...told.structures].map((part) => [part.id, JSON.stringify(part)]),
  );
  const isNews = (part: FloodSource | FloodStructure) =>
    known.get(part.id) !== JSON.stringify(part);
  return [
    ...[...known.keys()]
      .filter((id) => !kept.has(id))
      .map((id) => ({ act: 'remove' as const, id })),
    ...wanted.sources.filter(isNews).map((source) => ({ act: 'add' as const, source })),
    ...wanted.structures.filter(isNews).map((structure) => ({ act: 'add' as const, structure })),
  ];
}
