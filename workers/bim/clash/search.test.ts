import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClashThing } from '#features/bim/contract/clash.ts';
import { placementAt, toModelMatrix } from '#model/model-placement.ts';
import { aSolidBox } from './a-solid.ts';
import { apply, applyToBox, between, inverse } from './frame.ts';
import { boxOf, readPipes, toSolid } from './pipes.ts';
import { type ClashGroup, clashOf, nearPairs } from './search.ts';

type Box = readonly [least: readonly number[], greatest: readonly number[]];
const rules = { toleranceM: 0.01, clearanceM: 0 };
const never = () => false;

function aGroup(boxes: readonly Box[], name = 'e'): ClashGroup {
  const describe = (number: number): ClashThing => ({
    ...{ model: 'm', index: number, id: `${name}${number}`, name: '', class: 'IfcWall' },
    ...{ discipline: 'other', storey: '' },
  });
  return {
    count: boxes.length,
    boxes: Float64Array.from(boxes.flatMap(([least, greatest]) => [...least, ...greatest])),
    identity: boxes.map((_, at) => `${name}${at}`),
    solid: (number) => aSolidBox(...boxes[number]!),
    describe,
  };
}

const toPairs = (pairs: Uint32Array) =>
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at]!, pairs[2 * at + 1]!]);

