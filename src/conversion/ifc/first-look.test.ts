import { validateBytes } from 'gltf-validator';
import { expect, it } from 'vitest';
import { glbReady, openGlb } from '../gltf/open-glb.ts';
import { createLookCorners } from './look-corners.ts';
import { formatLook } from './look-glb.ts';
import type { PlacedShapes, Shape } from './parts.ts';

const triangle: Shape = {
  positions: Float32Array.of(0, 0, 0, 2, 0, 0, 0, 3, 0),
  normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1),
  indices: Uint32Array.of(0, 1, 2),
  mode: 'triangles',
};
const line: Shape = { ...triangle, normals: new Float32Array(0), mode: 'lines' };

const place = (shape: readonly number[], shifts: readonly number[][]): PlacedShapes => ({
  count: shape.length,
  product: new Uint32Array(shape.length),
  shape: Uint32Array.from(shape),
  matrix: Float64Array.from(
    shifts.flatMap(([x = 0, y = 0, z = 0]) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1]),
  ),
  rgba: Uint8Array.from(shape.flatMap(() => [255, 0, 0, 255])),
});

it('shows all triangles so far around the origin, y up, and no lines', async () => {
  await glbReady;
  const corners = createLookCorners();
  corners.add([triangle], place([0], [[5_000_000, 100, 7]]));
  corners.add(
    [triangle, line],
    place(
      [1, 0],
      [
        [0, 0, 0],
        [5_000_010, 100, 9],
      ],
    ),
  );
  expect(corners.boundsM()).toEqual([
    [5_000_000, 100, 7],
    [5_000_012, 103, 9],
  ]);
  const bytes = formatLook(corners, [5_000_000, 0, 0]);
  const glb = openGlb(bytes, 'look');
  const [position = -1, normal = -1, colour = -1, index = -1] = [0, 1, 2, 3];
  expect([...glb.valuesOf(position)]).toEqual([
    ...[0, 7, -100, 2, 7, -100, 0, 7, -103],
    ...[10, 9, -100, 12, 9, -100, 10, 9, -103],
  ]);
  expect([...glb.valuesOf(normal).subarray(0, 3)]).toEqual([0, 1, 0]);
  expect([...glb.numbersOf(colour).subarray(0, 4)]).toEqual([255, 0, 0, 255]);
  expect([...glb.numbersOf(index)]).toEqual([0, 1, 2, 3, 4, 5]);
  const { issues } = await validateBytes(bytes);
  expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([]);
});

it('holds more corners than it began with', () => {
  const corners = createLookCorners();
  const many = Array.from({ length: 12_000 }, () => 0);
  corners.add(
    [triangle],
    place(
      many,
      many.map((_, at) => [at, 0, 0]),
    ),
  );
  expect(corners.count).toBe(36_000);
  expect(corners.positions[3 * 35_997]).toBe(11_999);
  expect(corners.indices[corners.indexCount - 1]).toBe(35_999);
});
