import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Vector } from '../vector.ts';
import { faceAround } from './face.ts';
import {
  measureAngle,
  measureArea,
  measureDistance,
  measurePerpendicular,
  middleOf,
} from './measures.ts';
import { csvHead, toMeasuresCsv } from './measures-csv.ts';
import { type Hit, nearestOnEdge, REACH_PX, type Screen, type Snap, snapTo } from './snap.ts';

// A floor of 4 m × 3 m at z = 0, seen from above: 100 pixels a metre.
const positions = [0, 0, 0, 4, 0, 0, 4, 3, 0, 0, 3, 0];
const edges = [0, 1, 1, 2, 2, 3, 3, 0];
const up: Vector = [0, 0, 1];
const PX_PER_M = 100;

const hitAt = (x: number, y: number): Hit => ({
  ...{ point: [x, y, 0], normal: up, element: 7, triangle: 0 },
});
const fromAbove = (x: number, y: number): Screen => ({
  pixelsTo: (point) => PX_PER_M * Math.hypot(point[0] - x, point[1] - y),
  isSeen: () => true,
});
const snapAt = (x: number, y: number) => snapTo(hitAt(x, y), positions, edges, fromAbove(x, y));

describe('snapping', () => {
  it.each<readonly [string, number, number, Vector]>([
    ['corner', 0.1, 0.08, [0, 0, 0]],
    ['corner', 3.95, 2.9, [4, 3, 0]],
    ['middle', 2.05, 0.04, [2, 0, 0]],
    ['edge', 1, 0.05, [1, 0, 0]],
    ['edge', 3.95, 1, [4, 1, 0]],
    ['face', 1, 1, [1, 1, 0]],
  ])('takes the %s near %f, %f', (kind, x, y, point) => {
    const snap = snapAt(x, y);
    expect(snap.kind).toBe(kind);
    expect(distance(snap.point, point)).toBeLessThan(1e-12);
    expect(snap.element).toBe(7);
  });

  it('prefers a corner to the edge that is nearer', () => {
    expect(snapAt(0.13, 0.001).kind).toBe('corner');
  });

  it('leaves corners that something else hides', () => {
    const screen: Screen = { ...fromAbove(0.05, 0.05), isSeen: ([x]) => x > 0.01 };
    expect(snapTo(hitAt(0.05, 0.05), positions, edges, screen).point).toEqual([0.05, 0, 0]);
  });

  it('never takes what is farther than its reach, and always the best there is', () => {
    const x = fc.double({ min: 0, max: 4, noNaN: true });
    const y = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(x, y, (atX, atY) => {
        const snap = snapAt(atX, atY);
        const { pixelsTo } = fromAbove(atX, atY);
        const corners: Vector[] = [
          [0, 0, 0],
          [4, 0, 0],
          [4, 3, 0],
          [0, 3, 0],
        ];
        const isNearCorner = corners.some((corner) => pixelsTo(corner) <= REACH_PX.corner);
        expect(snap.kind === 'corner').toBe(isNearCorner);
        if (snap.kind !== 'face') {
          expect(pixelsTo(snap.point)).toBeLessThanOrEqual(REACH_PX[snap.kind]);
        }
      }),
    );
  });

  it('finds the nearest place on an edge, its ends included', () => {
    expect(
      nearestOnEdge(
        [1, 5, 0],
        [
          [0, 0, 0],
          [4, 0, 0],
        ],
      ),
    ).toEqual([1, 0, 0]);
    expect(
      nearestOnEdge(
        [-1, 5, 0],
        [
          [0, 0, 0],
          [4, 0, 0],
        ],
      ),
    ).toEqual([0, 0, 0]);
    expect(
      nearestOnEdge(
        [9, 0, 0],
        [
          [1, 1, 1],
          [1, 1, 1],
        ],
      ),
    ).toEqual([1, 1, 1]);
  });
});

const snap = (point: Vector, normal: Vector = up, edge?: Snap['edge']): Snap => ({
  ...{ kind: edge ? 'edge' : 'face', point, normal, edge, element: 0, triangle: 0 },
});

