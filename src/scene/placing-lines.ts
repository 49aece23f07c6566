// The lines of placing and section tools: a box around a thing, a ring about its foot. Built once for a size, then
// only their matrices move. They are drawn over everything, since what is moved may stand in a hill.

import {
  ArcType,
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  Matrix4,
  PolylineColorAppearance,
  PolylineGeometry,
  Primitive,
} from 'cesium';
import type { ModelPoint } from '#model/model-moves.ts';

export interface LineStyle {
  readonly colour: string;
  readonly opacity: number;
  readonly width: number;
}

type Line = readonly Cartesian3[];
/** Least and greatest corner. */
type Bounds = readonly [ModelPoint, ModelPoint];

/** Lines in a frame of their own, m; give the primitive the matrix of that frame. */
export function drawLines(
  lines: readonly Line[],
  style: LineStyle,
  matrix: Float64Array,
): Primitive {
  const colour = Color.fromCssColorString(style.colour).withAlpha(style.opacity);
  return new Primitive({
    geometryInstances: lines.map(
      (positions) =>
        new GeometryInstance({
          geometry: new PolylineGeometry({
            positions: [...positions],
            width: style.width,
            arcType: ArcType.NONE,
            vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
          }),
          attributes: { color: ColorGeometryInstanceAttribute.fromColor(colour) },
        }),
    ),
    appearance: new PolylineColorAppearance({
      translucent: true,
      renderState: { depthTest: { enabled: false }, depthMask: false },
    }),
    modelMatrix: toMatrix4(matrix),
    asynchronous: false,
    allowPicking: false,
  });
}

export const moveLines = (primitive: Primitive, matrix: Float64Array): void => {
  primitive.modelMatrix = toMatrix4(matrix);
};

const toMatrix4 = (matrix: Float64Array) => Matrix4.fromArray([...matrix]);

/** The twelve edges of a box in a frame of its own. */
export function boxLines([least, greatest]: Bounds): Line[] {
  const corner = (at: number) =>
    new Cartesian3(
      (at & 1 ? greatest : least)[0],
      (at & 2 ? greatest : least)[1],
      (at & 4 ? greatest : least)[2],
    );
  const lines: Line[] = [];
  for (let from = 0; from < 8; from++) {
    for (const axis of [1, 2, 4]) {
      if ((from & axis) === 0) lines.push([corner(from), corner(from | axis)]);
    }
  }
  return lines;
}

/** A circle about the origin of an east-north-up frame, with a longer mark in the north. */
export function ringLines(radiusM: number): Line[] {
  const at = (degrees: number, radius: number) => {
    const angle = (degrees * Math.PI) / 180;
    return new Cartesian3(radius * Math.sin(angle), radius * Math.cos(angle), 0);
  };
  const circle = Array.from({ length: 97 }, (_, step) => at((step * 360) / 96, radiusM));
  const marks = Array.from({ length: 24 }, (_, step) => {
    const length = step === 0 ? 1.28 : step % 6 === 0 ? 1.1 : 1.05;
    return [at(step * 15, radiusM), at(step * 15, radiusM * length)];
  });
  const tip = radiusM * 1.28;
  const head = [at(3, radiusM * 1.18), at(0, tip), at(-3, radiusM * 1.18)];
  return [circle, ...marks, head];
}

/** From the pivot along the thing's x axis to the ring. */
export const axisLine = (radiusM: number): Line[] => [
  [new Cartesian3(0, 0, 0), new Cartesian3(radiusM, 0, 0)],
];

/** Wide enough to hold a model's foot, and a finger. */
export const ringRadius = ([least, greatest]: Bounds): number =>
  Math.max(6, 0.6 * Math.hypot(greatest[0] - least[0], greatest[1] - least[1]));
