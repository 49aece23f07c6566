// Turns the quadtree into tiles to build: leaves with every feature, and coarse parents whose blocks stand
// for the features below them until a person comes closer.

import { type CityFeatures, MEAN_RADIUS } from '../city-features.ts';
import { TASK_VALUES, type TileTask } from './build-tile.ts';
import { createQuadtree, type TileNode, type TreeLimits } from './quadtree.ts';

/** West, south, east, north (rad), least and greatest height (m). */
export type Region = readonly [number, number, number, number, number, number];

export interface PlannedTile {
  readonly region: Region;
  /** How wrong the tile looks in place of its children, m. */
  readonly geometricError: number;
  readonly children: readonly PlannedTile[];
  /** Undefined: nothing to show at this level. */
  readonly task: TileTask | undefined;
  /** Number of tiles in this subtree. */
  readonly size: number;
  readonly isLeaf: boolean;
  /** Range of city-wide indices. */
  readonly start: number;
  readonly end: number;
}

export interface TilePlan {
  readonly root: PlannedTile;
  /** City-wide index → feature number in source order. */
  readonly order: Uint32Array;
  /** Leaves in the order of the city-wide index. */
  readonly leaves: readonly PlannedTile[];
  readonly coarse: readonly PlannedTile[];
}

/** 250 to 600 LoD2 buildings, 150 to 300 kB: decoded within one frame. */
const LIMITS: TreeLimits = { mostVertices: 48_000, mostFeatures: 1500 };
/** A block differs from its building by half a roof and by what the box leaves out of the outline. */
const BLOCK_ERROR_M = 8;
/** A coarse tile gives way to its children within 2.2 of its widths (SSE 16, 1000 px, 60°). */
const ERROR_OF_EXTENT = 1 / 25;
const MOST_BLOCKS = 2000;
/** Things that aren't blocks (water, bridges) are drawn in full from afar where they are few. */
const MOST_FULL_VERTICES = 1500;
const FULL_VERTEX_BUDGET = 12_000;

export function planTiles(features: CityFeatures, limits: TreeLimits = LIMITS): TilePlan {
  const { count } = features;
  const longitude = new Float64Array(count);
  const latitude = new Float64Array(count);
  const vertices = new Uint32Array(count);
  const sizes = new Float32Array(count);
  for (let feature = 0; feature < count; feature++) {
    longitude[feature] = features.longitude(feature);
    latitude[feature] = features.latitude(feature);
    vertices[feature] = features.value(feature, 'vertices');
    sizes[feature] = features.size(feature);
  }
  const { root, order } = createQuadtree(longitude, latitude, vertices, limits);
  const leaves: PlannedTile[] = [];
  const coarse: PlannedTile[] = [];
  const plan = (node: TileNode): PlannedTile => {
    if (node.children.length === 0) {
      const leaf = planLeaf(node, order, features, leaves.length);
      leaves.push(leaf);
      return leaf;
    }
    const tile = planCoarse(node, node.children.map(plan), order, features, sizes, coarse.length);
    coarse.push(tile);
    return tile;
  };
  return { root: plan(root), order, leaves, coarse };
}

function planLeaf(
  { start, end }: TileNode,
  order: Uint32Array,
  features: CityFeatures,
  number: number,
): PlannedTile {
  const region = regionOf(order.subarray(start, end), features);
  const members = Uint32Array.from({ length: end - start }, (_, at) => start + at);
  return {
    region,
    geometricError: 0,
    children: [],
    task: toTask(`buildings/tiles/${number}.glb`, region, members, order, features),
    size: 1,
    isLeaf: true,
    start,
    end,
  };
}

