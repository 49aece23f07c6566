import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, burningRate, emissionFactors, emissionRate } from './emissions.ts';
import { aegl60, tierOf, toMassConcentration, toPpm } from './exposure-levels.ts';
import { createPlume, type PlumeAir, type SmokeSource } from './plume.ts';
import { addPlume, addPuff, areasAbove, type CellGrid, createRaster } from './raster.ts';
import { cautions } from './validity.ts';
import { FARTHEST_SIGHT_M, sootOfVisibility, visibility } from './visibility.ts';
import { isoZone } from './zones.ts';

const aSource = (change: Partial<SmokeSource> = {}): SmokeSource => ({
  ...{ phase: 'flaming', heatW: 5e6, convectiveShare: 0.7, outletHeightM: 15 },
  ...change,
});
const anAir = (change: Partial<PlumeAir> = {}): PlumeAir => ({
  wind: { speedMs: 4, heightM: 10 },
  ...{ temperatureK: 288, stability: 'D', terrain: 'urban', mixingHeightM: 800 },
  ...change,
});
const smoulder = createPlume(aSource({ phase: 'smouldering', outletHeightM: 3 }), anAir());
const grid: CellGrid = {
  ...{ columns: 120, rows: 100, firstXM: -600, firstYM: 500, stepXM: 10, stepYM: -10 },
};
const here = { xM: 3, yM: -4, receptorM: 1.5 };

describe('the plume of a fire', () => {
  it('carries 1 kg/s through every plane across the wind, with rise, wake and lid', () => {
    const building = { heightM: 20, widthM: 30 };
    const sources = [aSource(), aSource({ building }), aSource({ heatW: 5e8 })];
    for (const source of sources) {
      const plume = createPlume(source, anAir());
      for (const xM of [50, 400, 3000]) {
        const sigmaYM = plume.sigmaYAt(xM);
        let flux = 0;
        for (let y = -12; y <= 12; y++) {
          for (let zM = 1; zM < 800; zM += 2) {
            flux += plume.unitConcentration(xM, 0.4 * y * sigmaYM, zM);
          }
        }
        expect(flux * plume.windMs * 2 * 0.4 * sigmaYM).toBeCloseTo(1, 4);
      }
    }
  });

  it('leaves the ground near a hot fire clear, where smouldering fills it', () => {
    const hot = createPlume(aSource({ heatW: 50e6 }), anAir());
    expect(hot.unitConcentration(150, 0, 1.5)).toBeLessThan(
      smoulder.unitConcentration(150, 0, 1.5) / 100,
    );
    expect(hot.cautions).toContain('lofted');
    expect(smoulder.cautions).toContain('smouldering');
    expect(smoulder.finalHeightM).toBe(3);
  });

  it('is drawn down behind a building unless its heat carries it clear', () => {
    const building = { heightM: 20, widthM: 30 };
    const weak = createPlume(aSource({ heatW: 1e6, building }), anAir());
    const strong = createPlume(aSource({ heatW: 2e8, building }), anAir());
    expect([weak.isInWake, strong.isInWake]).toEqual([true, false]);
    expect(weak.cautions).toContain('wake');
    expect(weak.sigmaZAt(0.001)).toBeCloseTo(20 / 2.15, 3);
  });

  it('names calm air and the lid, each in both languages', () => {
    const still = createPlume(aSource(), anAir({ wind: { speedMs: 0.2, heightM: 10 } }));
    expect(still.windMs).toBe(1);
    expect(still.cautions).toContain('calm');
    const held = createPlume(aSource({ heatW: 1e9 }), anAir());
    expect(held.cautions).toContain('lid');
    expect(held.finalHeightM).toBe(800);
    for (const name of [...still.cautions, ...held.cautions]) {
      expect(cautions[name].en.length * cautions[name].zh.length).toBeGreaterThan(0);
    }
  });

  it('says which input is wrong', () => {
    expect(() => createPlume(aSource({ convectiveShare: 70 }), anAir())).toThrow(
      'The convective share is 70; 0 to 1 of the heat is expected.',
    );
    expect(() => createPlume(aSource(), anAir({ temperatureK: 15 }))).toThrow(
      'The air temperature is 15; 180 to 340 K is expected.',
    );
    expect(() => createPlume(aSource(), anAir({ mixingHeightM: 10 }))).toThrow(
      'The mixing height is 10; more than the outlet height, 15 m, is expected.',
    );
  });
});

