import { Cartesian3, Matrix4, Transforms } from 'cesium';
import { describe, expect, it } from 'vitest';
import { placeToMap } from './air-map.ts';

const place = { longitudeDeg: 10.646, latitudeDeg: 54.3 };
const bounds = [10.6, 54.28, 10.69, 54.32] as const;

/** Where a place lies on the plane that touches the Earth at the middle. */
function onPlane(longitudeDeg: number, latitudeDeg: number) {
  const frame = Transforms.eastNorthUpToFixedFrame(
    Cartesian3.fromDegrees(place.longitudeDeg, place.latitudeDeg),
  );
  const inverse = Matrix4.inverseTransformation(frame, new Matrix4());
  const point = Cartesian3.fromDegrees(longitudeDeg, latitudeDeg);
  return Matrix4.multiplyByPoint(inverse, point, point);
}

describe('how a plane lies in a map of the air', () => {
  const at = placeToMap(place, bounds);

  it('puts the middle where it is on the Mercator grid', () => {
    expect(at.z).toBeCloseTo((10.646 - 10.6) / 0.09, 9);
    expect(at.w).toBeGreaterThan(0.49);
    expect(at.w).toBeLessThan(0.51);
  });

  it('finds places of the city within 4 m, in a map that is 4.4 km high', () => {
    const corners = [
      [10.6, 54.32, 0, 0],
      [10.69, 54.32, 1, 0],
      [10.6, 54.28, 0, 1],
      [10.69, 54.28, 1, 1],
    ] as const;
    for (const [longitudeDeg, latitudeDeg, across, down] of corners) {
      const { x, y } = onPlane(longitudeDeg, latitudeDeg);
      expect(Math.abs(x * at.x + at.z - across) * 5850).toBeLessThan(4);
      expect(Math.abs(y * at.y + at.w - down) * 4450).toBeLessThan(4);
    }
  });
});
