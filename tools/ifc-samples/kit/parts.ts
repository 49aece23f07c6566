// Solids of things that are made of a few parts: furniture, frames, machines.

import type { Ref } from '../step/step-file.ts';
import type { Colour, Finishes } from './finishes.ts';
import type { Geometry } from './geometry.ts';
import type { XY, XYZ } from './place.ts';

export type Part =
  /** From its lowest corner. */
  | { readonly colour: Colour; readonly box: readonly [...XYZ, ...XYZ] }
  /** Middle of the lower end, radius, length; along z unless said. */
  | {
      readonly colour: Colour;
      readonly cylinder: readonly [...XYZ, number, number];
      readonly along?: 'x' | 'y' | 'z';
    }
  /** A plate in the plane of x and z, `thick` along y from `y`. */
  | {
      readonly colour: Colour;
      readonly plate: readonly XY[];
      readonly holes?: readonly (readonly XY[])[];
      readonly y: number;
      readonly thick: number;
    }
  /** A side in the plane of y and z, `wide` along x from `x`. */
  | {
      readonly colour: Colour;
      readonly side: readonly XY[];
      readonly x: number;
      readonly wide: number;
    }
  /** A plan in x and y, from z upwards. */
  | {
      readonly colour: Colour;
      readonly plan: readonly XY[];
      readonly holes?: readonly (readonly XY[])[];
      readonly z: number;
      readonly high: number;
    };

export const box = (colour: Colour, ...size: readonly [...XYZ, ...XYZ]): Part => ({
  colour,
  box: size,
});

export function solidOf(part: Part, geometry: Geometry, { paint }: Finishes): Ref {
  if ('box' in part) {
    const [x, y, z, width, depth, height] = part.box;
    return paint(geometry.box([x, y, z], [width, depth, height]), part.colour);
  }
  if ('cylinder' in part) {
    const [x, y, z, radius, length] = part.cylinder;
    const frame = frames[part.along ?? 'z'](geometry, [x, y, z]);
    return paint(geometry.extrude(geometry.circle(radius), frame, length), part.colour);
  }
  if ('plate' in part) {
    // x to the right, z up, extruded towards −y.
    const frame = geometry.frame([0, part.y + part.thick, 0], [0, -1, 0], [1, 0, 0]);
    const profile = geometry.polygon(part.plate, part.holes);
    return paint(geometry.extrude(profile, frame, part.thick), part.colour);
  }
  if ('side' in part) {
    const frame = geometry.frame([part.x, 0, 0], [1, 0, 0], [0, 1, 0]);
    return paint(geometry.extrude(geometry.polygon(part.side), frame, part.wide), part.colour);
  }
  const profile = geometry.polygon(part.plan, part.holes);
  return paint(geometry.extrude(profile, geometry.axes([0, 0, part.z]), part.high), part.colour);
}

const frames: Readonly<Record<'x' | 'y' | 'z', (geometry: Geometry, at: XYZ) => Ref>> = {
  x: (geometry, at) => geometry.frame(at, [1, 0, 0], [0, 1, 0]),
  y: (geometry, at) => geometry.frame(at, [0, 1, 0], [1, 0, 0]),
  z: (geometry, at) => geometry.axes(at),
};

export const square = (x: number, z: number, width: number, height: number): XY[] => [
  [x, z],
  [x + width, z],
  [x + width, z + height],
  [x, z + height],
];
