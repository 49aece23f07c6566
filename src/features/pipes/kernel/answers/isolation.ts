// A closure in the words of the contract: valves in the order of a short way past them, names, indices.

import type { NetworkChanges } from '#model/network-changes.ts';
import { placeAlong } from '#model/network-line.ts';
import { type Closure, isolateLink } from '#simulation/network/isolate.ts';
import type { Reached } from '#simulation/network/reach.ts';
import { planTour } from '#simulation/network/tour.ts';
import type { Isolation, ValveToClose } from '../../contract/incident.ts';
import { toIndex, toKey } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { criticalAmong } from './critical.ts';

export function describeIsolation(
  known: KnownNetwork,
  link: number,
  changes: NetworkChanges,
): Isolation {
  const { network } = known;
  const closure = isolateLink(known, link, changes);
  const id = network.links.ids[link] ?? '';
  const valveName = (valve: number) => {
    const name = network.valves.ids[valve] ?? '';
    return { key: toKey(network.id, 'valve', name), id: name };
  };
  return {
    network: network.id,
    link: toKey(network.id, 'link', id),
    valves: inOrder(known, link, closure, changes),
    passed: closure.passed.map(({ valve, why }) => ({ ...valveName(valve), why })),
    isolated: indicesOf(known, closure.isolated),
    stranded: indicesOf(known, closure.stranded),
    isolatedCustomers: closure.isolatedCustomers,
    strandedCustomers: closure.strandedCustomers,
    critical: [
      ...criticalAmong(known, closure.isolated.nodes, 'isolated'),
      ...criticalAmong(known, closure.stranded.nodes, 'stranded'),
    ],
    drainedM: closure.drainedM,
    drainedM3: closure.drainedM3,
    isIsolable: !closure.hasSource,
  };
}

/** Tables hold single precision: 0.1 stays 0.1. */
const rounded = (value: number) => Number(value.toPrecision(7));

/** The tour begins at the burst, or in the middle of the link where none is told. */
function inOrder(
  { network, base }: KnownNetwork,
  link: number,
  closure: Closure,
  { bursts }: NetworkChanges,
): readonly ValveToClose[] {
  const { line, lineStart, ids } = network.links;
  const share = bursts.find((burst) => burst.link === ids[link])?.share ?? 0.5;
  const [longitude, latitude] = placeAlong(line, share, lineStart[link], lineStart[link + 1]);
  const { valves } = network;
  const places = closure.valves.map(
    (valve) => [valves.places[3 * valve]!, valves.places[3 * valve + 1]!] as const,
  );
  return planTour([longitude, latitude], places).map(({ stop, fromPreviousM }) => {
    const valve = closure.valves[stop]!;
    const id = valves.ids[valve] ?? '';
    return {
      key: toKey(network.id, 'valve', id),
      id,
      index: toIndex(base, { kind: 'valve', row: valve }),
      longitudeDeg: places[stop]![0],
      latitudeDeg: places[stop]![1],
      diameterM: rounded(valves.diameterM[valve]!),
      turns: rounded(valves.turns[valve]!),
      access: valves.access[valve] ?? '',
      exercisedYear: valves.exercisedYear[valve]!,
      fromPreviousM,
    };
  });
}

/** Of marked links and nodes, and of the valves between two of them; ascending. */
export function indicesOf({ base, network }: KnownNetwork, { links, nodes }: Reached): Uint32Array {
  const indices: number[] = [];
  for (let row = 0; row < links.length; row++) if (links[row] === 1) indices.push(base.base + row);
  const first = base.base + base.links;
  for (let row = 0; row < nodes.length; row++) if (nodes[row] === 1) indices.push(first + row);
  for (let row = 0; row < base.valves; row++) {
    const isBetween =
      links[network.valves.link[row]!] === 1 && nodes[network.valves.node[row]!] === 1;
    if (isBetween) indices.push(first + base.nodes + row);
  }
  return Uint32Array.from(indices);
}
