// The shift that brings a network's nearest end onto what others have there: its node and theirs that are nearest.

import Flatbush from 'flatbush';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { degreesOf, middleOf } from './move-network.ts';

export interface Snap {
  readonly eastM: number;
  readonly northM: number;
  readonly upM: number;
  readonly node: string;
  readonly to: string;
  readonly toNetwork: string;
}

/** Undefined where nothing stands within the distance. */
export function findSnap(
  network: PipeNetwork,
  others: readonly PipeNetwork[],
  withinM: number,
): Snap | undefined {
  const { latitudeDeg } = middleOf(network);
  const { eastM, northM } = degreesOf(latitudeDeg);
  const { nodes } = network;
  if (nodes.ids.length === 0) return undefined;
  const index = new Flatbush(nodes.ids.length);
  for (let row = 0; row < nodes.ids.length; row++) {
    const [x, y] = [nodes.places[3 * row]! * eastM, nodes.places[3 * row + 1]! * northM];
    index.add(x, y, x, y);
  }
  index.finish();
  let best: (Snap & { readonly awayM: number }) | undefined;
  for (const other of others) {
    for (let row = 0; row < other.nodes.ids.length; row++) {
      const [x, y] = [
        other.nodes.places[3 * row]! * eastM,
        other.nodes.places[3 * row + 1]! * northM,
      ];
      const reachM = best?.awayM ?? withinM;
      for (const own of index.search(x - reachM, y - reachM, x + reachM, y + reachM)) {
        const [east, north] = [
          x - nodes.places[3 * own]! * eastM,
          y - nodes.places[3 * own + 1]! * northM,
        ];
        const awayM = Math.hypot(east, north);
        if (awayM > withinM || (best && awayM >= best.awayM)) continue;
        const upM = other.nodes.places[3 * row + 2]! - nodes.places[3 * own + 2]!;
        best = {
          ...{ awayM, eastM: east, northM: north, upM: Number.isFinite(upM) ? upM : 0 },
          ...{ node: nodes.ids[own]!, to: other.nodes.ids[row]!, toNetwork: other.name },
        };
      }
    }
  }
  if (!best) return undefined;
  const { awayM: _, ...snap } = best;
  return snap;
}
