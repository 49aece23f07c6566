// A building model → tileset.json and its GLBs.

import { MeshoptEncoder } from 'meshoptimizer';
import type { GeoreferencingReading } from '#contract/bim-model.ts';
import type { Geoid } from '#model/geoid.ts';
import type { ModelGeometry, ModelTables } from '../parts.ts';
import { type CoarseShape, coarsen, coarseReady } from './coarse-shapes.ts';
import { formatModelTile } from './format-model-tile.ts';
import { type BuiltLeaf, type BuiltStorey, formatModelTileset } from './format-model-tileset.ts';
import { boxAround, type ModelParts, middleOf, readModelParts } from './model-parts.ts';
import { planModelTiles, type StoreyPlan } from './plan-model-tiles.ts';
import type { PreparedShape } from './prepared-shape.ts';
import type { TileRows } from './split-content.ts';
import { createTileAnchor } from './tile-anchors.ts';
import { planTileTables } from './tile-columns.ts';

export interface ModelTilesOptions {
  /** How the model stands on the Earth. */
  readonly reading: GeoreferencingReading;
  readonly geoid: Geoid;
  /** Tiles packed by meshopt, as by default, or plain for readers without it. */
  readonly isCompressed?: boolean | undefined;
  /** Called between pieces of work of a few ms to 50 ms; may pause or throw to stop. */
  readonly onTask?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Gets each file as soon as it is made and may take its bytes. */
  readonly onFile?: ((path: string, bytes: Uint8Array) => void) | undefined;
}

export interface ModelTiles {
  /** By path below the model's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Triangles of all shapes, and as often as they are placed. */
  readonly triangles: number;
  readonly placedTriangles: number;
  /** Placed shapes that are not drawn: without extent, or their matrix is no placement. */
  readonly lost: number;
}

const NO_ROWS = new Uint32Array(0);
const TASK_MS = 30;
/** A storey that weighs less is drawn in full from everywhere. */
const LIGHT_BYTES = 48_000;

export async function buildModelTiles(
  geometry: ModelGeometry,
  tables: ModelTables,
  options: ModelTilesOptions,
): Promise<ModelTiles> {
  await Promise.all([MeshoptEncoder.ready, coarseReady]);
  const isCompressed = options.isCompressed ?? true;
  const breathe = createBreath(options.onTask);
  const parts = await readModelParts(geometry, tables.rowOf, breathe);
  const plan = planModelTiles(parts, tables);
  const anchor = createTileAnchor(
    boxAround(parts.boxes, parts.drawn),
    options.reading,
    options.geoid,
  );
  const { full, coarse } = planTileTables(tables);
  const files = new Map<string, Uint8Array>();
  const put = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes);
    options.onFile?.(path, bytes);
  };
  const simplified = new Map<number, CoarseShape>();
  const storeys: BuiltStorey[] = [];
  const total = plan.reduce((sum, { leaves }) => sum + leaves.length + 1, 0);
  let done = 0;
  const build = async (of: ModelParts, rows: TileRows, path: string, table: typeof full) => {
    const { glb, least, greatest } = formatModelTile(of, rows, table, { isCompressed });
    const bytes = glb.length;
    put(path, glb);
    options.onProgress?.(++done, total);
    await breathe();
    return { path, least, greatest, bytes };
  };
  for (const { storey, leaves, hull } of plan) {
    const built: BuiltLeaf[] = [];
    for (const [path, leaf] of nameLeaves(storey, leaves)) {
      const content = { meshes: leaf.rows, boxes: NO_ROWS };
      const tile = await build(parts, content, path, full);
      built.push({ ...tile, discipline: leaf.discipline, transform: anchor(middleOf(tile)) });
    }
    const weight = built.reduce((sum, { bytes }) => sum + bytes, 0);
    const far = weight > LIGHT_BYTES ? coarsen(parts, hull, simplified) : undefined;
    const path = `storey-${storey}.glb`;
    storeys.push({
      storey,
      leaves: built,
      coarse:
        far && far.meshes.length + far.boxes.length > 0
          ? await build(far.parts, far, path, coarse)
          : undefined,
    });
  }
  const tileset = formatModelTileset(storeys, options.reading.placement);
  put('tileset.json', new TextEncoder().encode(JSON.stringify(tileset)));
  return { files, ...countTriangles(parts), lost: parts.lost };
}

function* nameLeaves(storey: number, leaves: StoreyPlan['leaves']) {
  const used = new Map<string, number>();
  for (const leaf of leaves) {
    const number = used.get(leaf.discipline) ?? 0;
    used.set(leaf.discipline, number + 1);
    yield [`storey-${storey}-${leaf.discipline}-${number}.glb`, leaf] as const;
  }
}

function countTriangles({ shapes, placing, drawn }: ModelParts) {
  const trianglesOf = ({ mode, indices }: PreparedShape) =>
    mode === 'triangles' ? indices.length / 3 : 0;
  let placedTriangles = 0;
  for (const row of drawn) placedTriangles += trianglesOf(shapes[placing.variantOf[row]!]!);
  const triangles = shapes.reduce((sum, shape) => sum + trianglesOf(shape), 0);
  return { triangles, placedTriangles };
}

function createBreath(onTask: (() => Promise<void>) | undefined) {
  let last = performance.now();
  return () => {
    if (!onTask || performance.now() - last < TASK_MS) return undefined;
    return onTask().then(() => {
      last = performance.now();
    });
  };
}
