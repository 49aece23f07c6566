// Sewers that rise the way they are drawn: drawn the wrong way round, or with a wrong invert.

import type { ImportedPipe } from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import type { NetworkFinding, Repair } from './findings.ts';
import { invertLevels } from './invert-levels.ts';
import { lengthOf, type NetworkPlan } from './network-plan.ts';

/** What surveying may be off, m. */
const TOLERANCE_M = 0.005;

export function findSlopes(placed: PlacedNetwork, plan: NetworkPlan): NetworkFinding[] {
  const rising = placed.network.pipes.filter(isRising);
  if (rising.length === 0) return [];
  const levels = invertLevels(placed.network, plan, new Set(rising.map(({ id }) => id)));
  return rising.map((pipe) => toFinding(pipe, plan, levels));
}

function isRising({ network, role, fromInvertM, toInvertM }: ImportedPipe): boolean {
  if (network !== 'storm' && network !== 'sanitary' && network !== 'combined') return false;
  if (role === 'forceMain' || fromInvertM === undefined || toInvertM === undefined) return false;
  return toInvertM > fromInvertM + TOLERANCE_M;
}

function toFinding(
  pipe: ImportedPipe,
  plan: NetworkPlan,
  levels: ReadonlyMap<string, number>,
): NetworkFinding {
  const { id, from, to, fromInvertM = 0, toInvertM = 0 } = pipe;
  const line = plan.lines.get(id) ?? [];
  const riseM = toInvertM - fromInvertM;
  const slope = (100 * riseM) / Math.max(lengthOf(line), 0.01);
  const others = (node: string) => plan.linksAt(node).filter((link) => link.id !== id);
  const isFed = others(from).some((link) => link.to === from);
  const goesOn = others(to).some((link) => link.from === to);
  return {
    kind: 'adverseSlope',
    table: 'pipes',
    id,
    placeDeg: plan.toDegrees(line[0] ?? [0, 0]),
    text: {
      en: `Pipe ${id} rises by ${riseM.toFixed(2)} m (${slope.toFixed(1)} %) from ${fromInvertM.toFixed(2)} to ${toInvertM.toFixed(2)} m.`,
      zh: `管段 ${id} 由 ${fromInvertM.toFixed(2)} m 升至 ${toInvertM.toFixed(2)} m，上升 ${riseM.toFixed(2)} m（${slope.toFixed(1)} %）。`,
    },
    repair: isFed && goesOn ? toInverts(pipe, levels) : { kind: 'reverse', pipe: id },
  };
}

/** Water runs through it this way, so the inverts are wrong: those of its neighbours, where these fall. */
function toInverts(
  { id, from, to }: ImportedPipe,
  levels: ReadonlyMap<string, number>,
): Repair | undefined {
  const [fromInvertM, toInvertM] = [levels.get(from), levels.get(to)];
  if (fromInvertM === undefined || toInvertM === undefined || toInvertM > fromInvertM) {
    return undefined;
  }
  return { kind: 'interpolate', pipe: id, fromInvertM, toInvertM };
}
