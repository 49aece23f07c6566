// The block that stands for a building from afar: an upright box over its footprint.

import type { FeatureMesh } from './feature-mesh.ts';

/** Four corners of the base (x, y, z relative to the anchor, counter-clockwise from above), then the height. */
export const BLOCK_VALUES = 13;

/**
 * The box has the direction of the walls, the footprint's area and the mean height of the roofs; all zero
 * where the feature has no upward surface of any area.
 */
export function writeBlock(mesh: FeatureMesh, block: Float32Array): void {
  block.fill(0);
  const [upX = 0, upY = 0, upZ = 1] = mesh.up;
  const level = Math.hypot(upX, upY);
  const eastX = level > 1e-9 ? -upY / level : 0;
  const eastY = level > 1e-9 ? upX / level : 1;
  const northX = -upZ * eastY;
  const northY = upZ * eastX;
  const northZ = upX * eastY - upY * eastX;

  // Walls that face four ways have one direction once their angles are quadrupled.
  let cos4 = 0;
  let sin4 = 0;
  let roofArea = 0;
  let roofMoment = 0;
  const normals = mesh.surfaceNormal.values;
  const positions = mesh.positions.values;
  for (let surface = 0; surface < mesh.surfaceFirst.length; surface++) {
    const nx = normals[surface * 3]!;
    const ny = normals[surface * 3 + 1]!;
    const nz = normals[surface * 3 + 2]!;
    const slope = nx * upX + ny * upY + nz * upZ;
    const area = mesh.surfaceArea.values[surface]!;
    if (Math.abs(slope) < 0.3) {
      const angle =
        4 * Math.atan2(nx * northX + ny * northY + nz * northZ, nx * eastX + ny * eastY);
      cos4 += area * Math.cos(angle);
      sin4 += area * Math.sin(angle);
    } else if (slope > 0) {
      const first = mesh.surfaceFirst.values[surface]!;
      const end =
        surface + 1 < mesh.surfaceFirst.length
          ? mesh.surfaceFirst.values[surface + 1]!
          : mesh.vertexCount;
      let height = 0;
      for (let at = first * 3; at < end * 3; at += 3) {
        height += positions[at]! * upX + positions[at + 1]! * upY + positions[at + 2]! * upZ;
      }
      roofArea += area * slope;
      roofMoment += (area * slope * height) / (end - first);
    }
  }
  if (roofArea <= 0) return;
  const angle = Math.atan2(sin4, cos4) / 4;
  const ax = Math.cos(angle) * eastX + Math.sin(angle) * northX;
  const ay = Math.cos(angle) * eastY + Math.sin(angle) * northY;
  const az = Math.sin(angle) * northZ;
  const bx = Math.cos(angle) * northX - Math.sin(angle) * eastX;
  const by = Math.cos(angle) * northY - Math.sin(angle) * eastY;
  const bz = Math.cos(angle) * northZ;
  let aMin = Number.POSITIVE_INFINITY;
  let aMax = Number.NEGATIVE_INFINITY;
  let bMin = Number.POSITIVE_INFINITY;
  let bMax = Number.NEGATIVE_INFINITY;
  let upMin = Number.POSITIVE_INFINITY;
  for (let at = 0; at < mesh.positions.length; at += 3) {
    const x = positions[at]!;
    const y = positions[at + 1]!;
    const z = positions[at + 2]!;
    const a = x * ax + y * ay + z * az;
    const b = x * bx + y * by + z * bz;
    const up = x * upX + y * upY + z * upZ;
    if (a < aMin) aMin = a;
    if (a > aMax) aMax = a;
    if (b < bMin) bMin = b;
    if (b > bMax) bMax = b;
    if (up < upMin) upMin = up;
  }
  const fill = roofArea / Math.max((aMax - aMin) * (bMax - bMin), 1e-6);
  const shrink = Math.min(1, Math.max(0.6, Math.sqrt(fill)));
  const aMid = (aMin + aMax) / 2;
  const bMid = (bMin + bMax) / 2;
  const aHalf = ((aMax - aMin) / 2) * shrink;
  const bHalf = ((bMax - bMin) / 2) * shrink;
  const write = (corner: number, a: number, b: number) => {
    block[corner * 3] = a * ax + b * bx + upMin * upX;
    block[corner * 3 + 1] = a * ay + b * by + upMin * upY;
    block[corner * 3 + 2] = a * az + b * bz + upMin * upZ;
  };
  write(0, aMid - aHalf, bMid - bHalf);
  write(1, aMid + aHalf, bMid - bHalf);
  write(2, aMid + aHalf, bMid + bHalf);
  write(3, aMid - aHalf, bMid + bHalf);
  block[12] = Math.max(roofMoment / roofArea - upMin, 0);
}
