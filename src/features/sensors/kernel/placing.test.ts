import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { createPlacer, type Placing, type PlacingInput, spacingFor } from './placing.ts';

const WIDTH = 400;
const HEIGHT = 300;
const SPACING = 40;
const POOL = 200;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly rank?: number;
  readonly urgency?: number;
}

const inputOf = (points: readonly Point[]): PlacingInput => ({
  xPx: Float32Array.from(points, ({ x }) => x),
  yPx: Float32Array.from(points, ({ y }) => y),
  rank: Uint8Array.from(points, ({ rank }) => rank ?? 0),
  urgency: Uint8Array.from(points, ({ urgency }) => urgency ?? 0),
  order: Uint32Array.from(points.keys()),
  widthPx: WIDTH,
  heightPx: HEIGHT,
  spacingPx: SPACING,
});

const pinned = ({ count, sensor }: Placing) => [...sensor.subarray(0, count)];

/** What the placer promises, from every pair: `keeper` is the sensor that each was counted into before. */
function placeByEveryPair(points: readonly Point[], keeper: readonly number[]) {
  const seen = points.flatMap((point, at) => (Number.isNaN(point.x) ? [] : [at]));
  const stands = (at: number) => keeper[at] === at;
  const turns = seen.sort(
    (a, b) =>
      (points[b]!.rank ?? 0) - (points[a]!.rank ?? 0) ||
      Number(stands(b)) - Number(stands(a)) ||
      a - b,
  );
  const apart = (a: number, b: number) =>
    Math.max(
      Math.abs(Math.fround(points[a]!.x) - Math.fround(points[b]!.x)),
      Math.abs(Math.fround(points[a]!.y) - Math.fround(points[b]!.y)),
    );
  const straight = (a: number, b: number) =>
    (Math.fround(points[a]!.x) - Math.fround(points[b]!.x)) ** 2 +
    (Math.fround(points[a]!.y) - Math.fround(points[b]!.y)) ** 2;
  const pins: number[] = [];
  for (const at of turns) {
    const room = stands(at) ? SPACING * 0.85 : SPACING;
    if (pins.every((pin) => apart(at, pin) >= room)) pins.push(at);
  }
  const into = points.map((_, at) => {
    if (pins.includes(at)) return at;
    if (!seen.includes(at)) return -1;
    const kept = keeper[at]!;
    if (pins.includes(kept) && apart(at, kept) < SPACING * 1.3) return kept;
    const near = pins.filter((pin) => apart(at, pin) < SPACING);
    return near.reduce(
      (best, pin) => (straight(at, pin) < straight(at, best) ? pin : best),
      near[0]!,
    );
  });
  return { pins, into };
}

