import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementAt, toModelMatrix } from '#model/model-placement.ts';
import { measureBuilding, type TileMesh } from './mesh-size.ts';

type Corner = readonly [number, number, number];
type Face = readonly [Corner, Corner, Corner];

const LONGITUDE = 0.186;
const LATITUDE = 0.948;

/** Triangles of east, north, up (m) as a tile holds them. */
function aTile(faces: readonly Face[], building = 7): TileMesh {
  const matrix = toModelMatrix(placementAt(LONGITUDE, LATITUDE, 40));
  const corners = faces.flat();
  return {
    positions: Float64Array.from(
      corners.flatMap(([x, y, z]) =>
        [0, 1, 2].map(
          (row) =>
            matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!,
        ),
      ),
    ),
    triangles: corners.map((_, at) => at),
    cityIndex: corners.map(() => building),
  };
}

const quad = (a: Corner, b: Corner, c: Corner, d: Corner): Face[] => [
  [a, b, c],
  [a, c, d],
];

/** A box whose faces look outwards. */
function aBox([x, y, z]: Corner, [wide, deep, high]: Corner, hasFloor = true): Face[] {
  const [a, b, c, d]: Corner[] = [
    [x, y, z],
    [x + wide, y, z],
    [x + wide, y + deep, z],
    [x, y + deep, z],
  ];
  const up = ([east, north, level]: Corner): Corner => [east, north, level + high];
  return [
    ...(hasFloor ? quad(a!, d!, c!, b!) : []),
    ...quad(up(a!), up(b!), up(c!), up(d!)),
    ...quad(a!, b!, up(b!), up(a!)),
    ...quad(b!, c!, up(c!), up(b!)),
    ...quad(c!, d!, up(d!), up(c!)),
    ...quad(d!, a!, up(a!), up(d!)),
  ];
}

describe('the size of a building', () => {
  it('is that of its box', () => {
    const size = measureBuilding(aTile(aBox([0, 0, 0], [10, 20, 6])), 7, LONGITUDE, LATITUDE);
    expect(size?.footprintM2).toBeCloseTo(200, 3);
    expect(size?.volumeM3).toBeCloseTo(1200, 2);
  });

  it('doesn’t need the floor', () => {
    const faces = aBox([3, -5, 2], [10, 20, 6], false);
    const size = measureBuilding(aTile(faces), 7, LONGITUDE, LATITUDE);
    expect(size?.volumeM3).toBeCloseTo(1200, 2);
  });

  it('takes a gabled roof for half of its box', () => {
    const [wide, deep, high] = [8, 12, 4];
    const faces: Face[] = [
      ...quad([0, 0, 0], [0, deep, 0], [wide, deep, 0], [wide, 0, 0]),
      ...quad([0, 0, 0], [wide / 2, 0, high], [wide / 2, deep, high], [0, deep, 0]),
      ...quad([wide, 0, 0], [wide, deep, 0], [wide / 2, deep, high], [wide / 2, 0, high]),
      [
        [0, 0, 0],
        [wide, 0, 0],
        [wide / 2, 0, high],
      ],
      [
        [0, deep, 0],
        [wide / 2, deep, high],
        [wide, deep, 0],
      ],
    ];
    const size = measureBuilding(aTile(faces), 7, LONGITUDE, LATITUDE);
    expect(size?.volumeM3).toBeCloseTo((wide * deep * high) / 2, 2);
    expect(size?.footprintM2).toBeCloseTo(wide * deep, 3);
  });

  it('leaves other buildings of the tile out, and is unknown where there is none of it', () => {
    const tile = aTile(aBox([0, 0, 0], [5, 5, 5]));
    expect(measureBuilding(tile, 8, LONGITUDE, LATITUDE)).toBeUndefined();
  });

  it('is the same wherever it is measured from, and adds up', () => {
    const metre = fc.double({ min: 1, max: 40, noNaN: true });
    const offset = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(metre, metre, metre, offset, offset, (wide, deep, high, x, y) => {
        const faces = aBox([x, y, 3], [wide, deep, high]);
        const size = measureBuilding(aTile(faces), 7, LONGITUDE, LATITUDE);
        expect(size!.volumeM3 / (wide * deep * high)).toBeCloseTo(1, 4);
        const two = [...faces, ...aBox([x + 100, y, 3], [wide, deep, high])];
        const both = measureBuilding(aTile(two), 7, LONGITUDE, LATITUDE);
        expect(both!.volumeM3 / size!.volumeM3).toBeCloseTo(2, 3);
      }),
      { numRuns: 60 },
    );
  });
});
