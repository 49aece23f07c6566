// The collections of a city package → one network: `pipes-<id>`, `nodes-<id>`, `valves-<id>`, `devices-<id>`, one
// GeoJSON feature a line. What is wrong with an element is a fault with its id; the rest stays usable.

import { buildNetwork, type LinkRow, type NodeRow, type ValveRow } from '#model/build-network.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { FaultList, type NetworkFault, type NetworkTable } from './collections/faults.ts';
import { type Feature, parseFeature } from './collections/fields.ts';
import { CollectionLines } from './collections/lines.ts';
import { type NetworkJoint, readDevice, readPipe, utilities } from './collections/links.ts';
import { type ReadNode, readNode } from './collections/nodes.ts';
import { readValve } from './collections/valves.ts';

export type { NetworkFault, NetworkTable } from './collections/faults.ts';
export type { NetworkJoint } from './collections/links.ts';

/** The files as they came; only pipes are always there. */
export interface NetworkCollections {
  readonly id: string;
  readonly name: string;
  readonly isFictional: boolean;
  readonly pipes: Uint8Array;
  readonly nodes?: Uint8Array | undefined;
  readonly valves?: Uint8Array | undefined;
  readonly devices?: Uint8Array | undefined;
}

export interface ReadNetwork {
  readonly network: PipeNetwork;
  /** Devices with one end in another network, which the network itself leaves out. */
  readonly joints: readonly NetworkJoint[];
  readonly faults: readonly NetworkFault[];
  readonly records: NetworkRecords;
}

/** Links: the pipes in the order of their lines, then the devices. Nodes that only pipes name do not exist. */
export function readNetwork(collections: NetworkCollections): ReadNetwork {
  const faults = new FaultList();
  const readers = {
    nodes: new TableReader('nodes', collections.nodes, faults),
    pipes: new TableReader('pipes', collections.pipes, faults),
    devices: new TableReader('devices', collections.devices, faults),
    valves: new TableReader('valves', collections.valves, faults),
  };
  const utility = findUtility(collections);
  const read = readers.nodes.rows((feature) => readNode(feature, utility, faults));
  const nodes = joinHosts(read, readers.nodes.rowOf, faults);
  const known = { rowOf: readers.nodes.rowOf, rows: nodes };
  const joints: NetworkJoint[] = [];
  const links: LinkRow[] = [
    ...readers.pipes.rows((feature) => readPipe(feature, known, utility, faults)),
    ...readers.devices.rows((feature) => readDevice(feature, known, utility, faults, joints)),
  ];
  const linkRowOf = new Map(links.map(({ id }, row) => [id, row]));
  const valves: ValveRow[] = readers.valves.rows((feature) =>
    readValve(feature, { nodeRowOf: readers.nodes.rowOf, linkRowOf, links }, utility, faults),
  );
  const { id, name, isFictional } = collections;
  return {
    network: buildNetwork({ id, name, utility, isFictional, nodes, links, valves }),
    joints,
    faults: faults.all,
    records: new NetworkRecords(readers),
  };
}

type Readers = Readonly<Record<NetworkTable, TableReader>>;

/** The elements' own properties, parsed when asked for. */
export class NetworkRecords {
  readonly #readers: Readers;

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  get byteLength(): number {
    return Object.values(this.#readers).reduce((sum, { lines }) => sum + lines.byteLength, 0);
  }

  /** Properties as the city handed them over, by row of the network's table. */
  properties(table: 'link' | 'node' | 'valve', row: number): Readonly<Record<string, unknown>> {
    const { pipes, devices, nodes, valves } = this.#readers;
    if (table === 'node') return nodes.properties(row);
    if (table === 'valve') return valves.properties(row);
    return row < pipes.count ? pipes.properties(row) : devices.properties(row - pipes.count);
  }
}

class TableReader {
  readonly lines: CollectionLines;
  readonly rowOf = new Map<string, number>();
  readonly #table: NetworkTable;
  readonly #faults: FaultList;
  /** Line of each row. */
  #lineOf = new Uint32Array();

  constructor(table: NetworkTable, bytes: Uint8Array | undefined, faults: FaultList) {
    this.#table = table;
    this.#faults = faults;
    this.lines = new CollectionLines(bytes ?? new Uint8Array());
  }

  get count(): number {
    return this.#lineOf.length;
  }

  /** What `read` makes of each line; an id that was there already is a fault. */
  rows<Row>(read: (feature: Feature) => Row | undefined): Row[] {
    const rows: Row[] = [];
    const lineOf: number[] = [];
    let line = -1;
    for (const text of this.lines.texts()) {
      line++;
      if (text.trim() === '') continue;
      this.#faults.at(this.#table, line + 1, '');
      const feature = parseFeature(text, this.#faults);
      if (!feature) continue;
      this.#faults.at(this.#table, line + 1, feature.id);
      if (this.rowOf.has(feature.id)) {
        this.#faults.leaveOut('is there twice; the first one counts.', '重复出现，以第一个为准。');
        continue;
      }
      const row = read(feature);
      if (row === undefined) continue;
      this.rowOf.set(feature.id, rows.length);
      rows.push(row);
      lineOf.push(line);
    }
    this.#lineOf = Uint32Array.from(lineOf);
    return rows;
  }

  properties(row: number): Readonly<Record<string, unknown>> {
    const line = this.#lineOf[row];
    if (line === undefined) return {};
    return parseFeature(this.lines.read(line), this.#faults)?.properties ?? {};
  }
}

function joinHosts(
  read: readonly ReadNode[],
  rowOf: ReadonlyMap<string, number>,
  faults: FaultList,
): NodeRow[] {
  return read.map(({ host, ...node }, row) => {
    const at = host === undefined ? undefined : rowOf.get(host);
    if (host !== undefined && at === undefined) {
      faults.at('nodes', row + 1, node.id);
      faults.add(`stands at node ${host}, which does not exist.`, `所在节点 ${host} 不存在。`);
    }
    return { ...node, host: at };
  });
}

/** What most of the first pipes say, else what the network is called after. */
function findUtility({ id, pipes }: NetworkCollections): UtilityNetwork {
  const counts = new Map<UtilityNetwork, number>();
  const start = new TextDecoder().decode(pipes.subarray(0, 200_000));
  for (const [, word = ''] of start.matchAll(/"network":\s*"(\w+)"/g)) {
    const utility = utilities.get(word);
    if (utility) counts.set(utility, (counts.get(utility) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const camel = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return most?.[0] ?? utilities.get(camel) ?? 'water';
}
