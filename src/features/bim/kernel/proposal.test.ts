import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BimModel } from '#contract/bim-model.ts';
import type { BuildingNumbers } from '#model/building-numbers.ts';
import { addUp, footprintOf, numbersOfModel, volumeOf } from './proposal.ts';

const placement = { longitudeDeg: 10, latitudeDeg: 54, heightM: 40, rotationDeg: 90, scale: 1 };
const model = {
  boundsM: [
    [-2, -3, -6],
    [20, 10, 14],
  ],
  storeys: [
    { element: 1, name: 'UG', elevationM: -5, heightM: 5 },
    { element: 2, name: 'EG', elevationM: 0.1, heightM: 4 },
    { element: 3, name: 'OG', elevationM: 4, heightM: 4 },
  ],
  georeferencing: { readings: [{ source: 'given', placement, steps: [] }] },
} as unknown as BimModel;
const source = { id: 'm', name: 'M', url: '', origin: 'city' } as const;
const sum = (name: string, value: number) => ({ name, unit: 'm²', sum: value, count: 3 });

describe('a proposal', () => {
  it('takes its floor area from its rooms, gross before net, and says so', () => {
    const gross = numbersOfModel(model, [sum('NetFloorArea', 90), sum('GrossFloorArea', 100)], 0);
    expect(gross.floorAreaM2).toEqual({ value: 100, rule: 'quantity', source: 'GrossFloorArea' });
    const net = numbersOfModel(model, [sum('NetFloorArea', 90)], 0);
    expect(net.floorAreaM2).toMatchObject({ value: 90, source: 'NetFloorArea' });
  });

  it('without rooms counts storeys above the ground times its outline', () => {
    const { floorAreaM2, volumeM3 } = numbersOfModel(model, [], undefined);
    expect(floorAreaM2).toEqual({ value: 2 * 22 * 13, rule: 'storeys-footprint' });
    expect(volumeM3).toBeUndefined();
  });

  it('is as high as it rises over its ground floor, not over its basement', () => {
    expect(numbersOfModel(model, [], undefined).heightM?.value).toBeCloseTo(13.9, 9);
  });

  it('needs the ground under it, turned as it stands', () => {
    const corners = footprintOf(source, model, { leastM: [0, 0, 0], greatestM: [100, 50, 3] });
    const metresOf = ([longitude, latitude]: readonly [number, number]) => [
      (longitude - (10 * Math.PI) / 180) * 6_378_137 * Math.cos((54 * Math.PI) / 180),
      (latitude - (54 * Math.PI) / 180) * 6_371_000,
    ];
    // Its x axis points north, so 100 m along it is 100 m north and y is west.
    const [east = 0, north = 0] = metresOf(corners[1]!);
    expect(Math.abs(east)).toBeLessThan(1);
    expect(north).toBeGreaterThan(99);
    expect(north).toBeLessThan(101);
    expect(metresOf(corners[3]!)[0]).toBeLessThan(-49);
  });
});

describe('the space in a mesh', () => {
  it('is that of a box, wherever it lies', () => {
    const size = fc.double({ min: 0.5, max: 60, noNaN: true });
    const offset = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(size, size, size, offset, (wide, deep, high, off) => {
        const corners = [0, high].flatMap((z) =>
          [
            [0, 0],
            [wide, 0],
            [wide, deep],
            [0, deep],
          ].flatMap(([x = 0, y = 0]) => [x + off, y - off, z]),
        );
        const quads = [
          [0, 3, 2, 1],
          [4, 5, 6, 7],
          [0, 1, 5, 4],
          [1, 2, 6, 5],
          [2, 3, 7, 6],
          [3, 0, 4, 7],
        ];
        const indices = quads.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!]);
        const volume = volumeOf(Float32Array.from(corners), Uint32Array.from(indices));
        expect(volume / (wide * deep * high)).toBeCloseTo(1, 2);
      }),
    );
  });

  it('is none without triangles', () => {
    expect(volumeOf(new Float32Array(), new Uint32Array())).toBe(0);
  });
});

describe('buildings that give way', () => {
  const house = (floor: number | undefined, high: number, volume: number): BuildingNumbers => ({
    floorAreaM2: floor === undefined ? undefined : { value: floor, rule: 'attribute' },
    heightM: { value: high, rule: 'extent' },
    volumeM3: { value: volume, rule: 'mesh' },
  });

  it('add up, but for their heights, of which the greatest counts', () => {
    expect(addUp([house(100, 9, 500), house(50, 22, 300)])).toMatchObject({
      floorAreaM2: { value: 150, rule: 'attribute' },
      heightM: { value: 22 },
      volumeM3: { value: 800, rule: 'mesh' },
    });
  });

  it('leave unknown what one of them does not tell', () => {
    expect(addUp([house(100, 9, 500), house(undefined, 5, 300)]).floorAreaM2).toBeUndefined();
    expect(addUp([])).toEqual({ floorAreaM2: undefined, heightM: undefined, volumeM3: undefined });
  });
});
