import type { PlacedNetwork } from '../place-network.ts';
import type { NetworkFinding } from './findings.ts';
import { lengthOf, type NetworkPlan, nearestOn } from './network-plan.ts';

/** Twins in the ground lie farther apart than this, m. */
const APART_M = 0.1;

/** Pipes between the same two nodes that lie on top of each other. */
export function findDuplicates({ network }: PlacedNetwork, plan: NetworkPlan): NetworkFinding[] {
  const byEnds = new Map<string, string[]>();
  const findings: NetworkFinding[] = [];
  for (const { id, from, to } of network.pipes) {
    const key = [from, to].sort().join('\n');
    const line = plan.lines.get(id) ?? [];
    const earlier = byEnds.get(key) ?? [];
    const twin = earlier.find((other) => isSame(line, plan.lines.get(other) ?? []));
    byEnds.set(key, [...earlier, id]);
    if (twin === undefined) continue;
    findings.push({
      kind: 'duplicate',
      table: 'pipes',
      id,
      placeDeg: plan.toDegrees(line[0] ?? [0, 0]),
      text: {
        en: `Pipe ${id} lies where pipe ${twin} does, between the same nodes.`,
        zh: `管段 ${id} 与管段 ${twin} 位置及两端节点相同。`,
      },
      repair: { kind: 'drop', pipe: id },
    });
  }
  return findings;
}

type Line = Parameters<typeof lengthOf>[0];

const isSame = (a: Line, b: Line): boolean =>
  Math.abs(lengthOf(a) - lengthOf(b)) <= APART_M &&
  a.every((point) => nearestOn(b, point).distanceM <= APART_M);
