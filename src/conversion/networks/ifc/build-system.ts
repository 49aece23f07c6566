// One distribution system → a network in the file's own coordinates: segments, valves and movers are links,
// everything else that something flows through is a node, and so is each place where ports are joined.

import type { NodeKind } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { AssumptionList } from '../assumptions.ts';
import type {
  ImportedDevice,
  ImportedNetwork,
  ImportedNode,
  ImportedPipe,
  ImportedValve,
} from '../imported-network.ts';
import { distanceM, lengthOf } from './axis.ts';
import { createElementWords, type ElementWords } from './element-words.ts';
import { findStops, type SystemParts, type SystemStops } from './find-stops.ts';
import type { PointM } from './ifc-source.ts';
import { type Joined, joinStops } from './join-stops.ts';
import { isDrain } from './roles.ts';
import { lengthIn, type PipeSize, sizeOf } from './sizes.ts';
import { pieceOf, type Stop } from './stops.ts';
import { tellAssumptions } from './tell-assumptions.ts';

export type SystemNetwork = Pick<
  ImportedNetwork,
  'nodes' | 'pipes' | 'valves' | 'devices' | 'assumptions'
>;

/** Undefined where the system has no segment that can be placed. */
export function buildSystem(parts: SystemParts): SystemNetwork | undefined {
  const found = findStops(parts);
  if (found.segments.length === 0) return undefined;
  const joined = joinStops(found.stops, {
    hubs: found.hubs.map(({ stops }) => stops),
    hasName: (hub) => found.hubs[hub]?.role.kind !== 'fitting',
    pairs: found.pairs,
    meetM: parts.meetM,
  });
  const words = createElementWords(parts.source, parts.system, found);
  const nodes = new NodeList(parts, found, joined, words);
  const sizes = new Map<number, PipeSize>();
  const pipes = [
    ...toSegments(parts, found, nodes, words, sizes),
    ...toJoints(parts, joined, nodes),
  ];
  const valves: ImportedValve[] = [];
  for (const pipe of toValves(parts, found, nodes, words, sizes, valves)) pipes.push(pipe);
  const devices = toDevices(parts, found, nodes, words);
  valves.push(...valvesAtPlaces(parts, found, nodes, words, pipes));
  const assumptions = new AssumptionList();
  tellAssumptions(assumptions, parts, {
    ...{
      met: joined.met,
      joints: joined.joints.length,
      nodes: nodes.all,
      sizes: [...sizes.values()],
    },
    unsure: found.unsure,
    unplaced: found.unplaced,
  });
  return { nodes: nodes.all, pipes, valves, devices, assumptions: assumptions.all };
}

class NodeList {
  readonly all: ImportedNode[] = [];
  readonly #byGroup = new Map<number, ImportedNode>();
  readonly #stops: readonly Stop[];
  readonly #joined: Joined;

  constructor(parts: SystemParts, found: SystemStops, joined: Joined, words: ElementWords) {
    this.#stops = found.stops;
    this.#joined = joined;
    const groups = new Map<number, number[]>();
    for (const row of found.stops.keys()) {
      const group = joined.groupOf(row);
      groups.set(group, [...(groups.get(group) ?? []), row]);
    }
    const hubOf = new Map(found.hubs.flatMap((hub) => hub.stops.map((row) => [row, hub] as const)));
    const isPaired = new Set(found.pairs.flat());
    for (const [group, rows] of groups) {
      const hubs = [...new Set(rows.flatMap((row) => hubOf.get(row) ?? []))];
      const hub = hubs.find(({ role }) => role.kind !== 'fitting') ?? hubs[0];
      const own = hub ? rows.filter((row) => hubOf.get(row) === hub) : rows;
      const stops = own.flatMap((row) => found.stops[row] ?? []);
      const [first] = stops;
      if (!first) continue;
      const isOpen = rows.length === 1 && !isPaired.has(rows[0] ?? -1);
      const point = middleOf(stops.map((stop) => stop.point));
      const node: ImportedNode = hub
        ? {
            ...words.of(hub.element),
            kind: kindOf(hub.role, stops, parts.system.utility),
            point,
            more: moreOf(hub.role, stops, parts.system.utility, rows, isPaired),
          }
        : {
            ...words.ofStop(first),
            kind: isOpen ? openKind(first, parts.system.utility) : 'junction',
            point,
          };
      this.#byGroup.set(group, node);
      this.all.push(node);
    }
  }