describe('pairs that come near', () => {
  const coordinate = fc.integer({ min: 0, max: 12 });
  const box = fc.tuple(coordinate, coordinate, coordinate, fc.integer({ min: 1, max: 4 })).map(
    ([x, y, z, size]): Box => [
      [x, y, z],
      [x + size, y + size, z + size],
    ],
  );
  const boxes = fc.array(box, { maxLength: 25 });

  it('are those that brute force finds', () => {
    fc.assert(
      fc.property(boxes, boxes, fc.integer({ min: 0, max: 2 }), (a, b, clearanceM) => {
        const found = nearPairs(aGroup(a, 'a'), aGroup(b, 'b'), { clearanceM, isJoin: never });
        const expected = a.flatMap((one, i) =>
          b.flatMap((other, j) => (isNear(one, other, clearanceM) ? [[i, j]] : [])),
        );
        expect(toPairs(found)).toEqual(expected);
      }),
    );
  });

  it('are met once where both sides hold the same things, and never with themselves', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const found = toPairs(
          nearPairs(aGroup(all), aGroup(all), { clearanceM: 0, isJoin: never }),
        );
        const keys = found.map((pair) => pair.toSorted((p, q) => p - q).join());
        expect(new Set(keys).size).toBe(keys.length);
        const expected = all.flatMap((one, i) =>
          all.flatMap((other, j) => (i < j && isNear(one, other, 0) ? [`${i},${j}`] : [])),
        );
        expect(keys.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('leave out what is meant to meet', () => {
    const a = aGroup(
      [
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
      ],
      'a',
    );
    const b = aGroup(
      [
        [
          [0.5, 0, 0],
          [2, 1, 1],
        ],
        [
          [0.9, 0, 0],
          [3, 1, 1],
        ],
      ],
      'b',
    );
    const found = nearPairs(a, b, { clearanceM: 0, isJoin: (_, other) => other === 0 });
    expect(toPairs(found)).toEqual([[0, 1]]);
    expect(nearPairs(aGroup([]), b, { clearanceM: 0, isJoin: never }).length).toBe(0);
  });
});

describe('a clash', () => {
  const one = aGroup(
    [
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
    ],
    'a',
  );

  it('of two boxes says how deep, where and between what', () => {
    const other = aGroup(
      [
        [
          [0.95, 0, 0],
          [2, 1, 1],
        ],
      ],
      'b',
    );
    const clash = clashOf(one, 0, other, 0, rules);
    expect(clash).toMatchObject({ id: 'a0:b0', kind: 'hard', gapM: 0, isEstimate: false });
    expect(clash?.depthM).toBeCloseTo(0.05, 5);
    expect(clash?.pointM[0]).toBeCloseTo(0.975, 3);
    expect(clash?.boundsM).toEqual([
      [0, 0, 0],
      [2, 1, 1],
    ]);
  });

  it('has the same id whichever side is first', () => {
    const other = aGroup(
      [
        [
          [0.9, 0, 0],
          [2, 1, 1],
        ],
      ],
      'b',
    );
    expect(clashOf(other, 0, one, 0, rules)?.id).toBe('a0:b0');
  });

  it('is none where they touch, unless a clearance is asked for', () => {
    const other = aGroup(
      [
        [
          [1, 0, 0],
          [2, 1, 1],
        ],
      ],
      'b',
    );
    expect(clashOf(one, 0, other, 0, rules)).toBeUndefined();
    expect(clashOf(one, 0, other, 0, { ...rules, clearanceM: 0.05 })).toMatchObject({
      kind: 'clearance',
      gapM: 0,
      depthM: 0.05,
    });
  });

  it('says how much of a clearance is missing', () => {
    const other = aGroup(
      [
        [
          [1.02, 0, 0],
          [2, 1, 1],
        ],
      ],
      'b',
    );
    const clash = clashOf(one, 0, other, 0, { ...rules, clearanceM: 0.05 });
    expect(clash?.gapM).toBeCloseTo(0.02, 5);
    expect(clash?.depthM).toBeCloseTo(0.03, 5);
  });
});

describe('pipes of the city', () => {
  const placement = placementAt(0.15, 0.85, 120, 0.4);
  const toFrame = inverse(toModelMatrix(placement));
  const everywhere = [-1e5, -1e5, -1e5, 1e5, 1e5, 1e5];
  const degrees = 180 / Math.PI;
  const at = (east: number, north: number, height: number) => [
    (0.15 + east / (6_388_000 * Math.cos(0.85))) * degrees,
    (0.85 + north / 6_373_000) * degrees,
    height,
  ];
  const line = (coordinates: unknown, properties: object, type = 'LineString') =>
    JSON.stringify({ type: 'Feature', id: 'P-1', properties, geometry: { type, coordinates } });
  const fat = { innerDiameter_mm: 300, wall_mm: 25 };

  it('lie along their axis with their outer diameter, in the frame of the building', () => {
    const text = line([at(0, 0, 118), at(30, 0, 118)], fat);
    const [pipe] = readPipes(text, toFrame, everywhere);
    expect(pipe).toMatchObject({ id: 'P-1', radiusM: 0.175 });
    const [start, end] = pipe!.axis;
    expect(start![2]).toBeCloseTo(-2, 2);
    expect(Math.hypot(end![0] - start![0], end![1] - start![1])).toBeCloseTo(30, 0);
    // East is turned by the model's own turn.
    expect(Math.atan2(end![1] - start![1], end![0] - start![0])).toBeCloseTo(-0.4, 2);
  });

  it('are left out where nobody can say how deep or thick they are, or where they are far', () => {
    const flat = [at(0, 0, 118).slice(0, 2), at(5, 0, 118).slice(0, 2)];
    const text = [
      line(flat, fat),
      line([at(0, 0, 118), at(5, 0, 118)], {}),
      line([at(500, 0, 118), at(505, 0, 118)], fat),
      line(at(0, 0, 118), fat, 'Point'),
      '{"type":"Feature","geometry":null}',
      '',
    ].join('\n');
    expect(readPipes(text, toFrame, [-50, -50, -50, 50, 50, 50])).toEqual([]);
  });

  it('are solids as thick as their cylinder, round at their ends', () => {
    const solid = toSolid({
      id: '',
      name: '',
      axis: [
        [0, 0, 0],
        [10, 0, 0],
      ],
      radiusM: 0.5,
    });
    expect(solid?.isClosed).toBe(true);
    expect(solid?.least[0]).toBeCloseTo(-0.5, 1);
    expect(solid?.greatest[2]).toBeGreaterThan(0.49);
    expect(solid?.greatest[2]).toBeLessThan(0.51);
  });

  it('clash with a basement that they run through, and not with one that they pass', () => {
    const pipe = {
      id: 'p',
      name: 'p',
      axis: [
        [-5, 0.5, -1],
        [5, 0.5, -1.1],
      ] as const,
      radiusM: 0.2,
    };
    const pipes: ClashGroup = {
      ...aGroup(
        [
          [
            [0, 0, 0],
            [1, 1, 1],
          ],
        ],
        'p',
      ),
      boxes: Float64Array.from(boxOf(pipe)),
      solid: () => toSolid(pipe),
    };
    const basement = (top: number) =>
      aGroup(
        [
          [
            [0, -4, -3],
            [1, 4, top],
          ],
        ],
        'b',
      );
    const clash = clashOf(pipes, 0, basement(0), 0, rules);
    expect(clash?.kind).toBe('hard');
    expect(clash?.depthM).toBeGreaterThan(0.39);
    expect(clash?.depthM).toBeLessThan(0.405);
    expect(clashOf(pipes, 0, basement(-1.5), 0, rules)).toBeUndefined();
    const near = clashOf(pipes, 0, basement(-1.5), 0, { ...rules, clearanceM: 0.3 });
    // Axis 1.06 m deep above x = 1, 0.2 m thick: 0.24 m to the top at 1.5 m.
    expect(near?.gapM).toBeCloseTo(0.24, 2);
  });
});

describe('frames', () => {
  it('go there and back', () => {
    const matrix = toModelMatrix(placementAt(0.15, 0.85, 120, 0.4, 0.9996, 1));
    const back = apply(inverse(matrix), apply(matrix, [12, -34, 5.6]));
    // A billionth of the Earth's radius is 6 mm; doubles keep a millionth of that.
    for (const [axis, value] of [12, -34, 5.6].entries()) expect(back[axis]).toBeCloseTo(value, 6);
  });

  it('lead from one model into another', () => {
    const one = toModelMatrix(placementAt(0.15, 0.85, 120));
    const higher = toModelMatrix(placementAt(0.15, 0.85, 123, Math.PI / 2));
    const point = apply(between(higher, one), [1, 2, 3]);
    for (const [axis, value] of [-2, 1, 6].entries()) expect(point[axis]).toBeCloseTo(value, 6);
    const box = applyToBox(between(higher, one), [0, 0, 0, 1, 2, 3]);
    for (const [at, value] of [-2, 0, 3, 0, 1, 6].entries()) expect(box[at]).toBeCloseTo(value, 6);
  });
});

function isNear([a, aFar]: Box, [b, bFar]: Box, by: number): boolean {
  return [0, 1, 2].every((axis) => a[axis]! <= bFar[axis]! + by && aFar[axis]! >= b[axis]! - by);
}
