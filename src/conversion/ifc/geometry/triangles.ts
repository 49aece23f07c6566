/** The triangles that have an area; what is not a number has none. */
export function trianglesWithArea(positions: Float32Array, corners: Uint32Array): Uint32Array {
  const kept = new Uint32Array(corners.length);
  const across = [0, 0, 0];
  let count = 0;
  for (let at = 0; at + 2 < corners.length; at += 3) {
    crossOf(positions, corners, at, across);
    const [x, y, z] = across;
    if (!(x! * x! + y! * y! + z! * z! > 0)) continue;
    kept[count++] = corners[at]!;
    kept[count++] = corners[at + 1]!;
    kept[count++] = corners[at + 2]!;
  }
  return count === corners.length ? kept : kept.slice(0, count);
}

/** Normals of corners, those of their triangles weighed by area. */
export function smoothNormals(positions: Float32Array, corners: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  const across = [0, 0, 0];
  for (let at = 0; at < corners.length; at += 3) {
    crossOf(positions, corners, at, across);
    for (let corner = at; corner < at + 3; corner++) {
      for (let axis = 0; axis < 3; axis++) normals[corners[corner]! * 3 + axis]! += across[axis]!;
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const length = Math.hypot(normals[at]!, normals[at + 1]!, normals[at + 2]!);
    if (length === 0) normals[at + 2] = 1;
    else for (let axis = 0; axis < 3; axis++) normals[at + axis]! /= length;
  }
  return normals;
}

/** Normal of a triangle, as long as twice its area. */
function crossOf(positions: Float32Array, corners: Uint32Array, at: number, result: number[]) {
  const a = corners[at]! * 3;
  const b = corners[at + 1]! * 3;
  const c = corners[at + 2]! * 3;
  const ux = positions[b]! - positions[a]!;
  const uy = positions[b + 1]! - positions[a + 1]!;
  const uz = positions[b + 2]! - positions[a + 2]!;
  const vx = positions[c]! - positions[a]!;
  const vy = positions[c + 1]! - positions[a + 1]!;
  const vz = positions[c + 2]! - positions[a + 2]!;
  result[0] = uy * vz - uz * vy;
  result[1] = uz * vx - ux * vz;
  result[2] = ux * vy - uy * vx;
}