function planCoarse(
  { start, end }: TileNode,
  children: readonly PlannedTile[],
  order: Uint32Array,
  features: CityFeatures,
  sizes: Float32Array,
  number: number,
): PlannedTile {
  const region = unite(children.map((child) => child.region));
  const below = Math.max(...children.map((child) => child.geometricError));
  const geometricError = Math.max(BLOCK_ERROR_M, below * 2, extentOf(region) * ERROR_OF_EXTENT);
  const members = chooseBlocks(start, end, order, features, sizes, geometricError);
  const task =
    members.length === 0
      ? undefined
      : toTask(`buildings/coarse/${number}.glb`, region, members, order, features, geometricError);
  const size = 1 + children.reduce((sum, child) => sum + child.size, 0);
  return { region, geometricError, children, task, size, isLeaf: false, start, end };
}

/** City-wide indices of what is large enough to be seen from where the tile is shown, the largest first. */
function chooseBlocks(
  start: number,
  end: number,
  order: Uint32Array,
  features: CityFeatures,
  sizes: Float32Array,
  error: number,
): Uint32Array {
  const seen: { index: number; size: number }[] = [];
  for (let index = start; index < end; index++) {
    const feature = order[index]!;
    const size = sizes[feature]!;
    if (size < error / 3) continue;
    const isBlock = features.value(feature, 'isBlock') === 1;
    if (!isBlock && size < error) continue;
    if (!isBlock && features.value(feature, 'vertices') > MOST_FULL_VERTICES) continue;
    seen.push({ index, size });
  }
  seen.sort((a, b) => b.size - a.size || a.index - b.index);
  const chosen: number[] = [];
  let fullVertices = 0;
  for (const { index } of seen) {
    const feature = order[index]!;
    if (features.value(feature, 'isBlock') !== 1) {
      const vertices = features.value(feature, 'vertices');
      if (fullVertices + vertices > FULL_VERTEX_BUDGET) continue;
      fullVertices += vertices;
    }
    chosen.push(index);
    if (chosen.length === MOST_BLOCKS) break;
  }
  return Uint32Array.from(chosen).sort();
}

function toTask(
  path: string,
  [west, south, east, north, bottom]: Region,
  members: Uint32Array,
  order: Uint32Array,
  features: CityFeatures,
  error?: number,
): TileTask {
  const rows = new Float64Array(members.length * TASK_VALUES);
  for (const [row, index] of members.entries()) {
    const feature = order[index]!;
    rows[row * TASK_VALUES] = features.spill(feature);
    rows[row * TASK_VALUES + 1] = features.offset(feature);
    rows[row * TASK_VALUES + 2] = features.value(feature, 'length');
    rows[row * TASK_VALUES + 3] =
      error !== undefined && features.value(feature, 'isBlock') === 1 ? 1 : 0;
  }
  return {
    path,
    origin: [(west + east) / 2, (south + north) / 2, bottom],
    features: rows,
    cityIndex: members,
    // Rounded to a twelfth of what the tile itself is off: 0.7 px where its children take over.
    ...(error === undefined ? {} : { step: error / 12 }),
  };
}

function regionOf(members: Uint32Array, features: CityFeatures): Region {
  const region: [number, number, number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const feature of members) {
    region[0] = Math.min(region[0], features.value(feature, 'west'));
    region[1] = Math.min(region[1], features.value(feature, 'south'));
    region[2] = Math.max(region[2], features.value(feature, 'east'));
    region[3] = Math.max(region[3], features.value(feature, 'north'));
    region[4] = Math.min(region[4], features.value(feature, 'bottom'));
    region[5] = Math.max(region[5], features.value(feature, 'top'));
  }
  return region;
}

function unite(regions: readonly Region[]): Region {
  const all = (axis: number) => regions.map((region) => region[axis]!);
  return [
    Math.min(...all(0)),
    Math.min(...all(1)),
    Math.max(...all(2)),
    Math.max(...all(3)),
    Math.min(...all(4)),
    Math.max(...all(5)),
  ];
}

/** The longer side on the ground, m. */
export function extentOf([west, south, east, north]: Region): number {
  const wide = (east - west) * Math.cos((south + north) / 2);
  return Math.max(wide, north - south) * MEAN_RADIUS;
}
