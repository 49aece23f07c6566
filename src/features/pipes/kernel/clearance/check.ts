// Which pipes come closer to each other, or to the surface, than the rules allow. A pair that crosses is judged by
// its vertical distance there, any other by the least distance in the plan.

import type {
  ClearanceFinding,
  ClearanceRule,
  FindingKind,
  RuleTable,
} from '../../contract/clearance.ts';
import type { CheckedPipe, Pieces } from './pieces.ts';
import { createNear, findNearest } from './plan-distance.ts';
import { indexRules } from './rules.ts';

interface Worst {
  readonly kind: 'vertical' | 'horizontal';
  readonly gapM: number;
  /** Piece of the first pipe, and share along it, where that is. */
  readonly piece: number;
  readonly share: number;
  /** They overlap in space. */
  readonly isClash: boolean;
}

/** The least distances of one pipe pair so far. */
interface Pair {
  readonly rule: ClearanceRule;
  crossing: Worst | undefined;
  beside: Worst | undefined;
}

export interface CheckedPart {
  readonly findings: ClearanceFinding[];
  readonly pipes: number;
  readonly pairs: number;
}

/** The pipes of one of `parts` equal parts against all others; each pair falls to its first pipe. */
export function checkClearances(
  pieces: Pieces,
  table: RuleTable,
  part: number,
  parts: number,
): CheckedPart {
  const { pipes } = pieces;
  const rules = indexRules(table);
  const covers = new Map(table.covers.map((rule) => [rule.group, rule]));
  const reach = new Map<string, number>();
  for (const { a, b, horizontalM, verticalM } of table.clearances) {
    const least = Math.max(horizontalM || 0, verticalM || 0, 0);
    for (const group of [a, b]) reach.set(group, Math.max(reach.get(group) ?? 0, least));
  }
  const first = Math.floor((pipes.length * part) / parts);
  const end = Math.floor((pipes.length * (part + 1)) / parts);
  const findings: ClearanceFinding[] = [];
  let pairs = 0;
  for (let at = first; at < end; at++) {
    const pipe = pipes[at]!;
    const coverRule = covers.get(pipe.group);
    if (coverRule) {
      const coverM = coverOf(pipe);
      if (coverM < coverRule.coverM - 1e-6) findings.push(toCover(pieces, pipe, coverM, coverRule));
    }
    const found = measurePairs(pieces, at, reach.get(pipe.group) ?? 0, rules);
    pairs += found.size;
    for (const [other, { rule, crossing, beside }] of found) {
      const worst = crossing ?? beside;
      if (!worst) continue;
      const requiredM = worst.kind === 'vertical' ? rule.verticalM : rule.horizontalM;
      if (!worst.isClash && !(worst.gapM < requiredM - 1e-6)) continue;
      findings.push(toFinding(pieces, pipe, pipes[other]!, rule, worst));
    }
  }
  return { findings, pipes: end - first, pairs };
}

/** Later pipes that a rule speaks of and that come within `reachM`, by row. */
function measurePairs(
  { index, ends, pipeOf, pipes, widestM }: Pieces,
  at: number,
  reachM: number,
  rules: ReadonlyMap<string, ClearanceRule>,
): Map<number, Pair> {
  const found = new Map<number, Pair>();
  const pipe = pipes[at]!;
  const margin = reachM + pipe.halfWidthM + widestM;
  const near = createNear();
  const isAsked = (other: number) =>
    pipeOf[other]! > at && rules.has(`${pipe.group}/${pipes[pipeOf[other]!]!.group}`);
  for (let piece = pipe.firstPiece; piece < pipe.endPiece; piece++) {
    const [ax, ay] = [ends[6 * piece]!, ends[6 * piece + 1]!];
    const [bx, by] = [ends[6 * piece + 3]!, ends[6 * piece + 4]!];
    const close =
      index?.search(
        Math.min(ax, bx) - margin,
        Math.min(ay, by) - margin,
        Math.max(ax, bx) + margin,
        Math.max(ay, by) + margin,
        isAsked,
      ) ?? [];
    for (const otherPiece of close) {
      const row = pipeOf[otherPiece]!;
      const other = pipes[row]!;
      let pair = found.get(row);
      if (!pair) {
        const rule = rules.get(`${pipe.group}/${other.group}`)!;
        pair = { rule, crossing: undefined, beside: undefined };
        found.set(row, pair);
      }
      findNearest(ends, piece, otherPiece, near);
      const zA = heightAt(ends, piece, near.shareA);
      const zB = heightAt(ends, otherPiece, near.shareB);
      const high = pipe.halfHeightM + other.halfHeightM;
      const wide = pipe.halfWidthM + other.halfWidthM;
      const share = near.shareA;
      if (near.isCrossing) {
        const gapM = Math.abs(zA - zB) - high;
        if (!pair.crossing || gapM < pair.crossing.gapM) {
          pair.crossing = { kind: 'vertical', gapM, piece, share, isClash: gapM < 0 };
        }
        continue;
      }
      const gapM = near.distanceM - wide;
      if (gapM >= (pair.beside?.gapM ?? Number.POSITIVE_INFINITY)) continue;
      const isClash = Math.hypot(near.distanceM / (wide || 1), (zA - zB) / (high || 1)) < 1;
      pair.beside = { kind: 'horizontal', gapM, piece, share, isClash };
    }
  }
  return found;
}

