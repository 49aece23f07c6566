// What the steps of an IFC conversion hand to each other.
//
//   bytes ─open─▶ IfcFile ─┬─ geometry ──────▶ ModelGeometry ─┐
//                          ├─ description ───▶ ModelTables ───┼─▶ tiles, tables, model.json
//                          └─ georeferencing ▶ Georeferencing ┘
//
// Geometry and description speak of the file's own coordinates in metres. Where these are far from the file's
// origin, `chooseOrigin(boundsM)` (georeferencing/model-origin.ts) says which point of them becomes the origin
// of the model's frame: placements stand for the shifted frame, and `convertIfc` shifts matrices, bounds and
// storeys by it and writes it as `originM`.

import type { IfcAPI } from 'web-ifc';
import type { BimModel } from '#contract/bim-model.ts';
import type { TableColumns } from '#contract/binary-table.ts';
import type { Discipline } from '#model/discipline.ts';
import type { Text } from '#model/text.ts';

/** A file that the engine has open. Close it, and drop the engine after any error. */
export interface IfcFile {
  readonly api: IfcAPI;
  readonly model: number;
  /** What a person calls it. */
  readonly file: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** As in the header, e.g. `IFC4X3_ADD2`. */
  readonly schema: string;
  readonly application: string | undefined;
  readonly written: string | undefined;
  /** Metres of one length unit of the file, its US survey feet and untyped measures understood. */
  readonly lengthUnitM: number;
  readonly findings: readonly Text[];
}

/** A distinct shape, kept once however often it is placed. */
export interface Shape {
  /** Corners x, y, z (m) in the shape's own frame, z up; around its own origin, so that f32 is exact. */
  readonly positions: Float32Array;
  /** Unit normals, one a corner; empty for lines. */
  readonly normals: Float32Array;
  /** Triples of corners, or pairs for lines. */
  readonly indices: Uint32Array;
  readonly mode: 'triangles' | 'lines';
}

/** Placed shapes, one row each. */
export interface PlacedShapes {
  readonly count: number;
  /** Number of the product's entity in the file. */
  readonly product: Uint32Array;
  /** Row in `shapes`. */
  readonly shape: Uint32Array;
  /** 16 a row, column-major: shape's frame → model's frame, m. */
  readonly matrix: Float64Array;
  /** 4 a row: sRGB and opacity. */
  readonly rgba: Uint8Array;
}

export interface ModelGeometry {
  readonly shapes: readonly Shape[];
  readonly placed: PlacedShapes;
  /** Why a product that has a representation has no mesh, by the number of its entity. None is silent. */
  readonly reasons: ReadonlyMap<number, string>;
  /** Products that have a representation, spaces among them, openings not. */
  readonly products: number;
  readonly boundsM: BimModel['boundsM'];
  readonly findings: readonly Text[];
}

/** What the file says about its elements, and where each of them is among the tables' rows. */
export interface ModelTables {
  /** Columns of `bim-elements.ts` and `bim-properties.ts`. */
  readonly elements: TableColumns;
  readonly properties: TableColumns;
  readonly count: number;
  readonly name: string;
  readonly storeys: BimModel['storeys'];
  readonly propertySets: number;
  readonly propertyCount: number;
  /** By the number of the product's entity. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** By row. */
  readonly storeyOf: Uint16Array;
  readonly disciplineOf: readonly Discipline[];
  /** What was odd: orphans, cycles, records that name what isn't there. */
  readonly findings: readonly Text[];
}
