import type { LinkRow, NetworkPlace, NodeRow } from '#model/build-network.ts';
import { lineLengthM } from '#model/network-line.ts';
import {
  heightSources,
  type LinkKind,
  linkKinds,
  pipeRoles,
  pipeShapes,
  pipeStatuses,
} from '#model/pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import type { FaultList } from './faults.ts';
import { type Feature, Fields, readLine, readPoint, wordMap } from './fields.ts';

const roles = wordMap(pipeRoles);
const statuses = wordMap(pipeStatuses);
const shapes = wordMap(pipeShapes);
const sources = wordMap(heightSources);
const devices = wordMap(linkKinds);
export const utilities: ReadonlyMap<string, UtilityNetwork> = wordMap(
  Object.keys(utilityNetworks) as UtilityNetwork[],
);
const onOff = new Map([
  ['open', 'open'],
  ['closed', 'closed'],
] as const);

/** Let what flows through from `from` to `to` alone; a transformer feeds the lower voltage. */
const oneWayKinds: readonly LinkKind[] = [
  ...(['pump', 'compressor', 'regulator', 'flapGate', 'transformer', 'heatExchanger'] as const),
];

/** Rows of known nodes by id, to join links to. */
export interface KnownNodes {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: readonly NodeRow[];
}

export function readPipe(
  { id, geometry, properties }: Feature,
  nodes: KnownNodes,
  utility: UtilityNetwork,
  faults: FaultList,
): LinkRow | undefined {
  const fields = new Fields(properties, faults);
  const from = endOf(fields, 'fromNode', nodes, faults);
  const to = endOf(fields, 'toNode', nodes, faults);
  if (from === undefined || to === undefined) return undefined;
  const line = readLine(geometry);
  if (!line) {
    faults.add(
      'has no line as geometry; it is drawn straight from node to node.',
      '没有线坐标，按两端节点直线绘制。',
    );
  }
  const drawn = line ?? [...placeOf(nodes, from), ...placeOf(nodes, to)];
  const innerM = fields.metresOfMm('innerDiameter_mm') ?? fields.metresOfMm('height_mm');
  const lengthM = fields.amount('length_m');
  return {
    id,
    utility: ownUtility(fields, utility, faults),
    role: fields.word('role', roles),
    status: fields.word('status', statuses),
    from,
    to,
    lengthM: lengthM && lengthM > 0 ? lengthM : lineLengthM(drawn),
    shape: fields.word('shape', shapes),
    innerM,
    widthM: fields.metresOfMm('width_mm') ?? innerM,
    wallM: fields.metresOfMm('wall_mm'),
    fromInvertLevelM: fields.number('fromInvert_m'),
    toInvertLevelM: fields.number('toInvert_m'),
    coverM: fields.number('depthOfCover_m'),
    material: fields.text('material') ?? fields.text('materialRaw'),
    year: fields.year('installDate'),
    heightSource: fields.word('zSource', sources),
    isClosed: fields.isTrue('normallyClosed') || fields.word('state', onOff) === 'closed',
    isOneWay: fields.isTrue('checkValve'),
    zone: fields.text('dma') ?? fields.text('zone'),
    line,
  };
}

/** A device with one end in another network: a heat exchanger between supply and return. */
export interface NetworkJoint {
  readonly id: string;
  readonly kind: LinkKind;
  /** Row of the node of this network, and id of the other's; `isFrom`: this network's is where it begins. */
  readonly node: number;
  readonly other: string;
  readonly isFrom: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function readDevice(
  { id, geometry, properties }: Feature,
  nodes: KnownNodes,
  utility: UtilityNetwork,
  faults: FaultList,
  joints: NetworkJoint[],
): LinkRow | undefined {
  const fields = new Fields(properties, faults);
  const kind = fields.word('kind', devices);
  if (kind === undefined) {
    return faults.leaveOut('is of no known kind.', '类型未知。');
  }
  const [fromId, toId] = [fields.text('fromNode'), fields.text('toNode')];
  const [from, to] = [nodes.rowOf.get(fromId ?? ''), nodes.rowOf.get(toId ?? '')];
  const node = from ?? to;
  const isOfHeat = utility === 'heatSupply' || utility === 'heatReturn';
  if (isOfHeat && (from === undefined) !== (to === undefined) && node !== undefined) {
    const isFrom = from !== undefined;
    joints.push({ id, kind, node, other: (isFrom ? toId : fromId) ?? '', isFrom, properties });
    return undefined;
  }
  if (from === undefined || to === undefined) {
    for (const name of ['fromNode', 'toNode']) endOf(fields, name, nodes, faults);
    return undefined;
  }
  const place = readPoint(geometry);
  const ends = [placeOf(nodes, from), placeOf(nodes, to)] as const;
  return {
    id,
    kind,
    utility,
    from,
    to,
    innerM: fields.metresOfMm('diameter_mm') ?? fields.amount('diameter_m'),
    isClosed: (fields.word('state', onOff) ?? fields.word('normalState', onOff)) === 'closed',
    isOneWay: oneWayKinds.includes(kind) || fields.text('valveType') === 'PSV',
    zone: fields.text('dma') ?? fields.text('zone'),
    line: [...ends[0], ...(place ? place : []), ...ends[1]],
  };
}

const placeOf = ({ rows }: KnownNodes, row: number): NetworkPlace =>
  rows[row]?.place ?? [NaN, NaN, NaN];

function endOf(
  fields: Fields,
  name: string,
  { rowOf }: KnownNodes,
  faults: FaultList,
): number | undefined {
  const id = fields.text(name);
  if (id === undefined) return faults.leaveOut(`has no ${name}.`, `缺少 ${name}。`);
  return (
    rowOf.get(id) ??
    faults.leaveOut(`joins node ${id}, which does not exist.`, `连接的节点 ${id} 不存在。`)
  );
}

const drains: readonly UtilityNetwork[] = ['storm', 'sanitary', 'combined'];

/** Drains of several kinds lie in one network; any other difference is a conflict. */
function ownUtility(fields: Fields, utility: UtilityNetwork, faults: FaultList): UtilityNetwork {
  const own = fields.word('network', utilities) ?? utility;
  if (own === utility || (drains.includes(own) && drains.includes(utility))) return own;
  faults.add(
    `is of ${utilityNetworks[own].en} in a network of ${utilityNetworks[utility].en}.`,
    `属于${utilityNetworks[own].zh}，却在${utilityNetworks[utility].zh}网络中。`,
  );
  return own;
}
