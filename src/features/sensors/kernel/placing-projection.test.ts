import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEcef, WGS84_A } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { project, type View } from './placing-projection.ts';

const SIDE = 200;

/** Looks from the eye along −x with z up, 90° wide: w is the way along −x. */
const viewFrom = (x: number): View => ({
  // Rows: y, z, nothing, −x + eye.
  matrix: [0, 0, 0, -1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, x],
  eye: { x, y: 0, z: 0 },
  widthPx: SIDE,
  heightPx: SIDE,
  marginPx: 10,
});

function projected(points: readonly (readonly [number, number, number])[], view: View) {
  const into = {
    xPx: new Float32Array(points.length),
    yPx: new Float32Array(points.length),
    depthM: new Float32Array(points.length),
  };
  project(Float64Array.from(points.flat()), new Uint8Array(points.length).fill(1), view, into);
  return points.map((_, at) => [into.xPx[at]!, into.yPx[at]!, into.depthM[at]!] as const);
}

describe('projecting sensors', () => {
  const view = viewFrom(WGS84_A + 1000);

  it('puts what is straight ahead in the middle and what is up higher', () => {
    const [middle, up, right] = projected(
      [
        [WGS84_A, 0, 0],
        [WGS84_A, 0, 500],
        [WGS84_A, 500, 0],
      ],
      view,
    );
    expect(middle).toEqual([100, 100, 1000]);
    expect(up?.[1]).toBeCloseTo(50, 3);
    expect(right?.[0]).toBeCloseTo(150, 3);
  });

  it('leaves out what is behind the eye, beside the picture or not wanted', () => {
    const [behind, beside, atTheEdge] = projected(
      [
        [WGS84_A + 2000, 0, 0],
        [WGS84_A, 1200, 0],
        [WGS84_A, 1050, 0],
      ],
      view,
    );
    expect(behind?.[0]).toBeNaN();
    expect(beside?.[0]).toBeNaN();
    expect(atTheEdge?.[0]).toBeCloseTo(205, 3);
    const into = {
      xPx: new Float32Array(1),
      yPx: new Float32Array(1),
      depthM: new Float32Array(1),
    };
    project(Float64Array.of(WGS84_A, 0, 0), Uint8Array.of(0), view, into);
    expect(into.xPx[0]).toBeNaN();
  });

  it('hides exactly what lies beyond the tangent from the eye to the ellipsoid', () => {
    const far = { ...viewFrom(WGS84_A * 3), marginPx: 1e9 };
    const degrees = fc.double({ min: -179, max: 179, noNaN: true });
    fc.assert(
      fc.property(degrees, (longitude) => {
        const { x, y, z } = toEcef({
          longitude: fromDegrees(longitude),
          latitude: fromDegrees(0),
          height: metres(0),
        });
        const [found] = projected([[x, y, z]], far);
        // On the equator the horizon of an eye at three radii is acos(1/3) away.
        const horizon = Math.acos(1 / 3);
        const angle = Math.abs(fromDegrees(longitude));
        fc.pre(Math.abs(angle - horizon) > 1e-6);
        expect(Number.isNaN(found![0])).toBe(angle > horizon);
      }),
    );
  });
});
