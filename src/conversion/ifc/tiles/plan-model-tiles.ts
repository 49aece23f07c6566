// Which placed shapes go into which tile: by storey, by discipline, then by place until each is light enough.

import type { Discipline } from '#model/discipline.ts';
import type { ModelTables } from '../parts.ts';
import type { ModelParts } from './model-parts.ts';

export interface StoreyPlan {
  /** Place in the model's storeys; their number for what is in none. */
  readonly storey: number;
  readonly leaves: readonly LeafPlan[];
  /** What is seen of the storey from afar; placed rows. */
  readonly hull: Uint32Array;
}

export interface LeafPlan {
  readonly discipline: Discipline;
  /** Placed rows, ascending. */
  readonly rows: Uint32Array;
}

/** A GLB of about 0.6 MB: Cesium unpacks on the main thread. */
const MOST_BYTES = 600_000;
const MOST_ELEMENTS = 4000;
/** Between the middles of elements, m: on one plane the Earth's curve costs 3 mm at the ends. */
const WIDEST_M = 400;

const INSIDE: ReadonlySet<Discipline> = new Set<Discipline>([
  ...(['hvac', 'plumbing', 'electrical', 'fire', 'furnishing'] as const),
]);

export function planModelTiles(
  parts: ModelParts,
  { storeys, storeyOf, disciplineOf }: Pick<ModelTables, 'storeys' | 'storeyOf' | 'disciplineOf'>,
): StoreyPlan[] {
  const groups = new Map<number, Map<Discipline, number[]>>();
  for (const row of parts.drawn) {
    const element = parts.elementOf[row]!;
    const storey = Math.min(storeyOf[element] ?? storeys.length, storeys.length);
    const discipline = disciplineOf[element] ?? 'other';
    const disciplines = groups.get(storey) ?? new Map<Discipline, number[]>();
    groups.set(storey, disciplines);
    const rows = disciplines.get(discipline);
    if (rows) rows.push(row);
    else disciplines.set(discipline, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([storey, disciplines]) => {
      const sorted = [...disciplines].sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        storey,
        hull: hullOf(sorted),
        leaves: sorted.flatMap(([discipline, rows]) =>
          splitByPlace(parts, Uint32Array.from(rows)).map((chunk) => ({ discipline, rows: chunk })),
        ),
      };
    });
}

/** What stands inside is not seen from afar, unless there is nothing else. */
function hullOf(disciplines: readonly (readonly [Discipline, readonly number[]])[]): Uint32Array {
  const solid = disciplines.filter(([discipline]) => discipline !== 'space');
  const outside = solid.filter(([discipline]) => !INSIDE.has(discipline));
  const rows = (outside.length > 0 ? outside : solid).flatMap(([, own]) => own);
  return Uint32Array.from(rows).sort();
}

function splitByPlace(parts: ModelParts, rows: Uint32Array): Uint32Array[] {
  const elements = [...new Set(Array.from(rows, (row) => parts.elementOf[row]!))];
  if (elements.length < 2) return [rows];
  const middles = middlesOf(parts, rows);
  const extent = [0, 1, 2].map((axis) => {
    let [least, most] = [Infinity, -Infinity];
    for (const middle of middles.values()) {
      least = Math.min(least, middle[axis]!);
      most = Math.max(most, middle[axis]!);
    }
    return most - least;
  });
  const widest = Math.max(...extent);
  const isLight = elements.length <= MOST_ELEMENTS && weigh(parts, rows) <= MOST_BYTES;
  if (isLight && widest <= WIDEST_M) return [rows];
  const axis = extent.indexOf(widest);
  const sorted = elements.sort((a, b) => middles.get(a)![axis]! - middles.get(b)![axis]! || a - b);
  const first = new Set(sorted.slice(0, sorted.length >> 1));
  return [true, false].flatMap((isFirst) =>
    splitByPlace(
      parts,
      rows.filter((row) => first.has(parts.elementOf[row]!) === isFirst),
    ),
  );
}

/** Middle of each element's first shape. */
function middlesOf({ elementOf, boxes }: ModelParts, rows: Uint32Array) {
  const middles = new Map<number, readonly number[]>();
  for (const row of rows) {
    if (middles.has(elementOf[row]!)) continue;
    const middle = [0, 1, 2].map(
      (axis) => (boxes[row * 6 + axis]! + boxes[row * 6 + 3 + axis]!) / 2,
    );
    middles.set(elementOf[row]!, middle);
  }
  return middles;
}

/** Bytes of the packed tile, roughly: measured on MiniProject and Office_A, within a third. */
function weigh({ placing, shapes }: ModelParts, rows: Uint32Array): number {
  const uses = new Map<number, number>();
  for (const row of rows) {
    const variant = placing.variantOf[row]!;
    uses.set(variant, (uses.get(variant) ?? 0) + 1);
  }
  let bytes = 0;
  for (const [variant, count] of uses) {
    const { vertexCount, indices } = shapes[variant]!;
    const one = vertexCount * 6 + indices.length * 0.7;
    const isInstanced = (count - 1) * vertexCount >= 200;
    bytes += isInstanced ? one + 900 + count * 14 : one * count;
  }
  return bytes;
}
