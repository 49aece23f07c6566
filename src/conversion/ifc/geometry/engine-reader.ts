// What web-ifc makes of a product, in metres and in the model's frame.

import type { PlacedGeometry } from 'web-ifc';
import type { IfcFile } from '../parts.ts';
import { readEngineShape } from './engine-shape.ts';
import { inUnit, type Matrix, translated } from './matrix.ts';
import type { Part, Reading, Rgba } from './part.ts';
import type { ShapeList } from './shape-list.ts';

export interface EngineReader {
  /**
   * Reads a product, or a definition as if it stood in the origin.
   * @param leaveOut items that are read elsewhere.
   * @param isCut whether openings are cut out of it: then its geometries are its own, though the engine
   * numbers them like the uncut items, which other products may share.
   */
  read(entity: number, leaveOut: ReadonlySet<number>, isCut?: boolean): Reading;
  /** Where a placement lies in the model's frame, m. */
  placementOf(placement: number | undefined): Matrix | undefined;
  /** Frees what the engine keeps of what it was asked for. */
  forget(): void;
}

interface KnownShape {
  /** Row in the list of shapes. */
  readonly row: number;
  readonly origin: readonly [number, number, number];
}

/** A place further from the model's origin (m) is none on earth. */
const FARTHEST_M = 1e8;
/** Stands for no entity at all. */
const NO_ENTITY = 0xffffffff;

export function createEngineReader(file: IfcFile, shapes: ShapeList): EngineReader {
  const { lengthUnitM } = file;
  const known = new Map<number, KnownShape | string>();

  function shapeOf(geometry: number, isCut: boolean): KnownShape | string {
    const held = isCut ? undefined : known.get(geometry);
    if (held !== undefined) return held;
    const read = readEngineShape(file, geometry);
    const found =
      typeof read === 'string' ? read : { row: shapes.add(read.shape), origin: read.origin };
    if (!isCut) known.set(geometry, found);
    return found;
  }

  function partOf(geometry: PlacedGeometry, isCut: boolean): Part | string {
    const shape = shapeOf(geometry.geometryExpressID, isCut);
    if (typeof shape === 'string') return shape;
    const upright = toZUp(geometry.flatTransformation);
    const matrix = inUnit(translated(upright, ...shape.origin), lengthUnitM);
    const fault = faultOf(matrix);
    return fault ?? { shape: shape.row, matrix, rgba: toRgba(geometry) };
  }

  return {
    read(entity, leaveOut, isCut = false) {
      // In units of the file: the engine's own factor is zero where a measure has no type, and its
      // StreamMeshes applies that factor whatever it is told.
      const { geometries } = file.api.GetFlatMesh(file.model, entity, false);
      const parts: Part[] = [];
      let fault: string | undefined;
      const count = geometries.size();
      for (let at = 0; at < count; at++) {
        const geometry = geometries.get(at);
        if (leaveOut.has(geometry.geometryExpressID)) continue;
        const part = partOf(geometry, isCut);
        if (typeof part === 'string') fault ??= part;
        else parts.push(part);
      }
      release(geometries);
      return { parts, fault };
    },
    placementOf(placement) {
      if (placement === undefined) return undefined;
      return inUnit(file.api.GetWorldTransformMatrix(file.model, placement), lengthUnitM);
    },
    forget() {
      // Only a stream of meshes frees anything, whatever it streams. Its wrapper hands on an argument too many,
      // which the engine's build for browsers refuses.
      const { wasmModule }: { readonly wasmModule: MeshStreams } = file.api;
      wasmModule.StreamMeshes(file.model, [NO_ENTITY], () => {});
    },
  };
}

interface MeshStreams {
  StreamMeshes(model: number, entities: readonly number[], onMesh: () => void): void;
}

/** What is wrong with a place; undefined for a good one. */
export function faultOf(matrix: Matrix): string | undefined {
  if (!matrix.every(Number.isFinite)) return 'its placement is not a number';
  const distance = Math.hypot(matrix[12]!, matrix[13]!, matrix[14]!);
  if (distance < FARTHEST_M) return undefined;
  return `it lies ${distance.toExponential(1)} m from the origin`;
}

/** From the engine's frame, whose y is up, to the file's, whose z is up. */
function toZUp(matrix: readonly number[]): Matrix {
  const upright = Float64Array.from(matrix);
  for (let column = 0; column < 16; column += 4) {
    upright[column + 1] = -matrix[column + 2]!;
    upright[column + 2] = matrix[column + 1]!;
  }
  return upright;
}

/** The list is an object of the wasm; its type doesn't say so. */
function release(list: object) {
  if ('delete' in list && typeof list.delete === 'function') list.delete();
}

const toRgba = ({ color }: PlacedGeometry): Rgba => [
  toByte(color.x),
  toByte(color.y),
  toByte(color.z),
  toByte(color.w),
];

const toByte = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 255);