  at(row: number): ImportedNode {
    const node = this.#byGroup.get(this.#joined.groupOf(row));
    if (!node) throw new Error(`Stop ${row} of ${this.#stops.length} has no node.`);
    return node;
  }
}

type HubRole = SystemStops['hubs'][number]['role'];

/** What gives into a system feeds it. In drains it takes part at best. */
function kindOf(role: HubRole, stops: readonly Stop[], utility: UtilityNetwork): NodeKind {
  if (role.kind === 'place') return role.node;
  if (role.kind !== 'equipment') return 'junction';
  if (isDrain(utility)) return 'inlet';
  return stops.some(({ flow }) => flow === 'SOURCE') ? 'plant' : 'customer';
}

function moreOf(
  role: HubRole,
  stops: readonly Stop[],
  utility: UtilityNetwork,
  rows: readonly number[],
  isPaired: ReadonlySet<number>,
) {
  const kind = kindOf(role, stops, utility);
  if (kind === 'customer') return { customers: 1 };
  // A board that another one feeds is no source.
  const isFed = stops.some(({ flow }, at) => flow === 'SINK' && isPaired.has(rows[at] ?? -1));
  return kind === 'station' && isFed ? { source: false } : {};
}

/** What flows in at an open end comes from outside the model; drains give away there. */
function openKind({ flow }: Stop, utility: UtilityNetwork): NodeKind {
  if (isDrain(utility)) return flow === 'SOURCE' ? 'outfall' : 'junction';
  return flow === 'SINK' ? 'station' : 'junction';
}

function middleOf(points: readonly PointM[]): PointM {
  const mean = (axis: 0 | 1 | 2) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1), mean(2)];
}

function toSegments(
  { source, system }: SystemParts,
  { segments, stops, hasPump }: SystemStops,
  nodes: NodeList,
  words: ElementWords,
  sizes: Map<number, PipeSize>,
): ImportedPipe[] {
  const drains = isDrain(system.utility);
  return segments.flatMap(({ element, axis, rows }) => {
    const size = sizeOf(source.propertiesOf(element), axis.section);
    sizes.set(element, size);
    const { standsIn: _, ...across } = size;
    const material = source.materialOf(element);
    const name = words.of(element);
    return rows.slice(1).flatMap((end, at): ImportedPipe[] => {
      const start = rows[at] ?? end;
      const [a, b] = [stops[start], stops[end]];
      if (!a || !b) return [];
      const piece = pieceOf(axis.points, a.alongM, b.alongM);
      const isBack = flowsBack(a, b, drains && !hasPump);
      const [from, to] = isBack
        ? [nodes.at(end), nodes.at(start)]
        : [nodes.at(start), nodes.at(end)];
      const line = toLine(from.point, isBack ? piece.toReversed() : piece, to.point);
      const half = (across.innerM ?? Number.NaN) / 2;
      const level = (point: PointM | undefined) =>
        drains && !hasPump && Number.isFinite(half) && point ? point[2] - half : undefined;
      const ends = isBack ? [piece.at(-1), piece[0]] : [piece[0], piece.at(-1)];
      return [
        {
          ...name,
          id: at === 0 ? name.id : `${name.id}:${at + 1}`,
          network: system.utility,
          ...(drains && hasPump ? { role: 'forceMain' as const } : {}),
          status: 'inService',
          ...{ from: from.id, to: to.id, line, ...across },
          ...(material === '' ? {} : { material, materialRaw: material }),
          fromInvertM: level(ends[0]),
          toInvertM: level(ends[1]),
          zSource: 'surveyed',
          lengthM: lengthOf(piece),
        },
      ];
    });
  });
}

/** Whether it flows against the axis: as the ports say, else downhill where it is a drain. */
function flowsBack(start: Stop, end: Stop, isGravity: boolean): boolean {
  const said = (start.flow === 'SOURCE' ? 1 : 0) + (end.flow === 'SINK' ? 1 : 0);
  const against = (start.flow === 'SINK' ? 1 : 0) + (end.flow === 'SOURCE' ? 1 : 0);
  if (said !== against) return said > against;
  return isGravity && end.point[2] > start.point[2] + 1e-6;
}

const SAME_M = 1e-3;

