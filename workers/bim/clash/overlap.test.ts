import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBox } from '../mesh/a-tiled-model.ts';
import { aRod, aSolidBall, aSolidBox, type Pose, solidOf } from './a-solid.ts';
import { findGap } from './gap.ts';
import { findOverlap } from './overlap.ts';
import { exitOf, type Solid } from './solid.ts';

const TOLERANCE_M = 0.01;
/** Solids are 32-bit floats. */
const DIGITS = 5;

const depthOf = (a: Solid, b: Solid, toleranceM = TOLERANCE_M) =>
  findOverlap(a, b, toleranceM)?.depthM;

describe('the overlap of two solids', () => {
  const cube = () => aSolidBox([0, 0, 0], [1, 1, 1]);

  it('of two boxes that reach 5 cm into each other is 5 cm, in the middle of it', () => {
    const overlap = findOverlap(cube(), aSolidBox([0.95, 0.2, 0.2], [2, 0.8, 0.8]), TOLERANCE_M);
    expect(overlap?.depthM).toBeCloseTo(0.05, DIGITS);
    expect(overlap?.point[0]).toBeCloseTo(0.975, 3);
    expect(overlap?.isEstimate).toBe(false);
  });

  it('is the same where their sides are flush', () => {
    expect(depthOf(cube(), aSolidBox([0.95, 0, 0], [1.95, 1, 1]))).toBeCloseTo(0.05, DIGITS);
  });

  it.each<readonly [string, number[], number[]]>([
    ['at a face', [1, 0, 0], [2, 1, 1]],
    ['at a part of a face', [1, 0.3, 0.3], [2, 0.6, 0.6]],
    ['along an edge', [1, 1, 0], [2, 2, 1]],
    ['at a corner', [1, 1, 1], [2, 2, 2]],
    ['within the tolerance', [0.991, 0, 0], [2, 1, 1]],
    ['not at all', [1.2, 0, 0], [2, 1, 1]],
  ])('is none where they touch %s', (_, least, greatest) => {
    expect(depthOf(cube(), aSolidBox(least, greatest))).toBeUndefined();
  });

  it('is none for a column in the corner of two walls of one element', () => {
    const walls = [aBox([-1, 0, 0], [0, 5, 3]), aBox([-1, -1, 0], [5, 0, 3])];
    const positions = Float32Array.from(walls.flatMap((wall) => [...wall.positions]));
    const indices = walls.flatMap((wall, at) => [...wall.indices].map((one) => one + 24 * at));
    const corner = solidOf(positions, indices);
    expect(corner.isClosed).toBe(true);
    expect(depthOf(corner, aSolidBox([0, 0, 0], [0.4, 0.4, 3]))).toBeUndefined();
    expect(depthOf(corner, aSolidBox([-0.1, 0, 0], [0.4, 0.4, 3]))).toBeCloseTo(0.1, DIGITS);
  });

  it('of a pipe through a wall is as thick as the pipe', () => {
    const wall = aSolidBox([0, -2, 0], [0.3, 2, 3]);
    const pipe = aRod(0.05, 2, { shift: [-1, 0.3, 1.5] });
    // The pipe is a prism of 48 sides: a little thinner than a cylinder between its faces.
    expect(depthOf(wall, pipe)).toBeGreaterThan(0.0995);
    expect(depthOf(wall, pipe)).toBeLessThanOrEqual(0.1 + 1e-6);
  });

  it('of something wholly inside is its own least thickness', () => {
    expect(depthOf(cube(), aSolidBox([0.4, 0.4, 0.3], [0.5, 0.6, 0.7]))).toBeCloseTo(0.1, DIGITS);
  });

  it('of a thing and its double is its thickness', () => {
    const slab = () => aSolidBox([0, 0, 0], [6, 4, 0.2]);
    expect(depthOf(slab(), slab())).toBeCloseTo(0.2, DIGITS);
  });

  it('of two balls is the lens between their tops', () => {
    const depth = depthOf(aSolidBall(1, {}, 48), aSolidBall(1, { shift: [1.9, 0, 0] }, 48));
    expect(depth).toBeGreaterThan(0.09);
    expect(depth).toBeLessThanOrEqual(0.1 + 1e-4);
  });

  it('is an estimate where one has no inside', () => {
    // A sheet without thickness, pierced by a rod.
    const sheet = solidOf(Float32Array.of(0, -1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1), [
      ...[0, 1, 2, 0, 2, 3],
    ]);
    const overlap = findOverlap(sheet, aRod(0.1, 1, { shift: [-0.5, 0, 0] }), TOLERANCE_M);
    expect(overlap).toBeUndefined();
    const folded = solidOf(Float32Array.of(0, -1, -1, 0.4, 1, -1, 0.4, 1, 1, 0, -1, 1), [
      ...[0, 1, 2, 0, 2, 3],
    ]);
    expect(findOverlap(folded, aRod(0.1, 1, { shift: [-0.5, 0, 0] }), TOLERANCE_M)).toMatchObject({
      isEstimate: true,
    });
  });

  it('of boxes side by side is what brute force says, whichever way all is turned', () => {
    const size = fc.double({ min: 0.3, max: 2, noNaN: true });
    const place = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    const box = fc.tuple(fc.tuple(place, place, place), fc.tuple(size, size, size));
    fc.assert(
      fc.property(box, box, angle, angle, ([a, sizeA], [b, sizeB], turn, tilt) => {
        const pose: Pose = { turn, tilt, shift: [3, -2, 1] };
        const high = (low: readonly number[], size: readonly number[]) =>
          low.map((value, axis) => value + size[axis]!);
        const extents = a.map(
          (low, axis) =>
            Math.min(low + sizeA[axis]!, b[axis]! + sizeB[axis]!) - Math.max(low, b[axis]!),
        );
        const expected = Math.min(...extents);
        // Near the tolerance either answer is right.
        fc.pre(Math.abs(expected - TOLERANCE_M) > 1e-4);
        const depth = depthOf(
          aSolidBox(a, high(a, sizeA), pose),
          aSolidBox(b, high(b, sizeB), pose),
        );
        if (expected < TOLERANCE_M) expect(depth).toBeUndefined();
        else expect(depth).toBeCloseTo(expected, 3);
      }),
      { numRuns: 300 },
    );
  });

  it('is found between any two turned boxes that share a point with room around it', () => {
    const place = fc.double({ min: -1, max: 1, noNaN: true });
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    const pose = fc.record({
      turn: angle,
      tilt: angle,
      shift: fc.tuple(place, place, place),
    });
    fc.assert(
      fc.property(pose, pose, (one, other) => {
        const a = aSolidBox([-0.5, -0.5, -0.5], [0.5, 0.5, 0.5], one);
        const b = aSolidBox([-0.4, -0.6, -0.1], [0.4, 0.6, 0.1], other);
        const [inA, inB] = [roomIn(one, [0.5, 0.5, 0.5]), roomIn(other, [0.4, 0.6, 0.1])];
        const room = mostRoom(a, inA, inB);
        const depth = depthOf(a, b);
        if (room > 0.02) expect(depth).toBeDefined();
        if (depth !== undefined) {
          // Never thicker than the thinner of the two.
          expect(depth).toBeLessThanOrEqual(0.2 + 1e-4);
          expect(depth).toBeGreaterThan(TOLERANCE_M);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a ray out of a solid', () => {
  const two = () => {
    // Two boxes of one element that overlap each other.
    const parts = [aBox([0, 0, 0], [2, 1, 1]), aBox([1, 0, 0], [3, 1, 1])];
    return solidOf(
      Float32Array.from(parts.flatMap((part) => [...part.positions])),
      parts.flatMap((part, at) => [...part.indices].map((one) => one + 24 * at)),
    );
  };

  it('leaves where the last of its parts ends', () => {
    expect(exitOf(two(), [0.5, 0.4, 0.3], [1, 0, 0])?.distanceM).toBeCloseTo(2.5, DIGITS);
  });

  it('does not leave what it was never in', () => {
    expect(exitOf(two(), [-0.5, 0.4, 0.3], [1, 0, 0])).toBeUndefined();
    expect(exitOf(two(), [0.5, 1.4, 0.3], [1, 0, 0])).toBeUndefined();
  });

  it('counts an edge of two faces once', () => {
    // Through the diagonal of a face.
    expect(exitOf(two(), [0.5, 0.5, 0.5], [-1, 0, 0])?.distanceM).toBeCloseTo(0.5, DIGITS);
  });

  it('knows a solid that was written inside out', () => {
    const { positions, indices } = aBox([0, 0, 0], [1, 1, 1]);
    const inverted = solidOf(positions, [...indices].reverse());
    expect(inverted.isClosed).toBe(true);
    expect(exitOf(inverted, [0.5, 0.4, 0.3], [1, 0, 0])?.distanceM).toBeCloseTo(0.5, DIGITS);
  });
});

describe('the gap between two solids', () => {
  const cube = () => aSolidBox([0, 0, 0], [1, 1, 1]);

  it('is the way between their surfaces, with its middle', () => {
    const found = findGap(cube(), aSolidBox([1.03, 0.2, 0.2], [2, 0.8, 0.8]), 0.1);
    expect(found?.gapM).toBeCloseTo(0.03, DIGITS);
    expect(found?.point[0]).toBeCloseTo(1.015, DIGITS);
  });

  it('is not looked for beyond the clearance', () => {
    expect(findGap(cube(), aSolidBox([1.2, 0, 0], [2, 1, 1]), 0.1)).toBeUndefined();
  });

  it('between a corner and an edge is measured across', () => {
    const other = aSolidBox([1.03, 1.04, 0], [2, 2, 1]);
    expect(findGap(cube(), other, 0.1)?.gapM).toBeCloseTo(0.05, DIGITS);
  });
});

/** How far a point is from the faces of a posed box around the origin; negative outside. */
function roomIn({ turn = 0, tilt = 0, shift = [0, 0, 0] }: Pose, half: readonly number[]) {
  return (point: readonly number[]) => {
    const [x, y, z] = point.map((value, axis) => value - shift[axis]!);
    const ty = y! * Math.cos(tilt) + z! * Math.sin(tilt);
    const tz = -y! * Math.sin(tilt) + z! * Math.cos(tilt);
    const tx = x! * Math.cos(turn) + ty * Math.sin(turn);
    const back = [tx, -x! * Math.sin(turn) + ty * Math.cos(turn), tz];
    return Math.min(...back.map((value, axis) => half[axis]! - Math.abs(value)));
  };
}

function mostRoom(
  { least, greatest }: Solid,
  ...rooms: readonly ((point: readonly number[]) => number)[]
): number {
  let most = Number.NEGATIVE_INFINITY;
  const steps = 16;
  for (let x = 0; x <= steps; x++) {
    for (let y = 0; y <= steps; y++) {
      for (let z = 0; z <= steps; z++) {
        const point = [x, y, z].map(
          (step, axis) => least[axis]! + ((greatest[axis]! - least[axis]!) * step) / steps,
        );
        most = Math.max(most, Math.min(...rooms.map((room) => room(point))));
      }
    }
  }
  return most;
}
