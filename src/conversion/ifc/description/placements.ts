// Heights of placements in the model's frame: chains of IfcLocalPlacement, multiplied out.

import type { IfcModel } from './ifc-model.ts';

type Vector = readonly [number, number, number];

/** Rigid: columns of the turn, then the shift. */
interface Frame {
  readonly x: Vector;
  readonly y: Vector;
  readonly z: Vector;
  readonly at: Vector;
}

const identity: Frame = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], at: [0, 0, 0] };
const MAX_DEPTH = 256;

/** Height of a placement's origin in the file's length unit; undefined where it isn't finite or not local. */
export function heightOf(model: IfcModel, placement: number): number | undefined {
  const chain: Frame[] = [];
  const seen = new Set<number>();
  for (let id = placement; id !== 0 && chain.length < MAX_DEPTH; ) {
    const row = model.rowOf(id);
    if (row < 0 || seen.has(id) || model.typeOf(row) !== 'IFCLOCALPLACEMENT') return undefined;
    seen.add(id);
    const above = model.cursor.begin(row).reference();
    chain.push(readFrame(model, model.cursor.reference()));
    id = above;
  }
  let point: Vector = [0, 0, 0];
  for (const frame of chain) point = apply(frame, point);
  return chain.length > 0 && Number.isFinite(point[2]) ? point[2] : undefined;
}

function readFrame(model: IfcModel, id: number): Frame {
  const row = model.rowOf(id);
  if (row < 0) return identity;
  const location = model.cursor.begin(row).reference();
  const is3d = model.typeOf(row) === 'IFCAXIS2PLACEMENT3D';
  const axis = is3d ? model.cursor.reference() : 0;
  const direction = model.cursor.reference();
  const z = unit(readVector(model, axis)) ?? identity.z;
  const towards = readVector(model, direction) ?? (Math.abs(z[0]) < 0.9 ? identity.x : identity.y);
  const along = dot(towards, z);
  const x = unit([towards[0] - along * z[0], towards[1] - along * z[1], towards[2] - along * z[2]]);
  const right = x ?? identity.x;
  return { x: right, y: cross(z, right), z, at: readVector(model, location) ?? identity.at };
}

function readVector(model: IfcModel, id: number): Vector | undefined {
  const row = model.rowOf(id);
  if (row < 0) return undefined;
  const list = model.cursor.begin(row).value();
  if (!Array.isArray(list)) return undefined;
  const [x = 0, y = 0, z = 0] = list.map((one) => (typeof one === 'number' ? one : 0));
  return [x, y, z];
}

const apply = ({ x, y, z, at }: Frame, [a, b, c]: Vector): Vector => [
  at[0] + a * x[0] + b * y[0] + c * z[0],
  at[1] + a * x[1] + b * y[1] + c * z[1],
  at[2] + a * x[2] + b * y[2] + c * z[2],
];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(vector: Vector | undefined): Vector | undefined {
  if (!vector) return undefined;
  const length = Math.hypot(...vector);
  return length > 1e-12 ? [vector[0] / length, vector[1] / length, vector[2] / length] : undefined;
}
