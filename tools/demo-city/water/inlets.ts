// How an area of the main zone is fed: from the transmission mains through one metered inlet, in low areas with a
// pressure-reducing valve behind the meter; a second inlet is there but shut.

import { distance } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { MeteredArea } from './districts-metered.ts';
import type { Draft, DraftArea, PipePlan } from './draft.ts';
import type { ServedStreets } from './served-streets.ts';
import type { Transmission } from './transmission.ts';

/** Areas whose highest customer lies lower than this get a pressure-reducing valve, m. */
export const lowGroundM = 8.5;
/** Total head behind the reducing valves, m. */
const lowHeadM = 45;

export const transmissionNode = (graph: StreetGraph, crossing: number): string =>
  graph.nodes[crossing]!.id.replace('X-', 'WT-');

export function addInlets(
  draft: Draft,
  graph: StreetGraph,
  served: ServedStreets,
  transmission: Transmission,
  { nodes }: MeteredArea,
  area: DraftArea,
): void {
  const places = nodes.filter((node) => served.nodes[node]!.crossing !== undefined);
  const at = (node: number) => graph.nodes[served.nodes[node]!.crossing!]!.at;
  const weight = (node: number) => served.people[node]! + 1e-6;
  const total = nodes.reduce((sum, node) => sum + weight(node), 0);
  const centre = places.reduce(
    (sum, node) => ({
      x: sum.x + (at(node).x * weight(node)) / total,
      y: sum.y + (at(node).y * weight(node)) / total,
    }),
    { x: 0, y: 0 },
  );
  const { costs } = transmission.ways();
  const costOf = (node: number, off: number) => 3 * costs[served.nodes[node]!.crossing!]! + off;
  const best = (candidates: readonly number[], offOf: (node: number) => number): number =>
    candidates.reduce((least, node) =>
      costOf(node, offOf(node)) < costOf(least, offOf(least)) ? node : least,
    );
  const first = best(places, (node) => distance(at(node), centre));
  const far = places.filter((node) => distance(at(node), at(first)) > 250);
  const second = far.length === 0 ? undefined : best(far, (node) => distance(at(node), at(first)));

  const number = area.id.replace('DMA-', '');
  const open = (node: number, id: string, isClosed: boolean): PipePlan => {
    const crossing = served.nodes[node]!.crossing!;
    transmission.reach(crossing);
    return {
      ...{ id, from: transmissionNode(graph, crossing), to: served.nodes[node]!.id },
      ...{ role: 'inlet', course: { kind: 'straight' }, lengthM: 3, year: 2009, chance: 0.95 },
      ...{ leastMm: 150, isClosed, dma: area.id },
    };
  };
  const inlet = open(first, `IN-${number}`, false);
  if (area.zone === 'low') {
    const chamber = `WI-${number}`;
    const { x, y } = at(first);
    const groundM = at(first).z;
    draft.nodes.push({
      ...{ id: chamber, kind: 'junction', at: { x, y }, elevationM: groundM - 1.3 },
      ...{
        crossing: served.nodes[first]!.crossing,
        dma: area.id,
        role: 'distribution',
        demands: [],
      },
    });
    draft.pipes.push({ ...inlet, to: chamber });
    draft.regulators.push({
      ...{ id: `PR-${number}`, from: chamber, to: inlet.to, at: { x, y }, diameterM: 0.25 },
      ...{ settingM: Math.round((lowHeadM - (groundM - 1.3)) * 10) / 10, dma: area.id },
    });
  } else {
    draft.pipes.push(inlet);
  }
  area.inlet = inlet.id;
  if (second === undefined) return;
  const reserve = open(second, `IR-${number}`, true);
  draft.pipes.push(reserve);
  area.reserveInlet = reserve.id;
}
