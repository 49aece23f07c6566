// Areas on the hills: pumps lift the water from the zone below, and a tower on the highest crossing floats on
// the area.

import { distance } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { MeteredArea, MeteredAreas } from './districts-metered.ts';
import { type Draft, type DraftArea, worksPipe } from './draft.ts';
import type { FreePlaces } from './free-places.ts';
import type { WaterTank } from './network.ts';
import { type PressureZone, pressureZones } from './pressure-zones.ts';
import type { ServedStreets } from './served-streets.ts';
import { diameterOf, fill } from './works.ts';

const depthM = 4.5;
const below = { high: 'main', top: 'high' } as const;

/** Where the water comes from: a node, and its total head. */
export interface Suction {
  readonly node: string;
  readonly headM: number;
  /** Node of the area that the pumps deliver to. */
  readonly into: number;
}

export function addHighArea(
  draft: Draft,
  graph: StreetGraph,
  served: ServedStreets,
  places: FreePlaces,
  { nodes, zone }: MeteredArea,
  area: DraftArea,
  suction: Suction,
  meanM3s: number,
): void {
  if (zone === 'main') return;
  const number = area.id.replace('DMA-', '');
  const tower = addTower(draft, graph, served, places, nodes, area, zone, meanM3s);
  const foot = graph.nodes[served.nodes[suction.into]!.crossing!]!.at;
  const { at, groundM } = places.take(foot, 7);
  const delivery = `JB-${number}`;
  draft.nodes.push({
    ...{ id: delivery, kind: 'junction', at, elevationM: groundM - 1.3, crossing: undefined },
    ...{ dma: area.id, role: 'works', demands: [] },
  });
  for (const pump of [1, 2]) {
    const id = `PB-${number}${'ab'[pump - 1]}`;
    draft.pumps.push({
      ...{ id, name: `Booster ${area.name}, pump ${pump}`, from: suction.node, to: delivery, at },
      ...{
        use: 'booster',
        station: `Booster ${area.name}`,
        flowM3s: Math.max(0.002, meanM3s * 2.3),
      },
      ...{ headM: pressureZones[zone].headM - suction.headM + 6, peakEfficiency: 0.7 },
      ...{ startsOpen: pump === 1 },
    });
    if (pump === 1) fill(draft, id, tower, [11, 22]);
  }
  const inlet = worksPipe(
    `IN-${number}`,
    delivery,
    served.nodes[suction.into]!.id,
    distance(at, foot),
    150,
  );
  draft.pipes.push({ ...inlet, role: 'inlet', dma: area.id });
  area.inlet = inlet.id;
}

function addTower(
  draft: Draft,
  graph: StreetGraph,
  served: ServedStreets,
  places: FreePlaces,
  nodes: readonly number[],
  area: DraftArea,
  zone: PressureZone,
  meanM3s: number,
): WaterTank {
  const crossings = nodes.filter((node) => served.nodes[node]!.crossing !== undefined);
  const levelOf = (node: number) => graph.nodes[served.nodes[node]!.crossing!]!.at.z;
  const top = crossings.reduce((best, node) => (levelOf(node) > levelOf(best) ? node : best));
  const foot = graph.nodes[served.nodes[top]!.crossing!]!.at;
  const place = places.take(foot, 8);
  const id = area.id.replace('DMA-', 'TK-');
  const tower: WaterTank = {
    ...{ id, kind: 'tank', name: `Water tower ${area.name}`, use: 'service', at: place.at },
    ...{ elevationM: pressureZones[zone].headM - depthM, groundM: place.groundM },
    diameterM: diameterOf(Math.max(90, meanM3s * 86_400 * 0.55), depthM),
    ...{ leastLevelM: 0.2, greatestLevelM: depthM, initialLevelM: 4.3 },
  };
  draft.nodes.push(tower);
  const lengthM = distance(place.at, foot) + tower.elevationM - place.groundM;
  draft.pipes.push(worksPipe(`TM-${id}`, id, served.nodes[top]!.id, lengthM, 150));
  return tower;
}

/**
 * Suction for an area without a tank of the zone below inside it: a street main that crosses the border, with
 * the pumps at its upper end. `undefined` where the area touches no area of that zone.
 */
export function findBorder(
  graph: StreetGraph,
  served: ServedStreets,
  { areaOf, areas }: MeteredAreas,
  { zone, nodes }: MeteredArea,
): { readonly edge: number; readonly below: number; readonly above: number } | undefined {
  if (zone === 'main') return undefined;
  const own = new Set(nodes);
  let best: { edge: number; below: number; above: number; score: number } | undefined;
  for (const [edge, chain] of served.chains) {
    const ends = [chain[0]!, chain.at(-1)!] as const;
    for (const [lower, upper] of [ends, [ends[1], ends[0]] as const]) {
      if (chain.length !== 2 || !own.has(upper)) continue;
      const other = areas[areaOf[lower]!]!;
      if (other.zone !== below[zone]) continue;
      const { widthM, lengthM } = graph.edges[edge]!;
      const score = widthM * 10 - lengthM;
      if (!best || score > best.score) best = { edge, below: lower, above: upper, score };
    }
  }
  return best;
}
