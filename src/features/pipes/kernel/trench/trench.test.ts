import { array, assert, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNetworks } from '../index-space.ts';
import { aNetwork, placeAt } from '../shapes/a-network.ts';
import { toPipeShapes } from '../shapes/to-pipe-shapes.ts';
import { axisForTrench, corridorAlong, rounded } from './corridor.ts';
import { findAxis } from './find-axis.ts';
import { SOIL_FLOATS, trenchAlong } from './trench-mesh.ts';

const straight = Float64Array.of(0, 0, -2, 10, 0, -2, 20, 0, -2);
const options = { beyondM: 1, longestM: 300, stepM: 1 };

describe('a trench', () => {
  it('runs beside a straight line at its half width', () => {
    const { left, right } = corridorAlong(Float64Array.of(0, 0, 10, 0, 20, 0), 1.5);
    expect([...left]).toEqual([0, 1.5, 10, 1.5, 20, 1.5]);
    expect([...right]).toEqual([0, -1.5, 10, -1.5, 20, -1.5]);
  });

  it('keeps its width round a bend', () => {
    const { left, right } = corridorAlong(Float64Array.of(0, 0, 10, 0, 10, 10), 1);
    expect([left[2], left[3], right[2], right[3]].map((one) => Number(one?.toFixed(9)))).toEqual([
      ...[9, 1, 11, -1],
    ]);
  });

  it('reaches beyond both ends and stays within its longest', () => {
    const axis = axisForTrench(straight, options);
    expect(axis[0]).toBeCloseTo(-1, 9);
    expect(axis.at(-3)).toBeCloseTo(21, 9);
    const short = axisForTrench(straight, { ...options, longestM: 6 });
    expect([short[0], short.at(-3)].map((one) => Number(one?.toFixed(9)))).toEqual([6, 14]);
  });

  it('has vertical walls from the ground to below the pipe', () => {
    const mesh = trenchAlong(axisForTrench(straight, options), {
      ...{ halfWidthM: 1, radiusM: 0.2, groundAt: (east) => east / 100 },
    });
    const walls = mesh.corners.length / SOIL_FLOATS;
    let counted = 0;
    for (let corner = 0; corner + 1 < walls; corner += 2) {
      const at = corner * SOIL_FLOATS;
      if (mesh.corners[at + 5] === 1) break;
      const [x, y, top, , , ,] = mesh.corners.subarray(at, at + SOIL_FLOATS);
      const [x2, y2, bottom, , depth] = mesh.corners.subarray(
        at + SOIL_FLOATS,
        at + 2 * SOIL_FLOATS,
      );
      expect([x2, y2]).toEqual([x, y]);
      expect(top).toBeCloseTo((x ?? 0) / 100, 1);
      expect(bottom).toBeCloseTo(-2.55, 5);
      expect(depth).toBeCloseTo((x ?? 0) / 100 + 2.55, 4);
      counted++;
    }
    expect(counted).toBe(mesh.outline.length / 2 + 1);
    expect(mesh.deepestM).toBeCloseTo(2.55 + 0.21, 5);
  });

  it('has a mark at each whole metre that it is deep', () => {
    const { marks } = trenchAlong(axisForTrench(straight, options), {
      ...{ halfWidthM: 1, radiusM: 0.2, groundAt: () => 0 },
    });
    const depths = marks.filter((_, at) => at % 4 === 3);
    expect(new Set(depths)).toEqual(new Set([1, 2]));
    expect(marks[2]).toBe(-1);
  });

  it('is at least 0.8 m deep where a pipe lies on the ground', () => {
    const { deepestM } = trenchAlong(axisForTrench(straight, options), {
      ...{ halfWidthM: 1, radiusM: 0.2, groundAt: () => -2.5 },
    });
    expect(deepestM).toBeCloseTo(0.8, 5);
  });

  it('never has an index beyond its corners nor a number that is none', () => {
    const metre = double({ min: -60, max: 60, noNaN: true });
    assert(
      property(array(tuple(metre, metre), { minLength: 2, maxLength: 12 }), (points) => {
        const axis = axisForTrench(
          Float64Array.from(points.flatMap(([x, y]) => [x, y, -2])),
          options,
        );
        if (axis.length < 6) return;
        const smooth = rounded(axis, 2);
        expect(smooth.points).toHaveLength(axis.length);
        const mesh = trenchAlong(smooth.points, {
          ...{ halfWidthM: 1 + smooth.offM, radiusM: 0.1, groundAt: () => 0 },
        });
        const corners = mesh.corners.length / SOIL_FLOATS;
        expect(mesh.indices.every((index) => index < corners)).toBe(true);
        expect([...mesh.corners, ...mesh.outline].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('finds a pipe again in what is drawn, from its start to its end', () => {
    const network = aNetwork()
      .node('A', placeAt(0, 0, -2))
      .node('B', placeAt(900, 400, -2))
      .pipe('P', 'A', 'B')
      .build();
    const shapes = toPipeShapes(placeNetworks([network]), 1);
    const found = findAxis(shapes, 0);
    expect(found?.pointsM.length).toBe(3 * 5);
    expect(found?.radiusM).toBeCloseTo(0.16, 6);
    const [sx = 0, sy = 0] = found?.pointsM ?? [];
    const node = findAxis(shapes, 1)?.pointsM;
    expect(Math.hypot(sx - (node?.[0] ?? 0), sy - (node?.[1] ?? 0))).toBeLessThan(1e-3);
    expect(findAxis(shapes, 99)).toBeUndefined();
  });
});
