// Pipes of one network that cross in plan without a node. Where levels say that one passes over the other, all is
// well and nothing is said.

import Flatbush from 'flatbush';
import type { ImportedPipe } from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import type { NetworkFinding } from './findings.ts';
import type { NetworkPlan, PlanPoint } from './network-plan.ts';

/** Levels farther apart than this pass over each other, m. */
const OVER_M = 0.5;

export function findCrossings({ network }: PlacedNetwork, plan: NetworkPlan): NetworkFinding[] {
  const segments = network.pipes.flatMap((pipe) => {
    const line = plan.lines.get(pipe.id) ?? [];
    return line.slice(1).map((end, at) => ({ pipe, start: line[at]!, end, at }));
  });
  if (segments.length === 0) return [];
  const boxes = new Flatbush(segments.length);
  for (const { start, end } of segments) {
    boxes.add(
      Math.min(start[0], end[0]),
      Math.min(start[1], end[1]),
      Math.max(start[0], end[0]),
      Math.max(start[1], end[1]),
    );
  }
  boxes.finish();
  const findings: NetworkFinding[] = [];
  const seen = new Set<string>();
  for (const [row, a] of segments.entries()) {
    const [xs, ys] = [
      [a.start[0], a.end[0]],
      [a.start[1], a.end[1]],
    ];
    const near = boxes.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    for (const other of near) {
      const b = segments[other];
      if (other <= row || !b || b.pipe === a.pipe || shareNode(a.pipe, b.pipe)) continue;
      const crossing = cross(a.start, a.end, b.start, b.end);
      if (!crossing) continue;
      const key = [a.pipe.id, b.pipe.id].sort().join('\n');
      const apart = Math.abs(
        levelAt(a.pipe, a.at, crossing.shareA) - levelAt(b.pipe, b.at, crossing.shareB),
      );
      if (apart > OVER_M || seen.has(key)) continue;
      seen.add(key);
      findings.push(toFinding(a.pipe, b.pipe, crossing.point, plan));
    }
  }
  return findings;
}

const toFinding = (
  a: ImportedPipe,
  b: ImportedPipe,
  point: PlanPoint,
  plan: NetworkPlan,
): NetworkFinding => ({
  kind: 'crossing',
  table: 'pipes',
  id: a.id,
  placeDeg: plan.toDegrees(point),
  text: {
    en: `Pipes ${a.id} and ${b.id} cross without a node, and no level says that one passes over the other.`,
    zh: `管段 ${a.id} 与 ${b.id} 交叉但无节点，且标高未表明二者上下错开。`,
  },
  repair: { kind: 'cross', pipes: [a.id, b.id] },
});

const shareNode = (a: ImportedPipe, b: ImportedPipe): boolean =>
  a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to;

/** NaN where a level is not known: then nothing keeps them apart. */
function levelAt({ line }: ImportedPipe, segment: number, share: number): number {
  const [from, to] = [line[segment]?.[2] ?? Number.NaN, line[segment + 1]?.[2] ?? Number.NaN];
  return from + (to - from) * share;
}

/** Where two segments cross strictly inside both. */
export function cross(a: PlanPoint, b: PlanPoint, c: PlanPoint, d: PlanPoint) {
  const [abX, abY] = [b[0] - a[0], b[1] - a[1]];
  const [cdX, cdY] = [d[0] - c[0], d[1] - c[1]];
  const area = abX * cdY - abY * cdX;
  if (area === 0) return undefined;
  const shareA = ((c[0] - a[0]) * cdY - (c[1] - a[1]) * cdX) / area;
  const shareB = ((c[0] - a[0]) * abY - (c[1] - a[1]) * abX) / area;
  if (shareA <= 0 || shareA >= 1 || shareB <= 0 || shareB >= 1) return undefined;
  const point: PlanPoint = [a[0] + abX * shareA, a[1] + abY * shareA];
  return { point, shareA, shareB };
}