describe('the raster', () => {
  it('agrees with the formula in every cell, whatever the wind, within 0.1 %', () => {
    const wind = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(wind, fc.boolean(), (windFromRad, isHot) => {
        const plume = isHot ? createPlume(aSource(), anAir()) : smoulder;
        const raster = addPlume(plume, { ...here, windFromRad }, grid, 2);
        const peak = Math.max(...raster);
        let worst = 0;
        for (let cell = 0; cell < raster.length; cell++) {
          const east = grid.firstXM + (cell % 120) * 10 - here.xM;
          const north = grid.firstYM - Math.floor(cell / 120) * 10 - here.yM;
          const along = -east * Math.sin(windFromRad) - north * Math.cos(windFromRad);
          const across = -north * Math.sin(windFromRad) + east * Math.cos(windFromRad);
          const exact = 2 * plume.unitConcentration(along, across, here.receptorM);
          if (exact < peak * 1e-6) continue;
          worst = Math.max(worst, Math.abs((raster[cell] ?? 0) / exact - 1));
        }
        expect(worst).toBeLessThan(1e-3);
      }),
      { numRuns: 25 },
    );
  });

  it('lies to the east of a source in west wind, the same on both sides', () => {
    const place = { xM: 0, yM: 0, receptorM: 1.5, windFromRad: 1.5 * Math.PI };
    const even = { columns: 21, rows: 21, firstXM: -100, firstYM: 100, stepXM: 10, stepYM: -10 };
    const raster = addPlume(smoulder, place, even);
    const at = (column: number, row: number) => raster[row * 21 + column] ?? -1;
    expect(at(5, 10)).toBe(0);
    expect(at(15, 10)).toBeGreaterThan(at(20, 10));
    expect(at(18, 7)).toBeGreaterThan(0);
    expect(at(18, 13) / at(18, 7)).toBeCloseTo(1, 6);
  });

  it('adds sources up, and is the same twice', () => {
    const place = { ...here, windFromRad: 0.7 };
    const once = addPlume(smoulder, place, grid);
    const sum = addPlume(smoulder, place, grid, 1, once.slice());
    expect(sum).toEqual(once.map((value) => 2 * value));
    expect(addPlume(smoulder, place, grid)).toEqual(once);
  });

  it('keeps the mass of a puff: its ground level over the height it is spread in', () => {
    const puff = { massKg: 3, heightM: 0, sigmaXM: 40, sigmaYM: 40, sigmaZM: 10 };
    const raster = addPuff(puff, { xM: 0, yM: 0, receptorM: 0 }, grid);
    const sum = raster.reduce((total, value) => total + value, 0) * 100;
    expect(sum).toBeCloseTo((3 * 2) / (Math.sqrt(2 * Math.PI) * 10), 5);
  });

  it('says what is wrong with a grid', () => {
    const place = { ...here, windFromRad: 0 };
    expect(() => addPlume(smoulder, place, { ...grid, rows: 0 })).toThrow(
      'The grid has 120 by 0 cells; whole numbers from 1 are expected.',
    );
    expect(() => addPlume(smoulder, place, grid, 1, new Float32Array(4))).toThrow(
      'The raster has 4 cells; 12000 are expected.',
    );
  });
});

