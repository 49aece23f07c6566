import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDamageCount,
  curvesOfUses,
  type DamageTable,
  jrcEurope,
  shareLost,
} from './damage.ts';
import { parseDamageTable } from './damage-table.ts';
import { floodedSpeedKmh } from './road-speed.ts';

const [residential, industry, commerce] = jrcEurope.curves;

describe('damage curves', () => {
  it('give the shares of the report at its depths', () => {
    // Huizinga et al. 2017, residential buildings, Europe.
    const depths = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6];
    expect(depths.map((depth) => shareLost(jrcEurope, residential!, depth))).toEqual([
      0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85, 0.95, 1,
    ]);
  });

  it('are linear between depths and level beyond them', () => {
    expect(shareLost(jrcEurope, residential!, 0.25)).toBeCloseTo(0.125, 12);
    expect(shareLost(jrcEurope, residential!, 2.5)).toBeCloseTo(0.675, 12);
    expect(shareLost(jrcEurope, residential!, 40)).toBe(1);
    expect(shareLost(jrcEurope, residential!, -1)).toBe(0);
  });

  it('never fall with depth', () => {
    const depth = fc.double({ min: 0, max: 8, noNaN: true });
    fc.assert(
      fc.property(depth, depth, fc.constantFrom(...jrcEurope.curves), (a, b, curve) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(shareLost(jrcEurope, curve, more)).toBeGreaterThanOrEqual(
          shareLost(jrcEurope, curve, less),
        );
      }),
    );
  });

  it('are chosen by use, with one for all others', () => {
    expect([...curvesOfUses(jrcEurope, ['mixed', 'warehouse', 'school', ''])]).toEqual([
      0, 1, 2, 2,
    ]);
    const onlyHomes: DamageTable = { ...jrcEurope, curves: [residential!] };
    expect([...curvesOfUses(onlyHomes, ['residential', 'school'])]).toEqual([0, -1]);
  });

  it('cost the share of the value of the ground floor', () => {
    const buildings = {
      areaM2: Float32Array.of(120, 50),
      use: Uint16Array.of(0, 1),
      uses: ['residential', 'industry'],
    };
    const damageOf = createDamageCount(jrcEurope, buildings);
    expect(damageOf(0, 1000)).toBeCloseTo(0.4 * 780 * 120, 6);
    expect(damageOf(1, 5000)).toBeCloseTo(880 * 50, 6);
  });
});

describe('a damage table that somebody typed', () => {
  const change = (part: Partial<Record<keyof DamageTable, unknown>>) =>
    parseDamageTable({ ...jrcEurope, ...part });
  const curve = (part: object) => change({ curves: [{ ...residential, ...part }] });

  it('is read as it stands where it is right', () => {
    expect(parseDamageTable(jrcEurope)).toEqual({ ok: true, value: jrcEurope });
    expect(parseDamageTable(JSON.parse(JSON.stringify(jrcEurope)))).toMatchObject({ ok: true });
  });

  it.each([
    [null, 'The damage table is no object with currency, depths and curves.'],
    [[], 'The damage table is no object with currency, depths and curves.'],
  ])('is refused as %j', (value, reason) => {
    expect(parseDamageTable(value)).toEqual({ ok: false, reason });
  });

  it.each([
    [change({ currency: 'euro' }), 'The currency is euro; expected three letters such as EUR.'],
    [change({ source: '' }), 'The damage table names no source.'],
    [change({ uncertainty: 0.5 }), 'The uncertainty is 0.5; expected a factor of 1 or more.'],
    [change({ depthsM: [0] }), 'The depths are [0]; expected two or more numbers in metres.'],
    [change({ depthsM: [0.2, 1] }), 'The first depth is 0.2 m; expected 0.'],
    [change({ depthsM: [0, 1, 1] }), 'Depth 3 is 1 m; expected more than the one before it.'],
    [change({ curves: [] }), 'The damage table has no curve.'],
    [curve({ shares: [0, 1] }), 'Curve residential: it has 2 shares; expected 9, one a depth.'],
    [
      curve({ shares: [0, 0.5, 0.4, 0.5, 0.6, 0.75, 0.85, 0.95, 1] }),
      'Curve residential: share 3 is 0.4; expected at least 0.5, as damage never falls with depth.',
    ],
    [
      curve({ shares: [0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85, 0.95, 1.2] }),
      'Curve residential: share 9 is 1.2; expected 0 to 1.',
    ],
    [curve({ mostPerM2: -3 }), 'Curve residential: its value is -3 per m²; expected 0 or more.'],
    [
      curve({ mostPerM2: Number.NaN }),
      'Curve residential: its value is null per m²; expected 0 or more.',
    ],
    [curve({ uses: 'all' }), 'Curve residential: its uses are all; expected a list of words.'],
    [change({ curves: [{}] }), 'Curve 1: it has no id.'],
    [
      change({ curves: [residential, { ...industry, id: 'residential' }] }),
      'Curve residential: its id is taken by another curve.',
    ],
    [
      change({ curves: [residential, { ...industry, uses: ['mixed'] }] }),
      'Curve industry: the use mixed belongs to another curve already.',
    ],
    [
      change({ curves: [commerce, { ...industry, uses: [] }] }),
      'Curve industry: another curve without uses stands for all others already.',
    ],
  ])('is refused with a sentence: %#', (result, reason) => {
    expect(result).toEqual({ ok: false, reason });
  });
});

describe('speed on a flooded road', () => {
  // Pregnolato et al. 2017, eq. 1: v = 0.0009 w² − 0.5529 w + 86.9448, w in mm.
  it.each([
    [0, 86.9448],
    [0.1, 40.6548],
    [0.2, 12.3648],
    [0.25, 4.9698],
  ])('at %d m is what the curve says', (depthM, speedKmh) => {
    expect(floodedSpeedKmh(depthM, 130)).toBeCloseTo(speedKmh, 9);
  });

  it('is nothing from 0.3 m on, and never above the limit', () => {
    expect(floodedSpeedKmh(0.299, 50)).toBeGreaterThan(0);
    expect([floodedSpeedKmh(0.3, 50), floodedSpeedKmh(2, 50)]).toEqual([0, 0]);
    expect(floodedSpeedKmh(0, 50)).toBe(50);
  });
});
