import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureIndex } from '#contract/feature-index.ts';
import type { Polygon } from '#model/polygon.ts';
import { findInside } from './inside.ts';

function at(points: readonly (readonly [number, number])[]) {
  const index = createFeatureIndex(points.length);
  for (const [building, [longitude, latitude]] of points.entries()) {
    index.longitude[building] = longitude;
    index.latitude[building] = latitude;
  }
  return index;
}

/** Sum of the angles under which the edges are seen: a whole turn inside, none outside. */
function turns(polygon: Polygon, x: number, y: number): number {
  let angle = 0;
  for (const [corner, [x1, y1]] of polygon.entries()) {
    const [x2, y2] = polygon[(corner + 1) % polygon.length]!;
    const cross = (x1 - x) * (y2 - y) - (y1 - y) * (x2 - x);
    angle += Math.atan2(cross, (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y));
  }
  return Math.round(Math.abs(angle) / (2 * Math.PI));
}

describe('buildings inside a polygon', () => {
  it('are those in its arms, not those in its notch', () => {
    const u: Polygon = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
    ];
    const index = at([
      [0.5, 2],
      [1.5, 2],
      [2.5, 2],
      [1.5, 0.5],
      [4, 1],
    ]);
    expect(findInside(index, u)).toEqual([0, 2, 3]);
  });

  it('are none where there is no area', () => {
    expect(findInside(at([[0, 0]]), [])).toEqual([]);
    expect(
      findInside(at([[0, 0]]), [
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([]);
  });

  it('see a star-shaped polygon as a whole turn', () => {
    const radii = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), {
      minLength: 3,
      maxLength: 9,
    });
    const place = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(radii, place, place, (lengths, x, y) => {
        const polygon = lengths.map((length, corner): [number, number] => {
          const angle = (2 * Math.PI * corner) / lengths.length;
          return [length * Math.cos(angle), length * Math.sin(angle)];
        });
        const isInside = findInside(at([[x, y]]), polygon).length === 1;
        expect(isInside).toBe(turns(polygon, x, y) === 1);
      }),
    );
  });
});