describe('a measure', () => {
  it('of a distance has its level and its upright part', () => {
    expect(measureDistance(1, snap([1, 2, 3]), snap([4, 6, -9]))).toMatchObject({
      ...{ lengthM: 13, horizontalM: 5, verticalM: -12 },
    });
  });

  it('square to a face goes to its plane, however far beside it', () => {
    const wall = snap([2, 0, 1], [1, 0, 0]);
    expect(measurePerpendicular(1, wall, snap([5.25, 40, -7]))).toMatchObject({
      ...{ lengthM: 3.25, from: [5.25, 40, -7], to: [2, 40, -7] },
    });
  });

  it('square to an edge goes to its line', () => {
    const edge = snap([1, 0, 0], up, [
      [0, 0, 0],
      [4, 0, 0],
    ]);
    expect(measurePerpendicular(1, edge, snap([9, 3, 4]))).toMatchObject({
      ...{ lengthM: 5, to: [9, 0, 0] },
    });
  });

  it.each<readonly [string, Snap, Snap, number]>([
    ['two faces', snap([0, 0, 0], up), snap([1, 1, 1], [0, 1, 1]), 45],
    ['two faces back to back', snap([0, 0, 0], up), snap([1, 1, 1], [0, 0, -1]), 0],
    [
      'two edges',
      snap([0, 0, 0], up, [
        [0, 0, 0],
        [1, 0, 0],
      ]),
      snap([0, 0, 0], up, [
        [0, 0, 0],
        [1, Math.sqrt(3), 0],
      ]),
      60,
    ],
    [
      'an edge and a face',
      snap([0, 0, 0], up, [
        [0, 0, 0],
        [1, 0, 1],
      ]),
      snap([0, 0, 0], up),
      45,
    ],
    [
      'an edge in a face',
      snap([0, 0, 0], up, [
        [0, 0, 0],
        [1, 0, 0],
      ]),
      snap([0, 0, 0], up),
      0,
    ],
  ])('of the angle between %s', (_, a, b, degrees) => {
    const measure = measureAngle(1, a, b);
    expect(measure.kind === 'angle' && measure.degrees).toBeCloseTo(degrees, 9);
  });
});

describe('the face around a triangle', () => {
  /** A slab of 4 m × 3 m with a hole of 1 m × 1 m in its top, and one of its sides. */
  const slab = () => {
    const outer = [
      [0, 0],
      [4, 0],
      [4, 3],
      [0, 3],
    ];
    const inner = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ];
    const corners = [...outer, ...inner].flatMap(([x, y]) => [x!, y!, 0.2]);
    corners.push(0, 0, 0, 4, 0, 0);
    const indices: number[] = [];
    for (let side = 0; side < 4; side++) {
      const next = (side + 1) % 4;
      indices.push(side, next, 4 + next, side, 4 + next, 4 + side);
    }
    // The side at y = 0.
    indices.push(8, 9, 1, 8, 1, 0);
    return { corners, indices, triangles: indices.flatMap((_, at) => (at % 3 ? [] : [at / 3])) };
  };

  it('is as large as the top without its hole, whichever triangle is clicked', () => {
    const { corners, indices, triangles } = slab();
    for (let start = 0; start < 8; start++) {
      const face = faceAround(corners, indices, triangles, start);
      expect(face.areaM2).toBeCloseTo(11, 9);
      expect(face.perimeterM).toBeCloseTo(14 + 4, 9);
      expect(face.outline.length).toBe(8);
    }
  });

  it('ends at an edge to another plane', () => {
    const { corners, indices, triangles } = slab();
    const face = faceAround(corners, indices, triangles, 8);
    expect(face.areaM2).toBeCloseTo(0.8, 9);
    expect(face.normal).toEqual([0, -1, 0]);
    expect(measureArea(3, face)).toMatchObject({ kind: 'area', areaM2: face.areaM2 });
    expect(middleOf(measureArea(3, face))[0]).toBeCloseTo(2, 9);
  });

  it('leaves out what lies in the same plane but not beside it', () => {
    const corners = [0, 0, 0, 1, 0, 0, 1, 1, 0, 5, 0, 0, 6, 0, 0, 6, 1, 0];
    expect(faceAround(corners, [0, 1, 2, 3, 4, 5], [0, 1], 0).areaM2).toBeCloseTo(0.5, 12);
  });
});

describe('the file of measures', () => {
  it('has a line for each with value and unit', () => {
    const csv = toMeasuresCsv([
      measureDistance(1, snap([0, 0, 0]), snap([3, 4, 0])),
      measureAngle(2, snap([0, 0, 0], up), snap([1, 1, 1], [0, 1, 1])),
    ]);
    const [head, first, second] = csv.replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toBe(csvHead.join(','));
    expect(first).toBe('1,distance,5,m,5,0,,0,0,0,3,4,0');
    expect(second).toMatch(/^2,angle,45,°,,,,/);
    for (const line of [first, second]) expect(line?.split(',').length).toBe(csvHead.length);
  });
});
