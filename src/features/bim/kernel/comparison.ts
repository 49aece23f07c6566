// Holds two versions of a model against each other by GlobalId, from their tables alone. Equal hashes mean equal
// shape and place, and equal properties; boxes and triangles tell what was only moved from what was rebuilt.

import type { Comparison, Difference, DifferenceKind } from '../contract/comparison.ts';
import { differenceKinds } from '../contract/comparison.ts';
import { nameElement } from './element-name.ts';
import type { ModelData } from './model-data.ts';

type Vector = readonly [number, number, number];

/** Twice what a corner may be off: boxes are 32-bit floats, shapes in steps of 0.1 mm. */
const SAME_M = 1e-3;
/** Share of the shapes in both versions that must have moved the same way for it to be another origin. */
const SHIFT_SHARE = 0.6;

export function compareModels(before: ModelData, after: ModelData): Comparison {
  const pairs = pairUp(before, after);
  const moves = pairs.both.map(([old, now]) => moveOf(before, old, after, now));
  const shiftM = commonShift(moves);
  const counts: Record<DifferenceKind | 'same', number> = {
    ...{ added: 0, removed: 0, geometry: 0, moved: 0, properties: 0, same: 0 },
  };
  const differences: Difference[] = [];
  const note = (difference: Difference) => {
    counts[difference.kind]++;
    differences.push(difference);
  };
  for (const row of pairs.added)
    note(describe(after, row, { kind: 'added', after: row + after.base }));
  for (const row of pairs.removed) {
    note(describe(before, row, { kind: 'removed', before: row + before.base }));
  }
  for (const [at, [old, now]] of pairs.both.entries()) {
    const geometry = geometryChange(moves[at]!, shiftM ?? [0, 0, 0]);
    const hasProperties = !isSameDescription(before, old, after, now);
    const kind = geometry?.kind ?? (hasProperties ? 'properties' : undefined);
    if (!kind) {
      counts.same++;
      continue;
    }
    note(
      describe(after, now, {
        ...{ kind, hasProperties, before: old + before.base, after: now + after.base },
        moveM: geometry?.moveM,
      }),
    );
  }
  differences.sort(
    (a, b) =>
      differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind) || compareName(a, b),
  );
  return { before: before.id, after: after.id, differences, counts, shiftM };
}

const compareName = (a: Difference, b: Difference) =>
  a.class < b.class ? -1 : a.class > b.class ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function describe(
  data: ModelData,
  row: number,
  found: Pick<Difference, 'kind'> & Partial<Difference>,
): Difference {
  const storey = data.storeys[data.elements.storey[row]!];
  return {
    globalId: data.elements.globalId.at(row),
    hasProperties: false,
    before: undefined,
    after: undefined,
    moveM: undefined,
    name: nameElement(data, row),
    class: data.className(row),
    storey: storey?.name ?? '',
    ...found,
  };
}

interface Pairs {
  readonly both: (readonly [before: number, after: number])[];
  readonly added: number[];
  readonly removed: number[];
}

/** Rows by GlobalId; where a file has one twice, the first goes with the first. */
function pairUp(before: ModelData, after: ModelData): Pairs {
  const waiting = new Map<string, number[]>();
  for (let row = before.count - 1; row >= 0; row--) {
    const id = before.elements.globalId.at(row);
    const known = waiting.get(id);
    if (known) known.push(row);
    else waiting.set(id, [row]);
  }
  const pairs: Pairs = { both: [], added: [], removed: [] };
  for (let row = 0; row < after.count; row++) {
    const old = waiting.get(after.elements.globalId.at(row))?.pop();
    if (old === undefined) pairs.added.push(row);
    else pairs.both.push([old, row]);
  }
  for (const rows of waiting.values()) pairs.removed.push(...rows);
  pairs.removed.sort((a, b) => a - b);
  return pairs;
}

/** `none`: neither has a shape; a way: the same shape moved by it; `rebuilt`: another shape. */
type Move = 'none' | 'rebuilt' | { readonly wayM: Vector; readonly isExact: boolean };

function moveOf(before: ModelData, old: number, after: ModelData, now: number): Move {
  const [a, b] = [before.elements, after.elements];
  const [hadMesh, hasMesh] = [before.hasMesh(old), after.hasMesh(now)];
  if (!hadMesh && !hasMesh) return 'none';
  if (hadMesh !== hasMesh) return 'rebuilt';
  if (isSameHash(a.geometryHash, old, b.geometryHash, now)) {
    return { wayM: [0, 0, 0], isExact: true };
  }
  if (a.triangles[old] !== b.triangles[now]) return 'rebuilt';
  const way: [number, number, number] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis++) {
    const low = b.least[3 * now + axis]! - a.least[3 * old + axis]!;
    const high = b.greatest[3 * now + axis]! - a.greatest[3 * old + axis]!;
    if (!(Math.abs(low - high) <= SAME_M)) return 'rebuilt';
    way[axis] = (low + high) / 2;
  }
  return { wayM: way, isExact: false };
}

/** The way that most shapes went, where most of them went the same: the file counts from another point now. */
function commonShift(moves: readonly Move[]): Vector | undefined {
  const votes = new Map<string, { count: number; wayM: Vector }>();
  let shapes = 0;
  for (const move of moves) {
    if (move === 'none') continue;
    shapes++;
    if (move === 'rebuilt') continue;
    const key = move.wayM.map((value) => Math.round(value / SAME_M)).join();
    const vote = votes.get(key);
    if (vote) vote.count++;
    else votes.set(key, { count: 1, wayM: move.wayM });
  }
  let best: { count: number; wayM: Vector } | undefined;
  for (const vote of votes.values()) if (!best || vote.count > best.count) best = vote;
  // A handful of elements that moved together are a change, not another origin.
  if (!best || shapes < 4 || best.count < SHIFT_SHARE * shapes) return undefined;
  return Math.hypot(...best.wayM) > SAME_M ? best.wayM : undefined;
}

function geometryChange(
  move: Move,
  shiftM: Vector,
): { readonly kind: 'geometry' | 'moved'; readonly moveM?: Vector } | undefined {
  if (move === 'none') return undefined;
  if (move === 'rebuilt') return { kind: 'geometry' };
  const moveM: Vector = [
    move.wayM[0] - shiftM[0],
    move.wayM[1] - shiftM[1],
    move.wayM[2] - shiftM[2],
  ];
  if (Math.hypot(...moveM) > 2 * SAME_M) return { kind: 'moved', moveM };
  const isShifted = Math.hypot(...shiftM) > 0;
  // Where the whole file was shifted, hashes are others too and boxes have to do.
  return move.isExact || isShifted ? undefined : { kind: 'geometry' };
}

function isSameDescription(before: ModelData, old: number, after: ModelData, now: number): boolean {
  const [a, b] = [before.elements, after.elements];
  return (
    before.className(old) === after.className(now) &&
    isSameHash(a.propertyHash, old, b.propertyHash, now)
  );
}

const isSameHash = (a: Uint32Array, old: number, b: Uint32Array, now: number): boolean =>
  a[2 * old] === b[2 * now] && a[2 * old + 1] === b[2 * now + 1];
