import { describe, expect, it } from 'vitest';
import { parseLevees, parseStations } from './city-waters.ts';

const levee = (heights: readonly number[], properties: object = {}) =>
  JSON.stringify({
    ...{ type: 'Feature', id: 'LV-1' },
    geometry: {
      type: 'LineString',
      coordinates: heights.map((height, at) => [10 + at * 1e-4, 54, height]),
    },
    properties: { kind: 'levee', name: 'Dyke', bank: 'east', crestLowest_m: 4, ...properties },
  });

const design = {
  ...{ designCrestFrom_m: 5, designCrestTo_m: 5, flood100From_m: 4.5, flood100To_m: 4.1 },
  defects: [{ cause: 'moles' }],
};

describe('the levees of a city', () => {
  it('are weakest where they lie deepest below their design, by name of the cause', () => {
    const [read] = parseLevees(levee([45, 44.9, 44, 45, 45], design));
    expect(read?.crestM.map((value) => Math.round(value * 10) / 10)).toEqual([5, 4.9, 4, 5, 5]);
    expect(read?.weakest.at).toBe(2);
    expect(read?.weakest.sagM).toBeCloseTo(1);
    expect(read?.weakest.cause).toBe('moles');
    expect(read?.flood100M).toBeCloseTo(4.3);
  });

  it('are weakest where they are lowest when no design is known, and have no level of a river', () => {
    const [read] = parseLevees(levee([45, 44.5, 44]));
    expect(read?.weakest).toEqual({ at: 2 });
    expect(read?.flood100M).toBeUndefined();
  });

  it('have settled nowhere where they are within a hand of their design', () => {
    const [read] = parseLevees(levee([41.1, 41], { ...design, crestLowest_m: 4.9 }));
    expect(read?.weakest.sagM).toBeUndefined();
  });

  it('leave out what can’t be read', () => {
    const flat = JSON.stringify({ id: 'x', geometry: { type: 'Point', coordinates: [1, 2] } });
    expect(parseLevees(['{', flat, '', levee([45, 44])].join('\n'))).toHaveLength(1);
    expect(parseLevees('')).toEqual([]);
  });
});

describe('the stations of a river', () => {
  it('stand in order up the river', () => {
    const station = (id: string, m: number) =>
      JSON.stringify({
        ...{ id, geometry: { type: 'Point', coordinates: [10, 54, 30] } },
        properties: { station_m: m, meanLevel_m: 0.2, flood100_m: 2.4 },
      });
    const read = parseStations([station('B', 100), station('A', 0), '{}'].join('\n'));
    expect(read.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(read[0]).toMatchObject({ place: [10, 54], flood100M: 2.4, meanM: 0.2 });
  });
});
