// Tables of a network under the streets out of rows: readers and tests say what they know of a node, a link or a
// valve, the rest is "not known" as `pipe-network.ts` says it. SI; places in degrees and metres.

import {
  type HeightSource,
  heightSources,
  type LinkKind,
  type LinkTable,
  linkKinds,
  type NodeKind,
  type NodeTable,
  nodeKinds,
  type PipeNetwork,
  type PipeRole,
  type PipeShape,
  type PipeStatus,
  pipeRoles,
  pipeShapes,
  pipeStatuses,
  type ValveTable,
} from './pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from './utility-network.ts';

/** Longitude, latitude (degrees), height above the ellipsoid (m). */
export type NetworkPlace = readonly [number, number, number];

export interface NodeRow {
  readonly id: string;
  readonly kind: NodeKind;
  readonly place: NetworkPlace;
  readonly groundLevelM?: number | undefined;
  readonly invertLevelM?: number | undefined;
  /** Row of the node that it stands at, where it has no link of its own. */
  readonly host?: number | undefined;
  readonly demand?: number | undefined;
  readonly customers?: number | undefined;
  readonly isCritical?: boolean | undefined;
  readonly isSource?: boolean | undefined;
}

export interface LinkRow {
  readonly id: string;
  /** `pipe` where it isn't said. */
  readonly kind?: LinkKind | undefined;
  /** The network's where it isn't said. */
  readonly utility?: UtilityNetwork | undefined;
  readonly role?: PipeRole | undefined;
  readonly status?: PipeStatus | undefined;
  readonly from: number;
  readonly to: number;
  readonly lengthM?: number | undefined;
  readonly shape?: PipeShape | undefined;
  readonly innerM?: number | undefined;
  readonly widthM?: number | undefined;
  readonly wallM?: number | undefined;
  readonly fromInvertLevelM?: number | undefined;
  readonly toInvertLevelM?: number | undefined;
  readonly coverM?: number | undefined;
  readonly material?: string | undefined;
  readonly year?: number | undefined;
  readonly heightSource?: HeightSource | undefined;
  readonly isClosed?: boolean | undefined;
  readonly isOneWay?: boolean | undefined;
  readonly zone?: string | undefined;
  /** Three numbers a point; from node to node where it isn't said. */
  readonly line?: ArrayLike<number> | undefined;
}

export interface ValveRow {
  readonly id: string;
  readonly link: number;
  readonly node: number;
  readonly isSwitch?: boolean | undefined;
  /** The node's where it isn't said. */
  readonly place?: NetworkPlace | undefined;
  readonly isClosed?: boolean | undefined;
  readonly isOperable?: boolean | undefined;
  readonly exercisedYear?: number | undefined;
  readonly turns?: number | undefined;
  readonly diameterM?: number | undefined;
  readonly access?: string | undefined;
}

export interface NetworkRows {
  readonly id: string;
  readonly name?: string | undefined;
  readonly utility: UtilityNetwork;
  readonly isFictional?: boolean | undefined;
  readonly nodes: readonly NodeRow[];
  readonly links: readonly LinkRow[];
  readonly valves?: readonly ValveRow[] | undefined;
}

/** `LinkTable.zone` of what lies in none. */
export const NO_ZONE = 65535;

export function buildNetwork(rows: NetworkRows): PipeNetwork {
  const nodes = toNodeTable(rows.nodes);
  return {
    id: rows.id,
    name: rows.name ?? rows.id,
    utility: rows.utility,
    isFictional: rows.isFictional ?? false,
    nodes,
    links: toLinkTable(rows.links, rows.utility, nodes.places),
    valves: toValveTable(rows.valves ?? [], nodes.places),
  };
}

const floats = <Row>(rows: readonly Row[], read: (row: Row) => number | undefined, lost = NaN) =>
  Float32Array.from(rows, (row) => read(row) ?? lost);

const flags = <Row>(rows: readonly Row[], read: (row: Row) => boolean | undefined, lost = false) =>
  Uint8Array.from(rows, (row) => Number(read(row) ?? lost));

const codes = <Row, Word extends string>(
  rows: readonly Row[],
  words: readonly Word[],
  read: (row: Row) => Word,
) => {
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return Uint8Array.from(rows, (row) => codeOf.get(read(row)) ?? 0);
};

