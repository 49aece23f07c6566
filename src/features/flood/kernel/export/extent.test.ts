import { describe, expect, it } from 'vitest';
import { fromDegrees } from '#model/units.ts';
import { toExtents } from './extent.ts';

/** 8 × 6 cells of 10 m; a cell is 10⁻³ degrees, the north-west corner lies at 10° E, 54° N. */
function aGrid() {
  const [columns, rows] = [9, 7];
  const longitudeRad = new Float64Array(columns * rows);
  const latitudeRad = new Float64Array(columns * rows);
  for (let node = 0; node < longitudeRad.length; node++) {
    longitudeRad[node] = fromDegrees(10 + (node % columns) * 1e-3);
    latitudeRad[node] = fromDegrees(54 - Math.floor(node / columns) * 1e-3);
  }
  const geoidM = new Float32Array(columns * rows);
  const lattice = { step: 1, columns, rows, longitudeRad, latitudeRad, geoidM };
  return { width: 8, height: 6, cellM: 10, lattice };
}

const turnsLeft = (ring: readonly (readonly [number, number])[]) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0) > 0;

describe('the extent of a flood', () => {
  it('goes around a lake of one depth half-way between wet and dry cells’ middles', () => {
    const depthM = new Float32Array(48).fill(Number.NaN);
    for (const row of [1, 2, 3]) for (const column of [2, 3, 4]) depthM[row * 8 + column] = 1;
    const [extent, ...none] = toExtents(aGrid(), depthM, [0.5], { note: 'simulated' });
    expect(none).toEqual([]);
    const { geometry, properties } = extent ?? { geometry: { coordinates: [] }, properties: {} };
    // 9 cells less four corners of an eighth.
    expect(properties).toEqual({ deeper_than_m: 0.5, area_m2: 850, note: 'simulated' });
    expect(geometry.coordinates).toHaveLength(1);
    const ring = geometry.coordinates[0]?.[0] ?? [];
    expect(turnsLeft(ring)).toBe(true);
    expect(ring.at(0)).toEqual(ring.at(-1));
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(10.002, 9);
    expect(Math.max(...ring.map(([, y]) => y))).toBeCloseTo(53.999, 9);
  });

  it('leaves an island out as a hole that turns the other way', () => {
    const depthM = new Float32Array(48);
    for (let row = 1; row < 5; row++)
      for (let column = 1; column < 7; column++) depthM[row * 8 + column] = 2;
    depthM[2 * 8 + 3] = 0;
    const [extent] = toExtents(aGrid(), depthM, [1], {});
    const rings = extent?.geometry.coordinates[0] ?? [];
    expect(rings).toHaveLength(2);
    expect(rings.map(turnsLeft)).toEqual([true, false]);
  });

  it('has a feature a depth, and none for a depth that nothing reaches', () => {
    const depthM = new Float32Array(48).fill(0.4);
    const extents = toExtents(aGrid(), depthM, [0.05, 0.3, 0.6], {});
    expect(extents.map(({ properties }) => properties.deeper_than_m)).toEqual([0.05, 0.3]);
    expect(toExtents(aGrid(), new Float32Array(48), [0.05], {})).toEqual([]);
  });
});
