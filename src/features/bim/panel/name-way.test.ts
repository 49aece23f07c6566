import { expect, it } from 'vitest';
import type { BimModel } from '#contract/bim-model.ts';
import { toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { nameFileWay, nameWay } from './name-way.ts';

const placement = {
  longitudeDeg: 0,
  latitudeDeg: 0,
  heightM: 0,
  rotationDeg: 90,
  scale: 1,
};
const modelFrom = (source: 'given' | 'none', upScale = 1) =>
  ({
    source: { id: 'm', name: 'M', url: '', origin: 'city', placement: undefined },
    model: {
      georeferencing: {
        readings: [{ source, placement: { ...placement, upScale }, steps: [] }],
      } as unknown,
    },
  }) as unknown as { source: never; model: BimModel };
const metres = (value: number) => `${value.toFixed(3)} m`;
const say = (way: readonly [number, number, number], source: 'given' | 'none' = 'given') =>
  nameWay(way, modelFrom(source), metres).map(({ en }) => en);

it('names the directions on the ground, whichever way the model is turned', () => {
  expect(say([0.25, 0, -0.05])).toEqual(['0.250 m north', '0.050 m down']);
  expect(say([0, 1, 0])).toEqual(['1.000 m west']);
  expect(nameWay([0, 1, 0.2], modelFrom('given'), metres).map(({ zh }) => zh)).toEqual([
    '向西 1.000 m',
    '向上 0.200 m',
  ]);
});

it('scales what goes up by its own scale where the model has one', () => {
  const ways = nameWay([1, 0, 1], modelFrom('given', 0.5), metres);
  expect(ways.map(({ en }) => en)).toEqual(['1.000 m north', '0.500 m up']);
});

it('says the same directions as the matrix that places the model', () => {
  // On the equator at 0° east lies along y, north along z, up along x.
  const matrix = toModelMatrix(toModelPlacement(placement));
  const along = (row: number) => Math.round(matrix[row] ?? 0) + 0;
  expect([along(1), along(2), along(0)]).toEqual([0, 1, 0]);
  expect(say([1, 0, 0])).toEqual(['1.000 m north']);
});

it('keeps to the axes of the file where the model stands nowhere', () => {
  expect(say([0.25, 0, -0.05], 'none')).toEqual(['x 0.250 m', 'z -0.050 m']);
  expect(nameFileWay([0, 0.0001, 2], metres).map(({ zh }) => zh)).toEqual(['z 2.000 m']);
});
