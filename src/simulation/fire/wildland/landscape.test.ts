import { describe, expect, it } from 'vitest';
import { toFuelBed } from './fuel-bed.ts';
import { fuelModels } from './fuel-models.ts';
import { burnLandscape, type Landscape } from './landscape.ts';
import { slopesOf } from './slope.ts';
import { surfaceFire } from './surface-fire.ts';
import { createTravelTime } from './travel-time.ts';
import { windAdjustment } from './wind-adjustment.ts';
import { runThroughSpells } from './wind-spells.ts';

const dry = { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.6, liveWood: 0.9 };
const side = 41;
const middle = 20 * side + 20;

function aPlain(part: Partial<Landscape> = {}): Landscape {
  const count = side * side;
  return {
    ...{ width: side, height: side, cellM: 20, stands: new Map() },
    fuel: new Uint8Array(count).fill(102),
    slopeRad: new Float32Array(count),
    upslopeRad: new Float32Array(count),
    ...part,
  };
}

describe('slopes of a raster', () => {
  const plane = (east: number, north: number) =>
    Float32Array.from({ length: 25 }, (_, cell) => {
      const [column, row] = [cell % 5, Math.floor(cell / 5)];
      return 100 + 10 * (east * column - north * row);
    });

  it('are those of a plane, upwards clockwise from north', () => {
    const toEast = slopesOf(plane(0.5, 0), 5, 10);
    expect(toEast.slopeRad[12]).toBeCloseTo(Math.atan(0.5), 6);
    expect(toEast.upslopeRad[12]).toBeCloseTo(Math.PI / 2, 6);
    const toNorthWest = slopesOf(plane(-0.2, 0.2), 5, 10);
    expect(toNorthWest.slopeRad[12]).toBeCloseTo(Math.atan(Math.hypot(0.2, 0.2)), 6);
    expect(toNorthWest.upslopeRad[12]).toBeCloseTo(-Math.PI / 4, 6);
  });

  it('are nothing where no height is known, and are found beside such a cell', () => {
    const heights = plane(0.5, 0);
    heights[12] = Number.NaN;
    const { slopeRad } = slopesOf(heights, 5, 10);
    expect(slopeRad[12]).toBe(0);
    expect(slopeRad.every((slope) => slope >= 0)).toBe(true);
  });
});

describe('fire in a landscape', () => {
  it('has in each cell what Rothermel’s model says of its fuel, wind and slope', () => {
    const land = aPlain();
    land.slopeRad[middle] = 0.3;
    land.upslopeRad[middle] = 1;
    const { rateMs, flameM } = burnLandscape(land, { wind10Ms: 5, windToRad: 2, moisture: dry });
    const model = fuelModels.get(102)!;
    const windMs = (5 / 1.15) * windAdjustment(model.depthM);
    const own = surfaceFire(toFuelBed(model), dry, {
      ...{ windMs, windToRad: 2, slopeRad: Math.fround(0.3), upslopeRad: 1 },
    });
    expect(rateMs[middle]).toBeCloseTo(own.rateMs, 6);
    expect(flameM[middle]).toBeCloseTo(own.flameM, 6);
    expect(rateMs[0]).toBeLessThan(own.rateMs);
  });

  it('burns nothing where there is no fuel, and its field has the north on top', () => {
    const land = aPlain();
    land.fuel.fill(91, 0, side);
    const { rateMs, field } = burnLandscape(land, { wind10Ms: 0, windToRad: 0, moisture: dry });
    expect(rateMs[0]).toBeNaN();
    expect(rateMs[side]).toBeGreaterThan(0);
    expect(field.rateMs[(side - 1) * side]).toBe(0);
    expect(field.rateMs[0]).toBeGreaterThan(0);
  });

  it('runs in crowns where they burn and the wind is strong, and under them where they don’t', () => {
    const canopy = { cover: 0.7, heightM: 18, crownRatio: 0.6 };
    const crowns = {
      ...{ canopyHeightM: 18, canopyBaseM: 1, bulkDensityKgM3: 0.2, foliarMoisture: 0.8 },
    };
    const fuel = new Uint8Array(side * side).fill(165);
    const weather = { wind10Ms: 18, windToRad: 0, moisture: { ...dry, h1: 0.04 } };
    const broadleaved = burnLandscape(aPlain({ fuel, stands: new Map([[165, canopy]]) }), weather);
    const pines = burnLandscape(
      aPlain({ fuel, stands: new Map([[165, { ...canopy, crowns }]]) }),
      weather,
    );
    expect(pines.rateMs[0]!).toBeGreaterThan(3 * broadleaved.rateMs[0]!);
    expect(pines.intensityKWM[0]!).toBeGreaterThan(broadleaved.intensityKWM[0]!);
  });
});

describe('a wind that turns', () => {
  const towards = (windToRad: number) =>
    createTravelTime(burnLandscape(aPlain(), { wind10Ms: 9, windToRad, moisture: dry }).field);
  const untilS = 2400;
  const east = { fromS: 0, travel: towards(Math.PI / 2) };
  const run = (spells: Parameters<typeof runThroughSpells>[0]) => {
    const arrivals = new Float64Array(side * side);
    runThroughSpells(spells, [middle], untilS, side, arrivals);
    return arrivals;
  };
  const steady = run([east]);

  it('leaves the fire as it is where it doesn’t turn', () => {
    const parts = run([east, { ...east, fromS: 1000 }]);
    for (let cell = 0; cell < steady.length; cell++) {
      if (steady[cell]! <= 1000) expect(parts[cell]).toBe(steady[cell]);
      else if (steady[cell]! < 2000) {
        expect(parts[cell]! / steady[cell]!).toBeGreaterThan(0.85);
        expect(parts[cell]! / steady[cell]!).toBeLessThan(1.15);
      }
    }
  });

  it('sends the head the other way from then on, and leaves what burnt before', () => {
    const turned = run([east, { fromS: 1000, travel: towards(-Math.PI / 2) }]);
    const reach = (arrivals: Float64Array, sign: number) => {
      let far = 0;
      while (arrivals[middle + sign * (far + 1)]! < Infinity && far < 19) far++;
      return far;
    };
    expect(reach(turned, -1)).toBeGreaterThan(2 * reach(steady, -1));
    expect(reach(turned, 1)).toBeLessThan(reach(steady, 1));
    for (let cell = 0; cell < steady.length; cell++)
      expect(turned[cell]! <= 1000).toBe(steady[cell]! <= 1000);
  });

  it('is refused where it doesn’t begin with the fire, or goes back in time', () => {
    expect(() => run([{ ...east, fromS: 60 }])).toThrow('Winds are expected from 0 s on.');
    expect(() => run([east, { ...east, fromS: 60 }, { ...east, fromS: 60 }])).toThrow(
      'A wind from 60 s follows one from 60 s.',
    );
  });
});
