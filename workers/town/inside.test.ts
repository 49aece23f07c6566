import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RingsDeg } from '#features/fire/contract.ts';
import { buildingsAt } from './a-town.ts';
import { readCriticalSites } from './critical-sites.ts';
import { createTownInside } from './inside.ts';
import { areaOfRings, createRingTest } from './rings.ts';

const square = (west: number, south: number, side: number): RingsDeg[number] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];

/** Every edge of every ring, one after the other. */
function bruteForce(rings: RingsDeg, x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (const [at, [x1, y1]] of ring.entries()) {
      const [x2 = 0, y2 = 0] = ring.at(at - 1) ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    }
  }
  return odd;
}

describe('what is inside rings', () => {
  it('counts buildings, people by day and night, and sites', () => {
    const town = createTownInside(
      buildingsAt(
        [
          [10, 50],
          [10.1, 50.1],
          [11, 50],
        ],
        { peopleDay: [5, Number.NaN, 7], peopleNight: [2, 3, 4] },
      ),
      [
        { feature: '', id: 'in', kind: 'school', name: 'In', at: [10.05, 50.05], people: 9 },
        { feature: '', id: 'out', kind: 'school', name: 'Out', at: [12, 50], people: 9 },
      ],
    );
    const found = town.inside([square(9.9, 49.9, 0.5)]);
    expect(found).toMatchObject({ buildings: 2, peopleDay: 5, peopleNight: 5 });
    expect(found.sites.map(({ id }) => id)).toEqual(['in']);
  });

  it('leaves out what stands in a hole, and takes in an island in the hole', () => {
    const rings = [square(0, 0, 9), square(2, 2, 5), square(4, 4, 1)];
    const { isInside } = createRingTest(rings);
    expect([isInside(1, 1), isInside(3, 3), isInside(4.5, 4.5)]).toEqual([true, false, true]);
  });

  it('agrees with every edge tested, for any rings and points', () => {
    // As fine as files have them: a tenth of a millimetre.
    const degrees = fc.integer({ min: -2e9, max: 2e9 }).map((steps) => steps / 1e9);
    const point = fc.tuple(degrees, degrees);
    const anyRings = fc.array(fc.array(point, { minLength: 3, maxLength: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyRings, fc.array(point, { maxLength: 40 }), (rings, points) => {
        const { isInside } = createRingTest(rings);
        const corners = rings.flat();
        for (const [x, y] of [...points, ...corners]) {
          expect(isInside(x, y)).toBe(bruteForce(rings, x, y));
        }
      }),
    );
  });

  it('holds for rings with next to no height', () => {
    const flat: RingsDeg = [
      [
        [0, 0],
        [1, 0],
        [1, 5e-324],
      ],
    ];
    expect(createRingTest(flat).isInside(0.5, 0)).toBe(bruteForce(flat, 0.5, 0));
  });

  it('has nothing inside no rings, a line, or where a place is not known', () => {
    const town = createTownInside(buildingsAt([[0, 0]]), []);
    expect(town.inside([]).buildings).toBe(0);
    expect(
      town.inside([
        [
          [-1, 0],
          [1, 0],
        ],
      ]).buildings,
    ).toBe(0);
    expect(createRingTest([square(-1, -1, 2)]).isInside(Number.NaN, 0)).toBe(false);
    expect(createTownInside(undefined, []).inside([square(-1, -1, 2)]).buildings).toBe(0);
  });

  it('measures areas without their holes, whichever way round rings are drawn', () => {
    const side = 0.01;
    const metres = (side * Math.PI * 6371e3) / 180;
    const ring = square(0, 0, side);
    const hole = square(side / 4, side / 4, side / 2);
    expect(areaOfRings([ring])).toBeCloseTo(metres ** 2, -2);
    for (const one of [hole, [...hole].reverse()]) {
      expect(areaOfRings([ring, one]) / metres ** 2).toBeCloseTo(0.75, 4);
    }
    expect(areaOfRings([ring, square(1, 1, side)]) / metres ** 2).toBeCloseTo(2, 3);
  });
});

describe('critical sites of the city', () => {
  const feature = (id: string, properties: object) =>
    JSON.stringify({ id, geometry: { type: 'Point', coordinates: [1, 2] }, properties });
  const lines = [
    feature('HER-1', { kind: 'heritage', name: 'Old gate' }),
    feature('SCH-1', { kind: 'school', name: 'School', capacity: 80, capacityOf: 'pupils' }),
    feature('FIR-1', { kind: 'fireStation', name: 'Guard', capacity: 3, capacityOf: 'engines' }),
    feature('HOS-1', { kind: 'hospital', name: 'Ward', building: 'B-1', capacity: 4 }),
    '{ not a line',
  ];
  const read = {
    whole: async () => new TextEncoder().encode(lines.join('\n')).buffer,
    range: () => Promise.reject(new Error('not by range')),
  };
  const city = {
    ...{ id: 'x', name: 'X', build: '1', crs: { horizontal: '', vertical: '' }, terrain: '' },
    ...{ columns: {}, collections: { facilities: 'facilities' } },
  };

  it('come with those first who need help most, with the people of their building', async () => {
    const town = buildingsAt([[1, 2]], { ids: ['B-1'], peopleDay: [120], peopleNight: [60] });
    const sites = await readCriticalSites(read, city, town);
    expect(sites.map(({ kind }) => kind)).toEqual([
      ...['hospital', 'school', 'fireStation', 'heritage'],
    ]);
    expect(sites[0]).toMatchObject({ feature: 'city', id: 'B-1', index: 0, people: 120 });
  });

  it('count who there is room for where no building is known; engines are no people', async () => {
    const sites = await readCriticalSites(read, city, undefined);
    const peopleOf = (id: string) => sites.find((site) => site.id === id)?.people;
    expect([peopleOf('SCH-1'), peopleOf('FIR-1')]).toEqual([80, 0]);
  });

  it('are none where the city hands over no such collection', async () => {
    expect(await readCriticalSites(read, { ...city, collections: {} }, undefined)).toEqual([]);
  });
});