describe('a zone', () => {
  const view = { receptorM: 1.5, farM: 20_000 };

  it('ends where the level is, is as wide as the formula says, and shrinks with the level', () => {
    const rate = fc.double({ min: 0.001, max: 10, noNaN: true });
    const level = fc.double({ min: 1e-6, max: 1e-4, noNaN: true });
    fc.assert(
      fc.property(rate, level, (rateKgS, value) => {
        const zone = isoZone(smoulder, rateKgS, value, view);
        const less = isoZone(smoulder, rateKgS, value * 2, view);
        expect(less.areaM2).toBeLessThanOrEqual(zone.areaM2);
        expect(less.farthestM ?? 0).toBeLessThanOrEqual(zone.farthestM ?? 0);
        if (zone.farthestM === undefined || zone.isCut) return;
        const atEnd = rateKgS * smoulder.unitConcentration(zone.farthestM, 0, 1.5);
        expect(atEnd / value).toBeCloseTo(1, 6);
        const [ring = new Float64Array()] = zone.rings;
        const point = 2 * 100;
        const onEdge = smoulder.unitConcentration(ring[point] ?? 0, ring[point + 1] ?? 0, 1.5);
        expect((rateKgS * onEdge) / value).toBeCloseTo(1, 6);
      }),
    );
  });

  it('covers what the raster counts, within a cell along its edge', () => {
    const place = { xM: 0, yM: 0, receptorM: 1.5, windFromRad: 1.5 * Math.PI };
    const fine = { columns: 800, rows: 200, firstXM: 1, firstYM: 199, stepXM: 2, stepYM: -2 };
    const zone = isoZone(smoulder, 0.05, 2e-6, view);
    expect(zone.farthestM).toBeLessThan(1600);
    const [counted = 0] = areasAbove(addPlume(smoulder, place, fine, 0.05), fine, [2e-6]);
    expect(Math.abs(counted / zone.areaM2 - 1)).toBeLessThan(0.01);
  });

  it('is empty where the level is never reached, and cut where it goes on', () => {
    expect(isoZone(smoulder, 1e-6, 1, view)).toMatchObject({
      ...{ nearestM: undefined, farthestM: undefined, areaM2: 0, rings: [], isCut: false },
    });
    expect(isoZone(smoulder, 100, 1e-9, view).isCut).toBe(true);
    expect(() => isoZone(smoulder, 1, 0, view)).toThrow(
      'The level is 0; more than 0 kg/m³ is expected.',
    );
  });

  it('starts away from a hot fire, where its smoke comes down', () => {
    const hot = createPlume(aSource({ heatW: 50e6 }), anAir());
    const peak = Math.max(
      ...Array.from({ length: 200 }, (_, at) => hot.unitConcentration(at * 50, 0, 1.5)),
    );
    const zone = isoZone(hot, 1, peak / 2, view);
    expect(zone.nearestM).toBeGreaterThan(50);
    expect(isoZone(smoulder, 1, peak / 2, view).nearestM).toBeLessThan(5);
  });
});

describe('emissions', () => {
  it('keep mean and spread of the table: the mean of the log-normal band is the mean', () => {
    for (const fuel of ['structure', 'wildland'] as const) {
      for (const emitted of Object.values(emissionFactors[fuel])) {
        const { low, middle, mean, high } = bandOf(emitted);
        expect(low > 0 && low < middle && middle < high && middle < mean).toBe(true);
        const sigma = Math.log(high / middle);
        expect(middle * Math.exp(sigma ** 2 / 2)).toBeCloseTo(mean, 9);
        expect(mean * Math.sqrt(Math.exp(sigma ** 2) - 1)).toBeCloseTo(emitted.deviationGKg, 9);
      }
    }
  });

  it('grow with the heat of the fire', () => {
    const burntKgS = burningRate(20e6, 17e6);
    expect(emissionRate(burntKgS, emissionFactors.structure.co).mean).toBeCloseTo(0.1459, 4);
    expect(() => burningRate(1, 0)).toThrow(
      'The heat of combustion is 0; more than 0 J/kg is expected.',
    );
  });
});

describe('what smoke does to people', () => {
  it('lets them see 10 m through 34.5 mg/m³, and a lamp farther', () => {
    const soot = sootOfVisibility(10, 'reflecting');
    expect(soot * 1e6).toBeCloseTo(34.48, 2);
    expect(visibility(soot, 'reflecting')).toBeCloseTo(10, 12);
    expect(visibility(soot, 'shining')).toBeCloseTo(80 / 3, 12);
    expect(visibility(0, 'shining')).toBe(FARTHEST_SIGHT_M);
    expect(() => visibility(-1, 'shining')).toThrow('The soot is -1; 0 kg/m³ or more is expected.');
  });

  it('turns ppm into mass and back, 1 ppm CO being 1.145 mg/m³ at 25 °C', () => {
    const air = { temperatureK: 298.15, pressurePa: 101_325 };
    expect(toMassConcentration(1, 0.02801, air) * 1e6).toBeCloseTo(1.145, 3);
    expect(toPpm(toMassConcentration(83, 0.02801, air), 0.02801, air)).toBeCloseTo(83, 9);
  });

  it('ranks the tiers of every gas, and tells which one is reached', () => {
    for (const gas of Object.values(aegl60)) {
      const levels = [gas.ppm[1] ?? 0, gas.ppm[2] ?? 0, gas.ppm[3] ?? 0];
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(tierOf(gas.ppm[3] ?? 0, gas)).toBe(3);
      expect(tierOf(0, gas)).toBe(0);
    }
    expect(aegl60.co && tierOf(82, aegl60.co)).toBe(0);
    expect(aegl60.co && tierOf(83, aegl60.co)).toBe(2);
  });
});

describe('an empty raster', () => {
  it('has a cell for each place of the grid', () => {
    expect(createRaster(grid).length).toBe(12_000);
  });
});
