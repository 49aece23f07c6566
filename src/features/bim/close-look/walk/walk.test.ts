import { BufferAttribute, BufferGeometry } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../vector.ts';
import { surroundingsOf } from './surroundings.ts';
import { BODY_M, type Surroundings, standNear, type Walker, walk } from './walk.ts';

type Box = readonly [x: number, y: number, z: number, farX: number, farY: number, farZ: number];

/** A world of boxes, by the same tree of triangles as in the close look. */
function aWorld(...boxes: Box[]): Surroundings {
  const positions: number[] = [];
  const indices: number[] = [];
  const sides = [0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3];
  for (const box of boxes) {
    const first = positions.length / 3;
    for (let corner = 0; corner < 8; corner++) {
      positions.push(box[corner & 1 ? 3 : 0], box[corner & 2 ? 4 : 1], box[corner & 4 ? 5 : 2]);
    }
    indices.push(...[...sides, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5].map((one) => first + one));
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setIndex(indices);
  return surroundingsOf(new MeshBVH(geometry), () => true);
}

const floor: Box = [-20, -20, -0.2, 20, 20, 0];
const standing: Walker = { feet: [0, 0, 0], fallMS: 0 };
const STEP_S = 1 / 30;

/** Walks at 1.4 m/s for some seconds. */
function go(
  around: Surroundings,
  from: Walker,
  [x, y]: readonly [number, number],
  seconds: number,
) {
  let walker = from;
  const stride = 1.4 * STEP_S;
  for (let time = 0; time < seconds; time += STEP_S) {
    walker = walk(walker, [x * stride, y * stride], STEP_S, around);
  }
  return walker;
}

const expectNear = (feet: Vector, expected: Vector, by = 0.02) => {
  for (const [axis, value] of expected.entries()) {
    expect(Math.abs(feet[axis]! - value), `${feet} ~ ${expected}`).toBeLessThan(by);
  }
};

describe('walking', () => {
  it('goes on over a floor', () => {
    const { feet } = go(aWorld(floor), standing, [1, 0], 2);
    expectNear(feet, [2.8, 0, 0], 0.06);
  });

  it('stops before a wall, a body away', () => {
    const { feet } = go(aWorld(floor, [3, -5, 0, 3.2, 5, 3]), standing, [1, 0], 5);
    expect(feet[0]).toBeGreaterThan(3 - BODY_M - 0.11);
    expect(feet[0]).toBeLessThanOrEqual(3 - BODY_M + 1e-6);
  });

  it('slides along a wall that it meets aslant', () => {
    const slope = Math.SQRT1_2;
    const { feet } = go(aWorld(floor, [3, -9, 0, 3.2, 9, 3]), standing, [slope, slope], 5);
    expect(feet[0]).toBeLessThanOrEqual(3 - BODY_M + 1e-6);
    expect(feet[1]).toBeGreaterThan(4);
  });

  it('does not slip through a corner', () => {
    const world = aWorld(floor, [2, -9, 0, 2.2, 9, 3], [-9, 2, 0, 9, 2.2, 3]);
    const { feet } = go(world, standing, [0.8, 0.6], 6);
    expect(feet[0]).toBeLessThan(2);
    expect(feet[1]).toBeLessThan(2);
  });

  it('climbs stairs and comes down again', () => {
    const steps = Array.from({ length: 10 }, (_, at): Box => {
      const x = 1 + 0.28 * at;
      return [x, -1, 0, 9, 1, 0.17 * (at + 1)];
    });
    const world = aWorld(floor, ...steps);
    const up = go(world, standing, [1, 0], 4);
    expectNear(up.feet, [5.6, 0, 1.7], 0.1);
    expectNear(go(world, up, [-1, 0], 4).feet, [0, 0, 0], 0.1);
  });

  it.each([
    [0.38, true],
    [0.45, false],
  ])('of a ledge %f m high is possible: %s', (height, isPossible) => {
    const { feet } = go(aWorld(floor, [1, -5, 0, 9, 5, height]), standing, [1, 0], 3);
    expect(feet[2] > 0.1).toBe(isPossible);
  });

  it('does not go where the head would meet a beam', () => {
    const { feet } = go(aWorld(floor, [1, -5, 1.6, 1.3, 5, 1.9]), standing, [1, 0], 3);
    expect(feet[0]).toBeLessThan(1);
  });

  it('does not step up below a ceiling that is too low', () => {
    const world = aWorld(floor, [1, -5, 0, 9, 5, 0.3], [1.05, -5, 2, 9, 5, 2.2]);
    expect(go(world, standing, [1, 0], 3).feet[0]).toBeLessThan(1.2);
  });

  it('falls where there is no floor, and lands on the next one', () => {
    const world = aWorld([-5, -5, 2.8, 1, 5, 3], floor);
    const walker = go(world, { feet: [0, 0, 3], fallMS: 0 }, [1, 0], 3);
    expectNear(walker.feet, [4.2, 0, 0], 0.1);
    expect(walker.fallMS).toBe(0);
  });

  it('does not climb a slope that is too steep', () => {
    const geometry = new BufferGeometry();
    const corners = [-20, -20, 0, 1, -20, 0, 1, 20, 0, -20, 20, 0, 2, -20, 1.5, 2, 20, 1.5];
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3, 1, 4, 5, 1, 5, 2]);
    const { feet } = go(
      surroundingsOf(new MeshBVH(geometry), () => true),
      standing,
      [1, 0],
      4,
    );
    expect(feet[2]).toBeLessThan(0.35);
  });

  it('passes what is no obstacle', () => {
    const open: Surroundings = { cast: () => undefined };
    expect(walk(standing, [0.1, 0], 0.01, open).feet[0]).toBeCloseTo(0.1, 9);
  });
});

describe('a place to stand', () => {
  it('is where one wanted it, on the floor', () => {
    expectNear(standNear([1, 2, 0.5], aWorld(floor)) ?? [9, 9, 9], [1, 2, 0]);
  });

  it('is beside a wall that stands there', () => {
    const feet = standNear([0, 0, 0], aWorld(floor, [-0.5, -5, 0, 0.5, 5, 3]));
    expect(Math.abs(feet?.[0] ?? 0)).toBeGreaterThan(0.5 + BODY_M);
  });

  it('is a roomier one where more room is asked for', () => {
    const shaft = aWorld(floor, [-0.6, -5, 0, -0.5, 5, 3], [0.5, -5, 0, 0.6, 5, 3]);
    expectNear(standNear([0, 0, 0], shaft) ?? [9, 9, 9], [0, 0, 0]);
    const feet = standNear([0, 0, 0], shaft, 1.1);
    expect(Math.abs(feet?.[0] ?? 0)).toBeGreaterThan(1.6);
  });

  it('is none where there is no floor or no room', () => {
    expect(standNear([0, 0, 0], { cast: () => undefined })).toBeUndefined();
    expect(standNear([0, 0, 0], aWorld(floor, [-20, -20, 1.2, 20, 20, 1.4]))).toBeUndefined();
  });
});
