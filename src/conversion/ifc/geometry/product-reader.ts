// One product after the other: what it looks like, each look read once however many products share it.

import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { createInspector } from '../step/inspect.ts';
import { instanceOf } from '../step/scan.ts';
import { typeHash } from '../step/type-hash.ts';
import { referenceOf } from '../step/values.ts';
import { createEngineReader, faultOf } from './engine-reader.ts';
import { readLinearPlacements } from './linear-placements.ts';
import { identity, inverted, type Matrix, multiply } from './matrix.ts';
import { createOwnReader } from './own-reader.ts';
import type { Part, Reading } from './part.ts';
import { DESIGN, PLACEMENT, type Product, REPRESENTATION } from './products.ts';
import { readRelations } from './relations.ts';
import type { ShapeList } from './shape-list.ts';

export interface ProductReader {
  /** Parts in the model's frame; none where there is a fault or nothing that can be read. */
  read(product: Product): Reading;
  /** Frees what the engine keeps of the products so far. */
  forget(): void;
  /** Triangles of terrain that are marked as holes, so far. */
  readonly hidden: number;
  /** Products, so far, that stay whole because an opening of them can't be read. */
  readonly uncut: number;
}

/** Types whose texts are names. */
const NAMELESS = new Set(
  [
    ...['RECTANGLE', 'ROUNDEDRECTANGLE', 'CIRCLE', 'CIRCLEHOLLOW', 'ISHAPE', 'LSHAPE', 'USHAPE'],
    ...['TSHAPE', 'ZSHAPE', 'CSHAPE', 'ELLIPSE', 'RECTANGLEHOLLOW', 'ARBITRARYCLOSED'],
    ...['ARBITRARYPROFILEDEFWITHVOIDS', 'ASYMMETRICISHAPE', 'TRAPEZIUM', 'ARBITRARYOPEN'],
  ].map((name) => typeHash(name.includes('PROFILEDEF') ? `IFC${name}` : `IFC${name}PROFILEDEF`)),
);

const CUT_AWAY = 'it is cut away wholly by its openings';

export function createProductReader(file: IfcFile, shapes: ShapeList): ProductReader {
  const index = indexOf(file.bytes);
  const { openings, materials, companions } = readRelations(index);
  const inspector = createInspector(index, companions, (hash) => NAMELESS.has(hash));
  const engine = createEngineReader(file, shapes);
  const own = createOwnReader(file, companions, shapes);
  const placements = readLinearPlacements(file);
  /** Readings in the representation's frame by what they are made of. */
  const looks = new Map<string, Reading>();
  const isCut = ({ id }: Product) => openings.has(id);
  let uncut = 0;

  /** The same for products that look the same; undefined where that can't be told. */
  function lookOf(product: Product, key: number): string | undefined {
    const material = materials.get(product.id);
    const cuts = (openings.get(product.id) ?? []).map((opening) => cutOf(product, opening));
    if (cuts.includes(undefined)) return undefined;
    return [key, material === undefined ? '' : inspector.inspect(material).key, ...cuts].join(' ');
  }

  /** An opening as its product sees it; undefined where it isn't placed in that. */
  function cutOf({ placement }: Product, opening: number): string | undefined {
    const values = instanceOf(index, opening)?.values ?? [];
    const own = instanceOf(index, referenceOf(values[PLACEMENT]));
    const definition = referenceOf(values[REPRESENTATION]);
    const relative = referenceOf(own?.values[1]);
    const isInside = own?.type === 'IFCLOCALPLACEMENT' && referenceOf(own.values[0]) === placement;
    if (!isInside || relative === undefined || definition === undefined) return undefined;
    return `${inspector.inspect(relative).key}-${inspector.inspect(definition).key}`;
  }

  const isCutSoundly = ({ id }: Product) =>
    openings.get(id)?.every((opening) => inspector.inspect(opening).fault === undefined) ?? true;

  /** In the model's frame. @param linear where the engine places the product wrongly: along a curve. */
  function readAnew(product: Product, matrix: Matrix, linear: Matrix | undefined): Reading {
    const elsewhere = own.itemsOf(product);
    if (!isCutSoundly(product)) {
      uncut++;
      return { parts: placedBy(matrix, engine.read(product.definition, elsewhere).parts) };
    }
    const found = engine.read(product.id, elsewhere, isCut(product));
    const known = linear ? movedBack(found, linear, matrix) : found;
    if (known.parts.length > 0 && elsewhere.size === 0) return known;
    const ownParts = placedBy(matrix, own.readBodies(product));
    const parts = [...known.parts, ...ownParts];
    if (parts.length > 0) return { parts };
    // A class that the engine doesn't know: what it is made of may be known.
    const made = engine.read(product.definition, elsewhere);
    if (made.parts.length > 0 && isCut(product)) return { parts: [], fault: CUT_AWAY };
    if (made.parts.length > 0) return { parts: placedBy(matrix, made.parts) };
    const lines = placedBy(matrix, own.readLines(product));
    return { parts: lines, fault: lines.length > 0 ? undefined : (known.fault ?? made.fault) };
  }

  return {
    forget: () => engine.forget(),
    get hidden() {
      return own.hidden;
    },
    get uncut() {
      return uncut;
    },
    read(product) {
      if (product.definition === DESIGN) {
        const matrix = engine.placementOf(product.placement) ?? identity();
        return withoutFaults({ parts: placedBy(matrix, own.readDesign(product)) });
      }
      const { key, fault } = inspector.inspect(product.definition);
      const misplaced =
        product.placement === undefined ? undefined : inspector.inspect(product.placement).fault;
      if (fault ?? misplaced) return { parts: [], fault: fault ?? misplaced };
      const engines = engine.placementOf(product.placement) ?? identity();
      const linear = placements.placementOf(product.placement);
      const matrix = linear ?? engines;
      const where = faultOf(matrix);
      if (where !== undefined) return { parts: [], fault: where };
      const look = lookOf(product, key);
      const held = look === undefined ? undefined : looks.get(look);
      if (held) return withoutFaults({ ...held, parts: placedBy(matrix, held.parts) });
      const reading = withoutFaults(readAnew(product, matrix, linear && engines));
      const back = look === undefined ? undefined : inverted(matrix);
      if (look !== undefined && back) {
        looks.set(look, { ...reading, parts: placedBy(back, reading.parts) });
      }
      return reading;
    },
  };
}

/** Leaves out parts that lie nowhere. */
function withoutFaults({ parts, fault }: Reading): Reading {
  const faults = parts.map(({ matrix }) => faultOf(matrix));
  const found = faults.find((one) => one !== undefined);
  if (found === undefined) return { parts, fault };
  return { parts: parts.filter((_, row) => faults[row] === undefined), fault: fault ?? found };
}

/** Parts that the engine placed in one way, placed in the other. */
function movedBack(reading: Reading, from: Matrix, to: Matrix): Reading {
  const back = inverted(from);
  if (!back) return { parts: [], fault: 'its placement is not a number' };
  return { ...reading, parts: placedBy(multiply(to, back), reading.parts) };
}

const placedBy = (matrix: Matrix, parts: readonly Part[]): readonly Part[] =>
  parts.map((part) => ({ ...part, matrix: multiply(matrix, part.matrix) }));
