import { describe, expect, it } from 'vitest';
import type { Geoid } from '#model/geoid.ts';
import type { BoxRad } from './box.ts';
import { withoutOutliers } from './footings.ts';
import { planTiles, tilesOf, toLayerJson } from './plan.ts';
import { createFootingsSurface, createSurveySurface } from './surface.ts';
import { tileSize } from './tile-scheme.ts';

const DEGREE = Math.PI / 180;
const geoid: Geoid = (longitude) => 43 + longitude;
const box: BoxRad = [4.4 * DEGREE, 51.9 * DEGREE, 4.44 * DEGREE, 51.92 * DEGREE];

/** Feet of buildings spread over the box by a fixed sequence, on the ground given. */
function feetOn(count: number, groundOf: (longitude: number, latitude: number) => number) {
  const fraction = (at: number, step: number) => (at * step) % 1;
  const longitudes = Float64Array.from(
    { length: count },
    (_, at) => box[0] + (box[2] - box[0]) * fraction(at + 1, 0.7548776662),
  );
  const latitudes = Float64Array.from(
    { length: count },
    (_, at) => box[1] + (box[3] - box[1]) * fraction(at + 1, 0.5698402909),
  );
  const groundsM = longitudes.map((longitude, at) => groundOf(longitude, latitudes[at]!));
  return { longitudes, latitudes, groundsM };
}

// 1 in 20 up to the east: 137 m over the box's 2.7 km.
const slope = (longitude: number) => 45 + (longitude - box[0]) * 6378137 * Math.cos(box[1]) * 0.05;

describe('ground through footings', () => {
  it('meets the feet on a slope of 1 in 20 within 5 cm', () => {
    const feet = feetOn(4000, slope);
    const { heightAt } = createFootingsSurface(feet, box, geoid);
    const misses = feet.groundsM
      .map((ground, at) => Math.abs(heightAt(feet.longitudes[at]!, feet.latitudes[at]!) - ground))
      .sort();
    expect(misses[Math.floor(misses.length * 0.95)]).toBeLessThan(0.05);
  });

  it('takes no notice of cellars, masts and feet left at zero', () => {
    const feet = feetOn(4000, () => 45);
    for (let at = 0; at < 4000; at += 40) feet.groundsM[at] = [41, -7, 0, 140][(at / 40) % 4]!;
    feet.groundsM[7] = Number.NaN;
    const { heightAt } = createFootingsSurface(feet, box, geoid);
    for (let at = 0; at < 4000; at += 13) {
      const height = heightAt(feet.longitudes[at]!, feet.latitudes[at]!);
      expect(Math.abs(height - 45)).toBeLessThan(0.5);
    }
  });

  it('keeps lone buildings and whole streets that lie lower', () => {
    const feet = feetOn(3000, (longitude) =>
      longitude > box[0] + (box[2] - box[0]) / 2 ? 45 : 38,
    );
    expect(withoutOutliers(feet).groundsM.length).toBeGreaterThan(2997);
    const lone = {
      longitudes: Float64Array.of(0.08),
      latitudes: Float64Array.of(0.9),
      groundsM: Float64Array.of(-3),
    };
    expect(withoutOutliers(lone).groundsM).toEqual(Float64Array.of(-3));
  });

  it('comes down to the geoid without a step', () => {
    const surface = createFootingsSurface(feetOn(2000, slope), box, geoid);
    let before = surface.heightAt(box[0], 51.91 * DEGREE);
    for (let step = 1; step <= 4000; step++) {
      const longitude = box[0] + step * 1e-4 * DEGREE;
      const height = surface.heightAt(longitude, 51.91 * DEGREE);
      // 7 m a step: slopes up to 1 in 2 pass, a wall of 4 m doesn't.
      expect(Math.abs(height - before)).toBeLessThan(3.5);
      before = height;
    }
    const far = 6 * DEGREE;
    expect(surface.heightAt(far, 51.91 * DEGREE)).toBe(geoid(far as never, 0 as never));
  });

  it('is the geoid where there are no feet at all', () => {
    const none = new Float64Array(0);
    const surface = createFootingsSurface(
      { longitudes: none, latitudes: none, groundsM: none },
      box,
      geoid,
    );
    expect(surface.heightAt(box[0], box[1])).toBeCloseTo(43 + box[0], 6);
  });
});

describe('ground from a survey', () => {
  const isPond = (longitude: number, latitude: number) =>
    Math.hypot((longitude - 4.42 * DEGREE) * 0.6, latitude - 51.91 * DEGREE) < 3e-5;
  const truth = (longitude: number) => 45 + 3 * Math.sin(longitude * 4e4);
  const surface = createSurveySurface(
    {
      boxes: [box],
      cellM: 5,
      heightAt: (longitude, latitude) => {
        const [west, south, east, north] = box;
        const isInside =
          longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        return isInside && !isPond(longitude, latitude) ? truth(longitude) : Number.NaN;
      },
    },
    geoid,
  );

  it('is the survey where it was surveyed', () => {
    expect(surface.heightAt(4.41 * DEGREE, 51.905 * DEGREE)).toBe(truth(4.41 * DEGREE));
  });

  it('spans holes between their banks', () => {
    const height = surface.heightAt(4.42 * DEGREE, 51.91 * DEGREE);
    expect(height).toBeGreaterThan(41.9);
    expect(height).toBeLessThan(48.1);
  });

  it('is the geoid far away and at the poles', () => {
    expect(surface.heightAt(1, 0.2)).toBeCloseTo(44, 9);
    expect(surface.heightAt(1, Math.PI / 2)).toBeCloseTo(44, 9);
  });

  it('is planned with whole low levels, and parents for every tile', () => {
    const plan = planTiles(surface);
    const tiles = [...tilesOf(plan)];
    expect(tiles.length).toBe(plan.count);
    const keys = new Set(tiles.map(({ level, x, y }) => `${level}/${x}/${y}`));
    expect(keys.size).toBe(tiles.length);
    expect(tiles.filter(({ level }) => level === 0).length).toBe(2);
    expect(tiles.filter(({ level }) => level === 2).length).toBe(32);
    for (const { level, x, y } of tiles) {
      if (level > 0) expect(keys.has(`${level - 1}/${x >> 1}/${y >> 1}`)).toBe(true);
    }
    const last = plan.levels.length - 1;
    const atMiddle = `${last}/${Math.floor((4.42 * DEGREE + Math.PI) / tileSize(last))}/${Math.floor((51.91 * DEGREE + Math.PI / 2) / tileSize(last))}`;
    expect(keys.has(atMiddle)).toBe(true);
    const layer = JSON.parse(toLayerJson(plan, 'Test'));
    expect(layer.available[0]).toEqual([{ startX: 0, startY: 0, endX: 1, endY: 0 }]);
    expect(layer.maxzoom).toBe(last);
  });

  it('halves its error from level to level', () => {
    const { tolerancesM } = planTiles(surface);
    for (let level = 1; level < tolerancesM.length - 1; level++) {
      expect(tolerancesM[level]! / tolerancesM[level - 1]!).toBeCloseTo(0.5, 9);
    }
    expect(tolerancesM.at(-1)).toBeCloseTo(0.05, 9);
  });
});
