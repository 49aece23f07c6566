import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { findCulverts, findLevees } from './facilities-flood.ts';
import { toGeoTiffFile } from './geotiff-file.ts';
import { alongProfile, basinShare, hillAt, smooth } from './land-forms.ts';
import { groundLevel, streetLevel } from './landscape.ts';
import { greatRoads, railY } from './plan.ts';
import { ditch, ditchBed, railLevel, underpasses, underpassLevel } from './rail-bed.ts';
import { site, toPlan } from './site.ts';
import { floodLevel, leveeEnd, lowSpots, normalLevel, riverBed } from './water-levels.ts';

const stations = Array.from({ length: 360 }, (_, index) => index * 10);

describe('the land', () => {
  it('keeps the river in its bed and the usual water below both banks', () => {
    for (const y of stations) {
      const { x, halfWidth } = site.river;
      expect(groundLevel({ x, y })).toBeLessThan(normalLevel(y) - 2);
      for (const side of [-1, 1]) {
        expect(groundLevel({ x: x + side * (halfWidth + 10), y })).toBeGreaterThan(
          normalLevel(y) + 1.5,
        );
      }
    }
  });

  it('lets the river fall towards the sea, bed and water alike', () => {
    for (const y of stations.slice(1)) {
      expect(normalLevel(y)).toBeLessThan(normalLevel(y - 10));
      expect(riverBed(y)).toBeLessThan(riverBed(y - 10));
    }
  });

  it('keeps a flood of a hundred years out everywhere, by little at the low spots', () => {
    for (const { side, y } of lowSpots) {
      const x = site.river.x + (side === 'east' ? 53 : -53);
      expect(groundLevel({ x, y }) - floodLevel(y)).toBeLessThan(0.4);
      expect(groundLevel({ x, y: y + 120 }) - floodLevel(y + 120)).toBeGreaterThan(0.45);
    }
    for (const { crest, bank } of findLevees()) {
      if (bank === 'coast') continue;
      for (const point of crest) {
        const plan = toPlan(point);
        expect(point.z).toBeGreaterThan(floodLevel(plan.y) - 0.05);
      }
    }
  });

  it('lies below the flood behind the levees, and the hospital with it', () => {
    const marsh = { x: 2700, y: 1300 };
    expect(groundLevel(marsh)).toBeLessThan(floodLevel(marsh.y) - 1);
    expect(groundLevel({ x: 3440, y: 1900 })).toBeLessThan(floodLevel(1900) - 0.5);
  });

  it('falls from the levee to the marsh within forty metres, so that a breach cuts through', () => {
    for (let y = 1300; y <= 1540; y += 10) {
      const toe = groundLevel({ x: site.river.x + 92, y });
      expect(toe, `at ${y}`).toBeLessThan(floodLevel(y) - 1.2);
    }
  });

  it('lets water that stands at 3 m behind the weakest levee reach the hospital under the railway', () => {
    const step = 5;
    const place = (key: string) => {
      const [x = 0, y = 0] = key.split(' ').map(Number);
      return { x: x * step, y: y * step };
    };
    const isLow = (key: string) => groundLevel(place(key)) < 3;
    const start = '460 284';
    const reached = new Set([start]);
    const stack = [start];
    for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
      const [x = 0, y = 0] = key.split(' ').map(Number);
      for (const next of [`${x + 1} ${y}`, `${x - 1} ${y}`, `${x} ${y + 1}`, `${x} ${y - 1}`]) {
        const { x: atX, y: atY } = place(next);
        const isInside = atX > 2270 && atX < 3700 && atY > 900 && atY < 2150;
        if (!isInside || reached.has(next) || !isLow(next)) continue;
        reached.add(next);
        stack.push(next);
      }
    }
    expect(reached.has(`${3410 / step} ${1910 / step}`)).toBe(true);
    // Not over the dam between its underpasses.
    expect(isLow(`${2970 / step} ${railY / step}`)).toBe(false);
  });

  it('dives under the railway with room for lorries', () => {
    for (const underpass of underpasses) {
      const road = groundLevel({ x: underpass.x, y: railY });
      expect(road).toBeCloseTo(underpassLevel(underpass), 6);
      expect(railLevel(underpass.x) - 0.9 - road).toBeCloseTo(underpass.clearanceM, 6);
      // No step on the way down: the ramps fall by 6 %.
      for (let y = railY - 100; y < railY + 100; y++) {
        const step = groundLevel({ x: underpass.x, y }) - groundLevel({ x: underpass.x, y: y + 1 });
        expect(Math.abs(step)).toBeLessThan(0.2);
      }
    }
  });

  it('leads the ditch down to the river, open between the roads and dry at each of them', () => {
    for (const side of ['east', 'west'] as const) {
      for (let off = ditch.mouthM; off < ditch.endM[side] - 5; off += 5) {
        expect(ditchBed(side, off)).toBeLessThan(ditchBed(side, off + 5) + 1e-9);
      }
    }
    const open = groundLevel({ x: site.river.x + 300, y: ditch.y });
    expect(open).toBeCloseTo(ditchBed('east', 300), 6);
    const lindenallee = greatRoads.find(({ id }) => id === 'x2750')!;
    expect(groundLevel({ x: lindenallee.from.x + 11, y: ditch.y })).toBeGreaterThan(
      ditchBed('east', 581) + 0.5,
    );
  });

  it('gives every gap of the ditch a culvert, and every culvert a fall', () => {
    const culverts = findCulverts();
    expect(culverts.filter(({ kind }) => kind === 'sluice')).toHaveLength(2);
    expect(culverts.filter(({ flap }) => flap)).toHaveLength(2);
    for (const { from, to } of culverts) expect(from.z).toBeGreaterThanOrEqual(to.z);
    const onEast = culverts.filter(({ id }) => id.startsWith('CV-E'));
    const inside = (x: number) =>
      onEast.some(({ from, to }) => {
        const [a, b] = [toPlan(from).x, toPlan(to).x];
        return x > Math.min(a, b) - 0.01 && x < Math.max(a, b) + 0.01;
      });
    for (let x = site.river.x + ditch.mouthM; x < site.river.x + ditch.endM.east; x++) {
      const bed = ditchBed('east', x - site.river.x);
      const isBlocked = groundLevel({ x, y: ditch.y }) > bed + 0.2;
      if (isBlocked) expect(inside(x), String(x)).toBe(true);
    }
  });

  it('stays without a step along every great road, bridges left out', () => {
    for (const { from, to, id } of greatRoads) {
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      let before = streetLevel(from);
      for (let station = 1; station <= length; station++) {
        const share = station / length;
        const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        const level = streetLevel(at);
        const isOnRiver = Math.abs(at.x - site.river.x) < 55;
        if (!isOnRiver) expect(Math.abs(level - before), `${id} at ${station}`).toBeLessThan(0.75);
        before = level;
      }
    }
  });

  it('carries levees in the country and quay walls in the town', () => {
    const kinds = findLevees()
      .filter(({ bank }) => bank === 'east')
      .map(({ kind, from }) => [kind, from < leveeEnd.north]);
    for (const [kind, isSouth] of kinds) expect(kind === 'levee').toBe(isSouth);
  });
});

