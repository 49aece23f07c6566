// Ends that lead nowhere, and ends that another node or pipe lies close to without being joined.

import Flatbush from 'flatbush';
import type { ImportedNode, ImportedPipe } from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import type { NetworkFinding, Repair, ReportOptions } from './findings.ts';
import { NearbyPoints } from './nearby.ts';
import { type NearestPoint, type NetworkPlan, nearestOn, type PlanPoint } from './network-plan.ts';

const DRAINS = ['storm', 'sanitary', 'combined'];
/** What a network may end at. */
const ENDS: readonly ImportedNode['kind'][] = [
  ...(['outfall', 'storage', 'tank', 'reservoir', 'customer', 'hydrant'] as const),
  ...(['plant', 'station', 'substation', 'inlet'] as const),
];

export function findEnds(
  { network }: PlacedNetwork,
  plan: NetworkPlan,
  { gapM }: ReportOptions,
): NetworkFinding[] {
  const near = new NearbyPoints(gapM);
  const levelOf = (id: string) => plan.nodes.get(id)?.point[2] ?? Number.NaN;
  for (const { id } of network.nodes) near.add(id, plan.nodeAt(id)!);
  const findPipe = createPipeSearch(plan, new Map(network.pipes.map((pipe) => [pipe.id, pipe])));
  const findings: NetworkFinding[] = [];
  const seen = new Set<string>();
  for (const node of network.nodes) {
    const links = plan.linksAt(node.id);
    if (links.length !== 1) continue;
    const at = plan.nodeAt(node.id)!;
    const own = new Set(links.flatMap(({ from, to }) => [from, to]));
    const limitM = isEnd(node) ? gapM / 4 : gapM;
    // What is known to lie well above or below, as in the next storey, is no other half.
    const isBeside = (levelM: number) => !(Math.abs(levelM - levelOf(node.id)) > limitM);
    const other = near.within(at, limitM).find(({ id }) => !own.has(id) && isBeside(levelOf(id)));
    const pipe = other
      ? undefined
      : findPipe(at, limitM, new Set(links.map(({ id }) => id)), node.id, isBeside);
    if (other || pipe) {
      const pair = [node.id, other?.id ?? pipe?.id ?? ''].sort().join('\n');
      if (!seen.has(pair)) findings.push(toGap(node, at, plan, other, pipe));
      seen.add(pair);
    } else if (!ENDS.includes(node.kind) && leadsNowhere(node, network.utility, plan)) {
      findings.push(toDeadEnd(node, at, plan));
    }
  }
  return findings.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

interface Near {
  readonly id: string;
  readonly distanceM: number;
}

function toGap(
  { id }: ImportedNode,
  at: PlanPoint,
  plan: NetworkPlan,
  node: Near | undefined,
  pipe: Near | undefined,
): NetworkFinding {
  const near = node ?? pipe;
  const away = `${(near?.distanceM ?? 0).toFixed(2)} m`;
  const repair: Repair = node
    ? { kind: 'snap', node: id, into: node.id }
    : { kind: 'split', pipe: pipe?.id ?? '', node: id };
  const [what, whatZh] = node ? ['node', '节点'] : ['pipe', '管段'];
  return {
    kind: 'gap',
    table: 'nodes',
    id,
    placeDeg: plan.toDegrees(at),
    text: {
      en: `Node ${id} ends ${away} from ${what} ${near?.id}, and nothing joins them.`,
      zh: `节点 ${id} 距${whatZh} ${near?.id} ${away}，二者未连接。`,
    },
    repair,
  };
}

const toDeadEnd = ({ id }: ImportedNode, at: PlanPoint, plan: NetworkPlan): NetworkFinding => ({
  kind: 'deadEnd',
  table: 'nodes',
  id,
  placeDeg: plan.toDegrees(at),
  text: {
    en: `Node ${id} is a dead end: one pipe reaches it, and it is no outlet, source or customer.`,
    zh: `节点 ${id} 为断头：仅连接一条管段，且非出口、水源或用户。`,
  },
});

/** Where a pipe may end, something else close by is seldom its other half. */
const isEnd = ({ kind, more }: ImportedNode) =>
  ENDS.includes(kind) || Boolean(more?.demand_kg_s) || Boolean(more?.demand_m3s);

/** The head of a sewer is no dead end, its last pipe's lower end is. */
function leadsNowhere({ id, more }: ImportedNode, utility: string, plan: NetworkPlan): boolean {
  const [link] = plan.linksAt(id);
  if (DRAINS.includes(utility)) return link?.to === id;
  return !(typeof more?.demand_m3s === 'number' && more.demand_m3s > 0) && !more?.demand_kg_s;
}

function createPipeSearch(plan: NetworkPlan, pipes: ReadonlyMap<string, ImportedPipe>) {
  const ids = [...plan.lines.keys()];
  if (ids.length === 0) return () => undefined;
  const boxes = new Flatbush(ids.length);
  for (const line of plan.lines.values()) {
    const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
    boxes.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  boxes.finish();
  return (
    [x, y]: PlanPoint,
    distanceM: number,
    own: ReadonlySet<string>,
    node: string,
    isBeside: (levelM: number) => boolean,
  ) => {
    const found = boxes
      .search(x - distanceM, y - distanceM, x + distanceM, y + distanceM)
      .flatMap((row): Near[] => {
        const id = ids[row] ?? '';
        const line = plan.lines.get(id);
        if (own.has(id) || !line || plan.linksAt(node).some((link) => link.id === id)) return [];
        const nearest = nearestOn(line, [x, y]);
        const isNear = nearest.distanceM <= distanceM && isBeside(levelAt(pipes.get(id), nearest));
        return isNear ? [{ id, distanceM: nearest.distanceM }] : [];
      });
    return found.sort((a, b) => a.distanceM - b.distanceM || (a.id < b.id ? -1 : 1))[0];
  };
}

/** NaN where the file does not say. */
function levelAt(pipe: ImportedPipe | undefined, { segment, share }: NearestPoint): number {
  const [from, to] = [pipe?.line[segment]?.[2], pipe?.line[segment + 1]?.[2]];
  return from === undefined || to === undefined ? Number.NaN : from + (to - from) * share;
}