function toNodeTable(rows: readonly NodeRow[]): NodeTable {
  const places = new Float64Array(3 * rows.length);
  for (const [row, { place }] of rows.entries()) places.set(place, 3 * row);
  return {
    ids: rows.map(({ id }) => id),
    kind: codes(rows, nodeKinds, ({ kind }) => kind),
    places,
    groundLevelM: floats(rows, (row) => row.groundLevelM),
    invertLevelM: floats(rows, (row) => row.invertLevelM),
    host: Uint32Array.from(rows, ({ host }, row) => host ?? row),
    demand: floats(rows, (row) => row.demand, 0),
    customers: Uint32Array.from(rows, (row) => row.customers ?? 0),
    isCritical: flags(rows, (row) => row.isCritical),
    isSource: flags(rows, (row) => row.isSource),
  };
}

function toLinkTable(
  rows: readonly LinkRow[],
  utility: UtilityNetwork,
  places: Float64Array,
): LinkTable {
  const utilities = Object.keys(utilityNetworks);
  const materials = new Dictionary();
  const zones = new Dictionary();
  const lineStart = new Uint32Array(rows.length + 1);
  for (const [row, { line }] of rows.entries()) {
    lineStart[row + 1] = lineStart[row]! + (line ? line.length / 3 : 2);
  }
  const line = new Float64Array(3 * lineStart[rows.length]!);
  for (const [row, { from, to, line: own }] of rows.entries()) {
    const at = 3 * lineStart[row]!;
    if (own) line.set(own, at);
    else {
      line.set(places.subarray(3 * from, 3 * from + 3), at);
      line.set(places.subarray(3 * to, 3 * to + 3), at + 3);
    }
  }
  return {
    ids: rows.map(({ id }) => id),
    kind: codes(rows, linkKinds, ({ kind }) => kind ?? 'pipe'),
    utility: codes(rows, utilities, (row) => row.utility ?? utility),
    role: codes(rows, pipeRoles, ({ role }) => role ?? 'main'),
    status: codes(rows, pipeStatuses, ({ status }) => status ?? 'inService'),
    from: Uint32Array.from(rows, ({ from }) => from),
    to: Uint32Array.from(rows, ({ to }) => to),
    lengthM: floats(rows, (row) => row.lengthM, 0),
    shape: codes(rows, pipeShapes, ({ shape }) => shape ?? 'circle'),
    innerM: floats(rows, (row) => row.innerM),
    widthM: floats(rows, (row) => row.widthM ?? row.innerM),
    wallM: floats(rows, (row) => row.wallM),
    fromInvertLevelM: floats(rows, (row) => row.fromInvertLevelM),
    toInvertLevelM: floats(rows, (row) => row.toInvertLevelM),
    coverM: floats(rows, (row) => row.coverM),
    material: Uint16Array.from(rows, ({ material }) => materials.codeOf(material ?? '')),
    materials: materials.words,
    year: Uint16Array.from(rows, ({ year }) => year ?? 0),
    heightSource: codes(rows, heightSources, ({ heightSource }) => heightSource ?? 'default'),
    isClosed: flags(rows, (row) => row.isClosed),
    isOneWay: flags(rows, (row) => row.isOneWay),
    zone: Uint16Array.from(rows, ({ zone }) => (zone ? zones.codeOf(zone) : NO_ZONE)),
    zones: zones.words,
    lineStart,
    line,
  };
}

function toValveTable(rows: readonly ValveRow[], nodePlaces: Float64Array): ValveTable {
  const places = new Float64Array(3 * rows.length);
  for (const [row, { place, node }] of rows.entries()) {
    places.set(place ?? nodePlaces.subarray(3 * node, 3 * node + 3), 3 * row);
  }
  return {
    ids: rows.map(({ id }) => id),
    isSwitch: flags(rows, (row) => row.isSwitch),
    link: Uint32Array.from(rows, ({ link }) => link),
    node: Uint32Array.from(rows, ({ node }) => node),
    places,
    isClosed: flags(rows, (row) => row.isClosed),
    isOperable: flags(rows, (row) => row.isOperable, true),
    exercisedYear: Uint16Array.from(rows, (row) => row.exercisedYear ?? 0),
    turns: floats(rows, (row) => row.turns),
    diameterM: floats(rows, (row) => row.diameterM),
    access: rows.map(({ access }) => access ?? ''),
  };
}

/** Words in the order of their first use. */
class Dictionary {
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(word: string): number {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.words.length;
      this.words.push(word);
      this.#codes.set(word, code);
    }
    return code;
  }
}