/** As far as the nodes, so that nothing is open where a bend or tee lies between. */
function toLine(from: PointM, piece: readonly PointM[], to: PointM): PointM[] {
  const [first = from, last = to] = [piece[0], piece.at(-1)];
  return [
    ...(distanceM(from, first) > SAME_M ? [from] : []),
    ...piece,
    ...(distanceM(last, to) > SAME_M ? [to] : []),
  ];
}

function toJoints({ system }: SystemParts, { joints }: Joined, nodes: NodeList): ImportedPipe[] {
  return joints.map(([one, other]) => {
    const [from, to] = [nodes.at(one), nodes.at(other)];
    const line = [from.point, to.point];
    return {
      ...{ id: `${from.id} – ${to.id}`, at: `${from.at}, ${to.at}`, network: system.utility },
      ...{ status: 'inService', from: from.id, to: to.id, line, shape: 'circle' },
      ...{ zSource: 'surveyed', lengthM: Math.max(SAME_M, lengthOf(line)) },
    };
  });
}

/** The body of a valve is a piece of pipe, so that it closes whatever lies on both sides. */
function toValves(
  { source, system }: SystemParts,
  { valves: found, stops, pairs, segments }: SystemStops,
  nodes: NodeList,
  words: ElementWords,
  sizes: Map<number, PipeSize>,
  valves: ImportedValve[],
): ImportedPipe[] {
  const ownerOf = new Map(
    segments.flatMap(({ element, rows }) => rows.map((row) => [row, element])),
  );
  return found.flatMap(({ element, role, rows: [one = 0, other = 0] }): ImportedPipe[] => {
    const [a, b] = [stops[one], stops[other]];
    if (!a || !b) return [];
    const isBack = flowsBack(a, b, false);
    const [from, to] = isBack ? [nodes.at(other), nodes.at(one)] : [nodes.at(one), nodes.at(other)];
    const piece = isBack ? [b.point, a.point] : [a.point, b.point];
    const properties = source.propertiesOf(element);
    const neighbour = pairs.flatMap((pair) =>
      pair.includes(one) || pair.includes(other)
        ? pair.flatMap((row) => sizes.get(ownerOf.get(row) ?? 0)?.innerM ?? [])
        : [],
    );
    const innerM = lengthIn(properties, /^(nominal)?(diameter|size)$/) ?? neighbour[0];
    const isClosed = properties.get('IsNormallyOpen') === false;
    const name = words.of(element);
    if (!role.isOneWay) {
      const point = middleOf(piece);
      valves.push({ ...name, link: name.id, node: from.id, isClosed, point });
    }
    return [
      {
        ...{ ...name, network: system.utility, status: 'inService' },
        ...{ from: from.id, to: to.id, line: toLine(from.point, piece, to.point) },
        ...{
          shape: 'circle',
          innerM,
          zSource: 'surveyed',
          lengthM: Math.max(SAME_M, lengthOf(piece)),
        },
        isOneWay: role.isOneWay || undefined,
      },
    ];
  });
}

function toDevices(
  { source }: SystemParts,
  { devices, stops }: SystemStops,
  nodes: NodeList,
  words: ElementWords,
): ImportedDevice[] {
  return devices.flatMap(({ element, role, rows: [one = 0, other = 0] }): ImportedDevice[] => {
    const [a, b] = [stops[one], stops[other]];
    if (!a || !b) return [];
    const isBack = flowsBack(a, b, false);
    return [
      {
        ...words.of(element),
        kind: role.link,
        from: nodes.at(isBack ? other : one).id,
        to: nodes.at(isBack ? one : other).id,
        isClosed: false,
        point: middleOf([a.point, b.point]),
        diameterM: lengthIn(source.propertiesOf(element), /^(nominal)?(diameter|size)$/),
      },
    ];
  });
}

/** Valves without two ports sit where their place is, on one of the pipes that meet there. */
function valvesAtPlaces(
  { source }: SystemParts,
  { hubs }: SystemStops,
  nodes: NodeList,
  words: ElementWords,
  pipes: readonly ImportedPipe[],
): ImportedValve[] {
  return hubs.flatMap(({ element, isValve, stops: [row] }): ImportedValve[] => {
    if (!isValve || row === undefined) return [];
    const node = nodes.at(row);
    const link = pipes.find(({ from, to }) => from === node.id || to === node.id);
    if (!link) return [];
    const isClosed = source.propertiesOf(element).get('IsNormallyOpen') === false;
    return [{ ...words.of(element), link: link.id, node: node.id, isClosed, point: node.point }];
  });
}
