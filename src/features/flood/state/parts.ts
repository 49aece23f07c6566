// The parts of a scenario as one list, whatever field of it they stand in.

import type { FloodScenario, FloodSource, FloodStructure, PlaceDeg } from '../contract.ts';

export type ScenarioPart = FloodSource | FloodStructure;
export type PartKind = ScenarioPart['kind'];

const structureKinds: ReadonlySet<string> = new Set(['barrier', 'pump', 'culvert', 'gate']);

export const isStructure = (part: ScenarioPart): part is FloodStructure =>
  structureKinds.has(part.kind);

export const partsOf = ({
  sources,
  structures,
}: Pick<FloodScenario, 'sources' | 'structures'>): readonly ScenarioPart[] => [
  ...sources,
  ...structures,
];

/** Adds the part, or puts it in the place of the one with its id. */
export function withPart(scenario: FloodScenario, part: ScenarioPart): FloodScenario {
  return isStructure(part)
    ? { ...scenario, structures: replaced(scenario.structures, part) }
    : { ...scenario, sources: replaced(scenario.sources, part) };
}

export const withoutPart = (scenario: FloodScenario, id: string): FloodScenario => ({
  ...scenario,
  sources: scenario.sources.filter((one) => one.id !== id),
  structures: scenario.structures.filter((one) => one.id !== id),
});

function replaced<Part extends ScenarioPart>(list: readonly Part[], part: Part): readonly Part[] {
  return list.some(({ id }) => id === part.id)
    ? list.map((one) => (one.id === part.id ? part : one))
    : [...list, part];
}

/** Where it lies: the corners that were drawn; none of rain on everything. */
export function placesOf(part: ScenarioPart): readonly PlaceDeg[] {
  switch (part.kind) {
    case 'rain':
      return part.area ?? [];
    case 'dam-break':
      return part.area;
    case 'burst':
      return [part.at];
    case 'pump':
      return part.to ? [part.from, part.to] : [part.from];
    case 'culvert':
      return [part.from, part.to];
    default:
      return part.line;
  }
}

/** The same part at other corners. */
export function atPlaces<Part extends ScenarioPart>(part: Part, places: readonly PlaceDeg[]): Part;
export function atPlaces(part: ScenarioPart, places: readonly PlaceDeg[]): ScenarioPart {
  const [first, second] = places;
  if (!first) return part;
  switch (part.kind) {
    case 'rain':
    case 'dam-break':
      return { ...part, area: places };
    case 'burst':
      return { ...part, at: first };
    case 'pump': {
      const { to: _, ...rest } = part;
      return { ...rest, from: first, ...(second && { to: second }) };
    }
    case 'culvert':
      return { ...part, from: first, to: second ?? part.to };
    default:
      return { ...part, line: places };
  }
}