describe('the shapes of land', () => {
  it('go smoothly from one level to the next', () => {
    expect([smooth(0, 10, -1), smooth(0, 10, 5), smooth(0, 10, 11)]).toEqual([0, 0.5, 1]);
    expect(
      alongProfile(
        [
          [0, 1],
          [10, 3],
        ],
        5,
      ),
    ).toBe(2);
    expect(
      alongProfile(
        [
          [0, 1],
          [10, 3],
        ],
        -5,
      ),
    ).toBe(1);
    expect(
      alongProfile(
        [
          [0, 1],
          [10, 3],
        ],
        50,
      ),
    ).toBe(3);
    expect(() => alongProfile([], 0)).toThrow('A profile needs a station.');
  });

  it('leave a hill out where nobody would see it', () => {
    const hill = { x: 0, y: 0, heightM: 100, spreadM: 10 };
    expect(hillAt({ x: 0, y: 0 }, hill)).toBe(100);
    expect(hillAt({ x: 49.9, y: 0 }, hill)).toBeLessThan(0.001);
    expect(hillAt({ x: 51, y: 0 }, hill)).toBe(0);
  });

  it('hold a basin within its sides', () => {
    const basin = { west: [0, 10], east: [20, 30], south: [0, 10], north: [20, 30] } as const;
    expect(basinShare({ x: 15, y: 15 }, basin)).toBe(1);
    expect(basinShare({ x: 31, y: 15 }, basin)).toBe(0);
    expect(basinShare({ x: 5, y: 15 }, basin)).toBeCloseTo(0.5);
  });
});

it('writes a GeoTIFF that geotiff.js reads back, place, datum and values', async () => {
  const values = Float32Array.from({ length: 12 }, (_, index) => index * 1.25 - 3);
  const frame = { width: 4, height: 3, west: 600_000, north: 6_000_000, cell: 2 };
  const file = toGeoTiffFile({ ...frame, crs: 25832, verticalCrs: 7837, values });
  const tiff = await fromArrayBuffer(new Uint8Array(file).buffer);
  const image = await tiff.getImage();
  expect([image.getWidth(), image.getHeight()]).toEqual([4, 3]);
  expect(image.getOrigin().slice(0, 2)).toEqual([600_000, 6_000_000]);
  expect(image.getResolution().slice(0, 2)).toEqual([2, -2]);
  expect(image.getGeoKeys()).toMatchObject({
    ProjectedCSTypeGeoKey: 25832,
    VerticalCSTypeGeoKey: 7837,
    VerticalUnitsGeoKey: 9001,
  });
  expect([...(await image.readRasters())[0]!]).toEqual([...values]);
});
