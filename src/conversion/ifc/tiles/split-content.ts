// What of a tile becomes instances and what is baked into meshes. A group of instances costs a draw call and
// about 900 bytes of JSON, so only groups that save more than that are made, and no more than fit.

import type { ModelParts } from './model-parts.ts';

/** Placed rows of a tile. */
export interface TileRows {
  /** Drawn with their shape. */
  readonly meshes: Uint32Array;
  /** Drawn as the box around their shape. */
  readonly boxes: Uint32Array;
}

export interface TileSplit {
  readonly instanced: readonly InstanceGroup[];
  readonly meshes: readonly BakedMesh[];
}

export interface InstanceGroup {
  /** Of the shape that is drawn; `box`: the box around each row's own shape. */
  readonly variant: number | 'box';
  /** Placed rows, all of one colour. */
  readonly rows: readonly number[];
}

export interface BakedMesh {
  readonly mode: 'triangles' | 'lines';
  readonly isTranslucent: boolean;
  /** Fits into 16 bits of millimetres around its middle; else positions are f32. */
  readonly isShort: boolean;
  readonly rows: readonly number[];
}

/** Vertices that a group has to save. */
const LEAST_SAVING = 120;
const MOST_GROUPS = 72;
/** What 16 bits of 1 mm hold, with room for the rounding. */
const SHORT_EXTENT_M = 65;
const CELL_M = SHORT_EXTENT_M / 2;

export function splitContent(parts: ModelParts, content: TileRows): TileSplit {
  const [meshes, boxes] = [byElement(parts, content.meshes), byElement(parts, content.boxes)];
  const colourOf = colourReader(parts.rgba);
  const groups = groupBy(meshes, (row) => `${parts.placing.variantOf[row]} ${colourOf(row)}`);
  const boxGroups = groupBy(boxes, (row) => `${colourOf(row)}`);
  const candidates = [...groups.values()]
    .map((group) => ({ group, saving: savingOf(parts, group) }))
    .filter(({ saving }) => saving >= LEAST_SAVING)
    .sort((a, b) => b.saving - a.saving || a.group[0]! - b.group[0]!)
    .slice(0, MOST_GROUPS);
  const isInstanced = new Set(candidates.map(({ group }) => group));
  const baked = [...groups.values()].filter((group) => !isInstanced.has(group)).flat();
  return {
    instanced: [
      ...[...boxGroups.values()].map((group) => ({ variant: 'box' as const, rows: group })),
      ...candidates.map(({ group }) => ({
        variant: parts.placing.variantOf[group[0]!]!,
        rows: group,
      })),
    ],
    meshes: toMeshes(parts, byElement(parts, Uint32Array.from(baked))),
  };
}

/** Numbers of elements that ascend pack best. */
const byElement = ({ elementOf }: ModelParts, rows: Uint32Array): Uint32Array =>
  rows.toSorted((a, b) => elementOf[a]! - elementOf[b]! || a - b);

const colourReader = ({ buffer, byteOffset, length }: Uint8Array) => {
  const colours = new Uint32Array(buffer, byteOffset, length / 4);
  return (row: number) => colours[row]!;
};

function groupBy(rows: Uint32Array, keyOf: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function savingOf(parts: ModelParts, group: readonly number[]): number {
  const { vertexCount, mode, least, greatest } = parts.shapes[parts.placing.variantOf[group[0]!]!]!;
  const isShort = least.every((low, axis) => greatest[axis]! - low <= SHORT_EXTENT_M);
  return mode === 'triangles' && isShort ? (group.length - 1) * vertexCount : 0;
}

function toMeshes(parts: ModelParts, rows: Uint32Array): BakedMesh[] {
  const meshes = new Map<string, { sample: Omit<BakedMesh, 'rows'>; rows: number[] }>();
  const all = extentOf(parts, rows);
  for (const row of rows) {
    const { mode } = parts.shapes[parts.placing.variantOf[row]!]!;
    const isTranslucent = parts.rgba[row * 4 + 3]! < 255;
    const isShort = all <= SHORT_EXTENT_M || extentOf(parts, [row]) <= CELL_M;
    const cell = isShort && all > SHORT_EXTENT_M ? cellOf(parts.boxes, row) : '';
    const key = `${mode} ${isTranslucent} ${isShort} ${cell}`;
    const mesh = meshes.get(key);
    if (mesh) mesh.rows.push(row);
    else meshes.set(key, { sample: { mode, isTranslucent, isShort }, rows: [row] });
  }
  return [...meshes.values()].map(({ sample, rows: own }) => ({ ...sample, rows: own }));
}

function extentOf({ boxes }: ModelParts, rows: Iterable<number>): number {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    for (let axis = 0; axis < 3; axis++) {
      box[axis] = Math.min(box[axis]!, boxes[row * 6 + axis]!);
      box[3 + axis] = Math.max(box[3 + axis]!, boxes[row * 6 + 3 + axis]!);
    }
  }
  return Math.max(box[3]! - box[0]!, box[4]! - box[1]!, box[5]! - box[2]!);
}

function cellOf(boxes: Float64Array, row: number): string {
  const middle = (axis: number) => (boxes[row * 6 + axis]! + boxes[row * 6 + 3 + axis]!) / 2;
  return [0, 1, 2].map((axis) => Math.floor(middle(axis) / CELL_M)).join(' ');
}
