// What web-ifc leaves out: networks with their flags, and curves where a product has nothing else.

import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { rowsOfType } from '../step/scan.ts';
import { readAngleUnit } from '../units.ts';
import { colourOf } from './colours.ts';
import { readAlignmentDesigns } from './curves/alignment-design.ts';
import { SEEN_CHORD_M } from './curves/context.ts';
import { isCurve, readCurve } from './curves/read-curve.ts';
import { readNetwork } from './irregular-network.ts';
import { type Item, itemsOf } from './items.ts';
import { transformPoint } from './matrix.ts';
import { type OwnShape, toLines } from './own-shape.ts';
import type { Part, Rgba } from './part.ts';
import { type Product, profileOf } from './products.ts';
import type { ShapeList } from './shape-list.ts';

export interface OwnReader {
  /** Items of a product that the engine shall leave to this reader. */
  itemsOf(product: Product): ReadonlySet<number>;
  /** Their parts in the product's frame. */
  readBodies(product: Product): readonly Part[];
  /** Parts of a product that consists of curves alone, in its frame. */
  readLines(product: Product): readonly Part[];
  /** The line of an alignment by its design parameters, in its frame. */
  readDesign(product: Product): readonly Part[];
  /** Triangles that files mark as holes, so far. */
  readonly hidden: number;
}

const NETWORK = 'IFCTRIANGULATEDIRREGULARNETWORK';
const NONE: ReadonlySet<number> = new Set();
const SURFACE_COLOUR: Rgba = [255, 255, 255, 255];
const LINE_COLOUR: Rgba = [96, 96, 96, 255];
/** What may stand beside curves without being a body. */
const MERE_SIGNS = /^IFC(CARTESIANPOINT|TEXTLITERAL|POINT|VERTEX|PLANAREXTENT|PLANARBOX)/;

export function createOwnReader(
  file: IfcFile,
  companions: ReadonlyMap<number, readonly number[]>,
  shapes: ShapeList,
): OwnReader {
  const index = indexOf(file.bytes);
  const { lengthUnitM } = file;
  const hasNetworks = rowsOfType(index, NETWORK).length > 0;
  const curves = {
    index,
    unitM: lengthUnitM,
    radians: readAngleUnit(index),
    chordM: SEEN_CHORD_M,
  };
  const designs = readAlignmentDesigns(index);
  let hidden = 0;

  const networksOf = (product: Product): readonly Item[] =>
    hasNetworks ? itemsOf(index, product).filter(({ instance }) => instance.type === NETWORK) : [];

  function toPart({ shape, matrix }: OwnShape, item: number, otherwise: Rgba): Part {
    return {
      shape: shapes.add(shape),
      matrix,
      rgba: colourOf(index, companions, item) ?? otherwise,
    };
  }

  function linesOf({ instance, matrix }: Item): readonly Part[] {
    const polylines = readCurve(curves, instance.id).map((points) => {
      const placed: number[] = [];
      const result = [0, 0, 0];
      for (let at = 0; at < points.length; at += 3) {
        transformPoint(matrix, points, at, result);
        placed.push(...result);
      }
      return placed;
    });
    const lines = toLines(polylines, lengthUnitM);
    return lines ? [toPart(lines, instance.id, LINE_COLOUR)] : [];
  }

  return {
    get hidden() {
      return hidden;
    },
    itemsOf(product) {
      const networks = networksOf(product);
      return networks.length > 0 ? new Set(networks.map(({ instance }) => instance.id)) : NONE;
    },
    readBodies(product) {
      return networksOf(product).flatMap((item) => {
        const network = readNetwork(index, item, lengthUnitM);
        if (!network) return [];
        hidden += network.hidden;
        return [toPart(network.surface, item.instance.id, SURFACE_COLOUR)];
      });
    },
    readDesign({ id }) {
      const lines = toLines([designs.read(curves, id)], lengthUnitM);
      return lines
        ? [{ shape: shapes.add(lines.shape), matrix: lines.matrix, rgba: LINE_COLOUR }]
        : [];
    },
    readLines(product) {
      if (profileOf(index, product) !== undefined) return [];
      const items = itemsOf(index, product);
      const curved = items.filter(({ instance }) => isCurve(instance.type));
      const isBare = items.every(
        ({ instance: { type } }) => isCurve(type) || MERE_SIGNS.test(type),
      );
      if (!isBare) return [];
      for (const group of byTelling(curved)) {
        const lines = group.flatMap(linesOf);
        if (lines.length > 0) return lines;
      }
      return [];
    },
  };
}

/** Curves by representation: of an alignment's the one in space first, its plan only instead of it. */
function byTelling(items: readonly Item[]): readonly (readonly Item[])[] {
  const order = ['Axis', 'Body', 'Annotation', 'FootPrint'];
  const groups = [...order.map(() => [] as Item[]), [] as Item[]];
  for (const item of items) groups.at(order.indexOf(item.identifier))?.push(item);
  return groups;
}
