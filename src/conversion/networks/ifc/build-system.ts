// One distribution system → a network in the file's own coordinates: segments, valves and movers are links,
// everything else that something flows through is a node, and so is each place where ports are joined.

import { AssumptionList } from '../assumptions.ts';
import type {
  ImportedDevice,
  ImportedNetwork,
  ImportedPipe,
  ImportedValve,
} from '../imported-network.ts';
import { distanceM, lengthOf } from './axis.ts';
import { createElementWords, type ElementWords } from './element-words.ts';
import { findStops, type SystemParts, type SystemStops } from './find-stops.ts';
import type { PointM } from './ifc-source.ts';
import { type Joined, joinStops } from './join-stops.ts';
import { middleOf, NodeList } from './node-list.ts';
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