const coordinate = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const point = fc.record({
  x: fc.oneof(
    { weight: 9, arbitrary: coordinate(WIDTH) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  y: coordinate(HEIGHT),
  rank: fc.integer({ min: 0, max: 5 }),
  urgency: fc.integer({ min: 0, max: 3 }),
});

describe('placing pins', () => {
  it('agrees with a look at every pair, over several placings in a row', () => {
    const scenes = fc.integer({ min: 1, max: 120 }).chain((count) =>
      fc.array(fc.array(point, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(scenes, (moments) => {
        const placer = createPlacer(moments[0]!.length, POOL);
        let keeper = moments[0]!.map(() => -1);
        for (const points of moments) {
          const placing = placer.place(inputOf(points));
          const expected = placeByEveryPair(points, keeper);
          expect(pinned(placing)).toEqual(expected.pins);
          const into = [...placing.pinOf].map((pin) => (pin < 0 ? -1 : placing.sensor[pin]!));
          expect(into).toEqual(expected.into);
          keeper = expected.into;
        }
      }),
    );
  });

  it('counts everything in view once, and says how urgent the worst of the others is', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 200 }), (points) => {
        const { count, sensor, others, worst, pinOf } = createPlacer(points.length, POOL).place(
          inputOf(points),
        );
        const seen = points.filter(({ x }) => !Number.isNaN(x)).length;
        const counted = others.subarray(0, count).reduce((sum, one) => sum + one, count);
        expect(counted).toBe(seen);
        for (let pin = 0; pin < count; pin++) {
          const inside = points.filter((_, at) => pinOf[at] === pin && sensor[pin] !== at);
          expect(others[pin]).toBe(inside.length);
          expect(worst[pin]).toBe(Math.max(0, ...inside.map(({ urgency }) => urgency)));
        }
      }),
    );
  });

  it('gives the place to the more urgent one, wherever it is in the list', () => {
    const placing = createPlacer(3, POOL).place(
      inputOf([
        { x: 100, y: 100 },
        { x: 110, y: 100, rank: 4, urgency: 3 },
        { x: 90, y: 100, rank: 1 },
      ]),
    );
    expect(pinned(placing)).toEqual([1]);
    expect(placing.others[0]).toBe(2);
  });

  it('lets an alarm push a standing pin aside', () => {
    const placer = createPlacer(2, POOL);
    const points = [
      { x: 100, y: 100 },
      { x: 110, y: 100, rank: 0 },
    ];
    expect(pinned(placer.place(inputOf(points)))).toEqual([0]);
    points[1]!.rank = 3;
    expect(pinned(placer.place(inputOf(points)))).toEqual([1]);
  });

  it('keeps the same pins while the picture is only shifted', () => {
    const random = createRandom('pins 5');
    const points = Array.from({ length: 2000 }, () => ({
      x: 100 + random.next() * 200,
      y: 100 + random.next() * 100,
    }));
    const placer = createPlacer(points.length, POOL);
    const before = pinned(placer.place(inputOf(points)));
    for (let step = 1; step <= 40; step++) {
      const shifted = points.map(({ x, y }) => ({ x: x + step * 0.7, y: y - step * 0.3 }));
      expect(pinned(placer.place(inputOf(shifted))).sort()).toEqual([...before].sort());
    }
  });

  it('lets no pin come and go while the distance to its neighbour trembles about the spacing', () => {
    const placer = createPlacer(2, POOL);
    const counts = Array.from({ length: 20 }, (_, step) => {
      const x = 100 + SPACING + (step % 2 ? 0.6 : -0.6);
      return placer.place(
        inputOf([
          { x: 100, y: 50 },
          { x, y: 50 },
        ]),
      ).count;
    });
    // Once there was room it stays; it does not come back and forth.
    expect(counts).toEqual([1, ...Array<number>(19).fill(2)]);
  });

  it('forgets what stood when told to', () => {
    const placer = createPlacer(2, POOL);
    placer.place(
      inputOf([
        { x: Number.NaN, y: 0 },
        { x: 100, y: 50 },
      ]),
    );
    const together = inputOf([
      { x: 100, y: 50 },
      { x: 100, y: 50 },
    ]);
    expect(pinned(placer.place(together))).toEqual([1]);
    placer.forget();
    expect(pinned(placer.place(together))).toEqual([0]);
  });

  it('never places more pins than it has', () => {
    const random = createRandom('pins 1');
    const points = Array.from({ length: 500 }, () => ({
      x: random.next() * WIDTH,
      y: random.next() * HEIGHT,
    }));
    const placing = createPlacer(points.length, 7).place(inputOf(points));
    expect(placing.count).toBe(7);
  });

  it('holds what lies just outside of the picture apart as well', () => {
    const placing = createPlacer(3, POOL).place(
      inputOf([
        { x: -15, y: -15 },
        { x: -10, y: -15 },
        { x: WIDTH + 15, y: HEIGHT + 15 },
      ]),
    );
    expect(pinned(placing)).toEqual([0, 2]);
  });

  it('takes a spacing at which the pool always suffices', () => {
    for (const [width, height] of [
      [390, 700],
      [1920, 1080],
      [3840, 2160],
      [7680, 3240],
    ] as const) {
      const spacing = spacingFor(width, height, 44, 700);
      expect(spacing).toBeGreaterThanOrEqual(44);
      const random = createRandom('pins 3');
      const points = Array.from({ length: 20_000 }, () => ({
        x: random.next() * width,
        y: random.next() * height,
      }));
      const input = { ...inputOf(points), widthPx: width, heightPx: height, spacingPx: spacing };
      const { count, pinOf } = createPlacer(points.length, 700).place(input);
      expect(count).toBeLessThanOrEqual(700);
      expect(pinOf.every((pin) => pin >= 0)).toBe(true);
    }
  });
});
