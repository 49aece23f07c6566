// Networks for tests, laid out in metres around a place.

import {
  buildNetwork,
  type LinkRow,
  type NetworkPlace,
  type NodeRow,
  type ValveRow,
} from '#model/build-network.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';

export const ORIGIN = { longitudeDeg: 4.5, latitudeDeg: 52, heightM: 0 } as const;

/** Metres east, north and above the origin as longitude, latitude, height; good to a mm within some km. */
export function placeAt(eastM: number, northM: number, upM = 0): NetworkPlace {
  const perDegree = 111_320 * Math.cos((ORIGIN.latitudeDeg * Math.PI) / 180);
  return [
    ORIGIN.longitudeDeg + eastM / perDegree,
    ORIGIN.latitudeDeg + northM / 111_250,
    ORIGIN.heightM + upM,
  ];
}

/** A chain of calls that ends with `build`. */
export function aNetwork(id = 'water', utility: UtilityNetwork = 'water') {
  const nodes: NodeRow[] = [];
  const links: LinkRow[] = [];
  const valves: ValveRow[] = [];
  const rowOf = (node: string) => nodes.findIndex((one) => one.id === node);
  const chain = {
    node(node: string, place: NetworkPlace, more: Partial<NodeRow> = {}) {
      nodes.push({ id: node, kind: 'junction', place, ...more });
      return chain;
    },
    pipe(link: string, from: string, to: string, more: Partial<LinkRow> = {}) {
      links.push({ id: link, from: rowOf(from), to: rowOf(to), innerM: 0.3, wallM: 0.01, ...more });
      return chain;
    },
    valve(valve: string, link: string, node: string, more: Partial<ValveRow> = {}) {
      const row = links.findIndex((one) => one.id === link);
      valves.push({ id: valve, link: row, node: rowOf(node), ...more });
      return chain;
    },
    build: (): PipeNetwork => buildNetwork({ id, utility, nodes, links, valves }),
  };
  return chain;
}