const heightAt = (ends: Float64Array, piece: number, share: number) =>
  ends[6 * piece + 2]! + share * (ends[6 * piece + 5]! - ends[6 * piece + 2]!);

function toFinding(
  { plane, ends }: Pieces,
  a: CheckedPipe,
  b: CheckedPipe,
  rule: ClearanceRule,
  { kind, gapM, piece, share, isClash }: Worst,
): ClearanceFinding {
  const along = (axis: number) =>
    ends[6 * piece + axis]! + share * (ends[6 * piece + 3 + axis]! - ends[6 * piece + axis]!);
  const found: FindingKind = isClash ? 'clash' : kind;
  return {
    ...{ kind: found, a: a.key, b: b.key, aId: a.id, bId: b.id },
    ...{ aIndex: a.index, bIndex: b.index, aUtility: a.utility, bUtility: b.utility },
    measuredM: gapM,
    requiredM: kind === 'vertical' ? rule.verticalM : rule.horizontalM,
    source: rule.source,
    isToBeConfirmed: rule.isToBeConfirmed,
    isHeightKnown: a.isHeightKnown && b.isHeightKnown,
    longitudeDeg: plane.toLongitude(along(0)),
    latitudeDeg: plane.toLatitude(along(1)),
    heightM: along(2),
  };
}

function toCover(
  { plane, ends }: Pieces,
  pipe: CheckedPipe,
  measuredM: number,
  rule: RuleTable['covers'][number],
): ClearanceFinding {
  const at = 6 * ((pipe.firstPiece + pipe.endPiece - 1) >> 1);
  const middle = (axis: number) => (ends[at + axis]! + ends[at + 3 + axis]!) / 2;
  return {
    ...{ kind: 'cover', a: pipe.key, b: undefined, aId: pipe.id, bId: '' },
    ...{ aIndex: pipe.index, bIndex: -1, aUtility: pipe.utility, bUtility: undefined },
    ...{ measuredM, requiredM: rule.coverM, source: rule.source },
    isToBeConfirmed: rule.isToBeConfirmed,
    isHeightKnown: pipe.isHeightKnown,
    longitudeDeg: plane.toLongitude(middle(0)),
    latitudeDeg: plane.toLatitude(middle(1)),
    heightM: middle(2),
  };
}

/** As the register says, else from the ground levels of its nodes and its inverts; NaN where neither is known. */
function coverOf({ network: { network }, row, halfHeightM }: CheckedPipe): number {
  const { links, nodes } = network;
  const own = links.coverM[row]!;
  if (Number.isFinite(own)) return own;
  const inner = links.innerM[row]!;
  const wall = halfHeightM - inner / 2;
  const start = nodes.groundLevelM[links.from[row]!]! - links.fromInvertLevelM[row]!;
  const end = nodes.groundLevelM[links.to[row]!]! - links.toInvertLevelM[row]!;
  return Math.min(start, end) - inner - wall;
}
