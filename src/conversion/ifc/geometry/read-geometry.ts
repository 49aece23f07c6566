import type { Text } from '#model/text.ts';
import { isCrash, isEngineError, markBroken } from '../engine.ts';
import { reopenIfc } from '../open.ts';
import type { IfcFile, ModelGeometry, PlacedShapes, Shape } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { createBounds } from './bounds.ts';
import type { Reading } from './part.ts';
import { createPlacedList } from './placed-list.ts';
import { createProductReader, type ProductReader } from './product-reader.ts';
import { findProducts, type Product } from './products.ts';
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

/** Products after which the caller hears of the work for the first time; later after twice as many. */
const FIRST_PART = 16;
const GREATEST_PART = 256;
/** Crashes after which the engine is no longer asked. */
const GREATEST_CRASHES = 5;

/**
 * Reads the geometry of every product: shapes in metres, each kept once, placed in the model's frame; a
 * reason for every product that has none. A product on which the engine breaks down gets that for a reason
 * and a fresh engine goes on with the next.
 */
export async function readGeometry(
  file: IfcFile,
  options: GeometryOptions = {},
): Promise<ModelGeometry> {
  const index = indexOf(file.bytes);
  const products = findProducts(index);
  const shapes = createShapeList();
  const placed = createPlacedList();
  const bounds = createBounds();
  const reader = createProductReader(file, shapes);
  const reasons = new Map<number, string>();
  let crashes = 0;

  async function readSafely(product: Product): Promise<Reading> {
    if (crashes >= GREATEST_CRASHES) {
      return { parts: [], fault: `the geometry engine broke down ${crashes} times before it` };
    }
    try {
      return reader.read(product);
    } catch (error) {
      if (!isEngineError(error)) throw error;
      markBroken(file.api);
      if (isCrash(error)) {
        crashes++;
        await reopenIfc(file);
      }
      return { parts: [], fault: 'the geometry engine broke down on it' };
    }
  }

  function keep(product: Product, { parts, fault }: Reading) {
    for (const { shape, matrix, rgba } of parts) {
      bounds.include(matrix, shapes.boxOf(shape), shapes.shapes[shape]!.positions);
      placed.add(product.id, shape, matrix, rgba);
    }
    if (parts.length > 0) return;
    reasons.set(product.id, fault ?? reasonOf(index, product));
  }

  let told = { shapes: 0, placed: 0 };
  function tell(done: number) {
    options.onTask?.(done, products.length);
    if (!options.onShapes || placed.count === told.placed) return;
    options.onShapes({
      firstShape: told.shapes,
      shapes: shapes.shapes.slice(told.shapes),
      placed: placed.rows(told.placed),
    });
    told = { shapes: shapes.shapes.length, placed: placed.count };
  }

  let size = FIRST_PART;
  for (let start = 0; start < products.length; start += size) {
    if (start > 0) size = Math.min(start, GREATEST_PART);
    options.signal?.throwIfAborted();
    const part = products.slice(start, start + size);
    for (const product of part) keep(product, await readSafely(product));
    reader.forget();
    tell(start + part.length);
    // Lets messages in, so that a signal can come.
    if (options.signal) await new Promise((resolve) => setTimeout(resolve));
  }
  return {
    shapes: shapes.shapes,
    placed: placed.rows(),
    reasons,
    products: products.length,
    boundsM: bounds.corners(),
    findings: findingsOf(reader),
  };
}

function findingsOf({ hidden, uncut }: ProductReader): readonly Text[] {
  const findings: Text[] = [];
  if (hidden > 0) {
    findings.push({
      en: `${hidden} ${hidden === 1 ? 'triangle' : 'triangles'} of terrain ${hidden === 1 ? 'is marked as a hole' : 'are marked as holes'} and not drawn.`,
      zh: `${hidden} 个地形三角形被标记为孔洞，未绘制。`,
    });
  }
  if (uncut > 0) {
    findings.push({
      en: `${uncut} ${uncut === 1 ? 'product stays' : 'products stay'} whole: an opening in ${uncut === 1 ? 'it' : 'each'} can’t be read.`,
      zh: `${uncut} 个构件保持完整：其洞口无法读取。`,
    });
  }
  return findings;
}
