// What steering makes of a scenario.

import type { FloodScenario } from '#features/flood/contract.ts';
import type { LoggedSteering } from '../protocol.ts';

/** A part with a known id takes the place of the old one. */
export function steerScenario(
  scenario: FloodScenario,
  steering: LoggedSteering['steering'],
): FloodScenario {
  if (steering.act === 'remove') return without(scenario, steering.id);
  const { source, structure } = steering;
  let next = scenario;
  if (source) {
    next = without(next, source.id);
    next = { ...next, sources: [...next.sources, source] };
  }
  if (structure) {
    next = without(next, structure.id);
    next = { ...next, structures: [...next.structures, structure] };
  }
  return next;
}

const without = (scenario: FloodScenario, id: string): FloodScenario => ({
  ...scenario,
  sources: scenario.sources.filter((one) => one.id !== id),
  structures: scenario.structures.filter((one) => one.id !== id),
});

export const hasPart = ({ sources, structures }: FloodScenario, id: string): boolean =>
  sources.some((one) => one.id === id) || structures.some((one) => one.id === id);
