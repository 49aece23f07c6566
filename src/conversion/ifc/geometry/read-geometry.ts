import type { IfcAPI, PlacedGeometry } from 'web-ifc';
import { runInEngine } from '../engine.ts';
import type { IfcFile, ModelGeometry, PlacedShapes, Shape } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { createBounds } from './bounds.ts';
import { readEngineShape } from './engine-shape.ts';
import { createPlacedList } from './placed-list.ts';
import { findProducts } from './products.ts';
import { reasonOf } from './reasons.ts';
import { createShapeList } from './shape-list.ts';

/** What came since the last part. */
export interface GeometryPart {
  /** Row of the first of these shapes. */
  readonly firstShape: number;
  readonly shapes: readonly Shape[];
  readonly placed: PlacedShapes;
}

export interface GeometryOptions {
  /** Stops between products; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Products done, of how many. */
  readonly onTask?: (done: number, total: number) => void;
  /** Gets placed shapes as they come, the first after a few products, later in larger parts. */
  readonly onShapes?: (part: GeometryPart) => void;
}

interface KnownGeometry {
  /** Row of its shape. */
  readonly row: number;
  readonly origin: readonly [number, number, number];
}

/** Products after which the caller hears of the work for the first time; later twice as many each. */
const FIRST_PART = 16;
const GREATEST_PART = 256;
const NO_ENTITY = 0xffffffff;

/**
 * Reads the geometry of every product: shapes in metres, each kept once, placed in the model's frame.
 * @throws `InputError` where the engine gave up; it is broken then.
 */
export async function readGeometry(
  file: IfcFile,
  options: GeometryOptions = {},
): Promise<ModelGeometry> {
  const { api, model, lengthUnitM } = file;
  const products = findProducts(indexOf(file.bytes));
  const shapes = createShapeList();
  const placed = createPlacedList();
  const bounds = createBounds();
  const known = new Map<number, KnownGeometry | string>();
  const faults = new Map<number, string>();
  const meshed = new Set<number>();

  function shapeOf(geometry: number): KnownGeometry | string {
    const held = known.get(geometry);
    if (held !== undefined) return held;
    const read = readEngineShape(api, model, geometry, lengthUnitM);
    const row = typeof read === 'string' ? undefined : shapes.add(read.shape);
    const found =
      typeof read === 'string' || row === undefined ? String(read) : { row, origin: read.origin };
    known.set(geometry, found);
    return found;
  }

  function place(product: number, geometry: PlacedGeometry) {
    const found = shapeOf(geometry.geometryExpressID);
    if (typeof found === 'string') {
      faults.set(product, found);
      return;
    }
    const matrix = toModelMatrix(geometry.flatTransformation, found.origin, lengthUnitM);
    if (!matrix.every(Number.isFinite)) {
      faults.set(product, 'its placement is not a number');
      return;
    }
    const box = shapes.boxes.slice(found.row * 6, found.row * 6 + 6);
    bounds.include(matrix, box, shapes.shapes[found.row]!.positions);
    placed.add(product, found.row, matrix, toRgba(geometry));
    meshed.add(product);
  }

  /** In units of the file: the engine's own factor is zero where a measure has no type. */
  function readProduct(product: number) {
    const { geometries } = api.GetFlatMesh(model, product, false);
    const count = geometries.size();
    for (let at = 0; at < count; at++) place(product, geometries.get(at));
    release(geometries);
  }

  const ids = products.map(({ id }) => id);
  let told = { shapes: 0, placed: 0 };
  for (let done = 0, size = FIRST_PART; done < ids.length; ) {
    options.signal?.throwIfAborted();
    const part = ids.slice(done, done + size);
    runInEngine(file, 'reading its geometry', () => {
      for (const id of part) readProduct(id);
      forgetGeometry(api, model);
    });
    done += part.length;
    size = Math.min(size * 2, GREATEST_PART);
    options.onTask?.(done, ids.length);
    if (options.onShapes && placed.count > told.placed) {
      options.onShapes({
        firstShape: told.shapes,
        shapes: shapes.shapes.slice(told.shapes),
        placed: placed.rows(told.placed),
      });
      told = { shapes: shapes.shapes.length, placed: placed.count };
    }
    if (options.signal) await new Promise((resolve) => setTimeout(resolve));
  }
  const reasons = new Map(
    products.flatMap((product) =>
      meshed.has(product.id)
        ? []
        : [[product.id, reasonOf(indexOf(file.bytes), product, faults.get(product.id))]],
    ),
  );
  return {
    shapes: shapes.shapes,
    placed: placed.rows(),
    reasons,
    products: products.length,
    boundsM: bounds.corners(),
    findings: [],
  };
}

/** Frees what the engine keeps of the products it was asked for: only a stream of meshes does. */
function forgetGeometry(api: IfcAPI, model: number) {
  api.StreamMeshes(model, [NO_ENTITY], () => {});
}

/** The list is an object of the wasm; its type doesn't say so. */
function release(list: object) {
  if ('delete' in list && typeof list.delete === 'function') list.delete();
}

/** From the engine's frame, y up and in file units, to the model's. */
function toModelMatrix(
  engine: readonly number[],
  [x, y, z]: readonly [number, number, number],
  unitM: number,
): Float64Array {
  const matrix = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    const at = column * 4;
    matrix[at] = engine[at]!;
    matrix[at + 1] = -engine[at + 2]!;
    matrix[at + 2] = engine[at + 1]!;
  }
  for (let row = 0; row < 3; row++) {
    const moved = matrix[row]! * x + matrix[row + 4]! * y + matrix[row + 8]! * z;
    matrix[row + 12] = (matrix[row + 12]! + moved) * unitM;
  }
  matrix[15] = 1;
  return matrix;
}

const toRgba = ({ color }: PlacedGeometry) => [
  toByte(color.x),
  toByte(color.y),
  toByte(color.z),
  toByte(color.w),
];

const toByte = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 255);
