import type { ImportedPipe } from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import type { FindingKind, NetworkFinding, Repair } from './findings.ts';
import { invertLevels } from './invert-levels.ts';
import type { NetworkPlan } from './network-plan.ts';

/** Diameters, materials and inverts that single pipes lack; what no pipe of the file has is no finding. */
export function findUnknowns(placed: PlacedNetwork, plan: NetworkPlan): NetworkFinding[] {
  const { pipes } = placed.network;
  const lacking = (has: (pipe: ImportedPipe) => boolean) =>
    pipes.some(has) ? pipes.filter((pipe) => !has(pipe)) : [];
  const open = lacking(hasInverts);
  const levels = open.length > 0 ? invertLevels(placed.network, plan) : new Map();
  return [
    ...lacking(hasSize).map((pipe) => toFinding('unknownDiameter', pipe, plan, SIZE)),
    ...lacking(({ material }) => material !== undefined).map((pipe) =>
      toFinding('unknownMaterial', pipe, plan, MATERIAL),
    ),
    ...open.map((pipe) => toFinding('unknownInvert', pipe, plan, INVERT, toRepair(pipe, levels))),
  ];
}

const SIZE = ['diameter', '管径'] as const;
const MATERIAL = ['material', '管材'] as const;
const INVERT = ['invert at one end or both', '一端或两端的管底标高'] as const;

const hasSize = ({ innerM, heightM, widthM }: ImportedPipe) =>
  innerM !== undefined || heightM !== undefined || widthM !== undefined;
const hasInverts = ({ fromInvertM, toInvertM }: ImportedPipe) =>
  fromInvertM !== undefined && toInvertM !== undefined;

function toRepair(
  { id, from, to, fromInvertM, toInvertM }: ImportedPipe,
  levels: ReadonlyMap<string, number>,
): Repair | undefined {
  const [start, end] = [fromInvertM ?? levels.get(from), toInvertM ?? levels.get(to)];
  if (start === undefined || end === undefined) return undefined;
  const round = (level: number) => Math.round(level * 1e3) / 1e3;
  return { kind: 'interpolate', pipe: id, fromInvertM: round(start), toInvertM: round(end) };
}

const toFinding = (
  kind: FindingKind,
  { id }: ImportedPipe,
  plan: NetworkPlan,
  [what, whatZh]: readonly [string, string],
  repair?: Repair,
): NetworkFinding => ({
  kind,
  table: 'pipes',
  id,
  placeDeg: plan.toDegrees(plan.lines.get(id)?.[0] ?? [0, 0]),
  text: { en: `Pipe ${id} has no known ${what}.`, zh: `管段 ${id} 的${whatZh}未知。` },
  repair,
});
