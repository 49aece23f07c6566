import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GbGrade, gbFireFlow, gbKinds } from './gb50974.ts';
import { balanceWater, flowAtLeastPressure, type Hydrants, reachM } from './hydrants.ts';
import { type IfcType, ifcTableM3s } from './ifc-table.ts';
import {
  chinaHydrants,
  type IsoBuilding,
  ifcFireFlow,
  isoNeededFireFlow,
  M3S_PER_GPM,
} from './needed-fire-flow.ts';

const FT2 = 0.09290304;
const isoGpm = (change: Partial<IsoBuilding> & { ft2: number }) =>
  isoNeededFireFlow({
    ...{ construction: 'joistedMasonry', storeys: 2, occupancyFactor: 1, exposure: 0 },
    ...change,
    areaM2: change.ft2 * FT2,
  }).neededM3s / M3S_PER_GPM;

describe('needed fire flow', () => {
  it('gives 1,750 gpm for the published 10,000 ft² of factor 1', () => {
    expect(isoGpm({ ft2: 10_000 })).toBeCloseTo(1750, 6);
  });

  it('keeps the rounding and the limits of the schedule', () => {
    expect(isoGpm({ ft2: 100 })).toBe(500);
    // 18 · √25,000 = 2,846 → 3,000 (steps of 500 above 2,500).
    expect(isoGpm({ ft2: 25_000 })).toBeCloseTo(3000, 6);
    expect(isoGpm({ ft2: 1e6, construction: 'frame' })).toBeCloseTo(8000, 6);
    expect(isoGpm({ ft2: 1e6, construction: 'frame', storeys: 1 })).toBeCloseTo(6000, 6);
    expect(isoGpm({ ft2: 1e6, construction: 'fireResistive' })).toBeCloseTo(6000, 6);
    const worst = { construction: 'frame', occupancyFactor: 1.25, exposure: 0.6 } as const;
    expect(isoGpm({ ft2: 1e6, ...worst })).toBeCloseTo(12_000, 6);
    expect(isoGpm({ ft2: 10_000, occupancyFactor: 1.25, exposure: 0.2 })).toBeCloseTo(2500, 6);
  });

  it('lasts two, three or four hours', () => {
    const hours = (ft2: number) =>
      isoNeededFireFlow({
        ...{ construction: 'joistedMasonry', storeys: 2, occupancyFactor: 1, exposure: 0 },
        areaM2: ft2 * FT2,
      }).durationS / 3600;
    expect([10_000, 30_000, 60_000].map(hours)).toEqual([2, 3, 4]);
  });

  it('halves the code’s flow of a small house with sprinklers, and keeps 1,500 gpm for others', () => {
    const small = { isDwelling: true, areaM2: 200 };
    const gpm = (flow: { neededM3s: number }) => flow.neededM3s / M3S_PER_GPM;
    expect(gpm(ifcFireFlow({ ...small, isSprinklered: false }))).toBeCloseTo(1000, 9);
    expect(gpm(ifcFireFlow({ ...small, isSprinklered: true }))).toBeCloseTo(500, 9);
    const hall = { isDwelling: false, areaM2: 5000, isSprinklered: true };
    expect(gpm(ifcFireFlow({ ...hall, tableM3s: 8000 * M3S_PER_GPM }))).toBeCloseTo(2000, 9);
    expect(gpm(ifcFireFlow({ ...hall, tableM3s: 3000 * M3S_PER_GPM }))).toBeCloseTo(1500, 9);
    expect(() => ifcFireFlow({ ...small, areaM2: 500, isSprinklered: false })).toThrow(
      'The building has 500 m²; above 334 m² or other than a dwelling the flow of table B105.1(2) is expected.',
    );
  });

  it('counts Chinese hydrants at 15 L/s', () => {
    expect([0, 0.01, 0.015, 0.045, 0.046].map((flow) => chinaHydrants(flow).least)).toEqual([
      0, 1, 1, 3, 4,
    ]);
  });

  it('says which input lies outside', () => {
    expect(() => isoGpm({ ft2: 100, exposure: 0.7 })).toThrow(
      'The exposure factor is 0.7; 0 to 0.6 is expected.',
    );
    expect(() => isoGpm({ ft2: Number.NaN })).toThrow('The area is NaN; 0 or more m² is expected.');
  });
});

describe('hydrants in reach', () => {
  const three: Hydrants = {
    xM: Float64Array.of(0, 100, 130),
    yM: new Float64Array(3),
    flowM3s: new Float32Array(3).fill(0.0625),
    staticPa: Float32Array.of(400_000, 400_000, 130_000),
    residualPa: Float32Array.of(137_895, 300_000, 120_000),
  };
  const flow = isoNeededFireFlow({
    ...{ construction: 'frame', storeys: 2, occupancyFactor: 1, exposure: 0, areaM2: 3000 },
  } as const);

  it('gives what was solved at 20 psi, more above it, nothing below', () => {
    expect(flowAtLeastPressure(three, 0)).toBeCloseTo(0.0625, 6);
    expect(flowAtLeastPressure(three, 1)).toBeCloseTo(0.0625 * 2.62105 ** 0.54, 5);
    expect(flowAtLeastPressure(three, 2)).toBe(0);
  });

  it('sums what is in reach and shows the shortfall with its formula', () => {
    const here = balanceWater(three, { xM: 0, yM: 0 }, flow, reachM.ifc);
    expect(here.hydrants.map(({ hydrant }) => hydrant)).toEqual([0, 1]);
    expect(here.shortfallM3s).toBeCloseTo(flow.neededM3s - here.inReachM3s, 12);
    expect(here.formula).toBe(
      'C = 18 × 1.5 × √32292 ft² → 5000 gpm; NFF = C × 1 × (1 + 0) → 5000 gpm; max(0, 315.5 − (62.5 + 105.2)) = 147.8 L/s',
    );
    const capped = balanceWater(three, { xM: 0, yM: 0 }, flow, reachM.china, 0.015);
    expect(capped.inReachM3s).toBeCloseTo(0.03, 12);
    const far = balanceWater(three, { xM: 0, yM: 900 }, flow, reachM.ifc);
    expect(far.shortfallShare).toBe(1);
  });

  it('never lacks more water with a longer reach', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (reach, more) => {
          const lacking = (m: number) =>
            balanceWater(three, { xM: 50, yM: 20 }, flow, m).shortfallM3s;
          expect(lacking(reach + more)).toBeLessThanOrEqual(lacking(reach));
        },
      ),
    );
  });

  it('says which hydrant cannot be', () => {
    const wrong = { ...three, residualPa: new Float32Array(3).fill(5e5) };
    expect(() => balanceWater(wrong, { xM: 0, yM: 0 }, flow, 50)).toThrow(
      'Hydrant 0 gives 0.0625 m³/s at 500000 Pa of 400000 Pa; a flow and no more than the pressure at rest are expected.',
    );
  });
});

describe('tables of need', () => {
  it('meets the areas of IFC B105.1(2) within 1 %', () => {
    const gpm = (type: IfcType, ft2: number) =>
      Math.round(ifcTableM3s(type, ft2 / 10.763910417) / M3S_PER_GPM);
    // Rows of the table: the last area of each flow, and a hair into the next.
    const rows: readonly (readonly [IfcType, number, number])[] = [
      ...([
        ['IA–IB', 22_700, 1500],
        ['IA–IB', 83_700, 3000],
      ] as const),
      ...([
        ['IIA–IIIA', 12_700, 1500],
        ['IIA–IIIA', 72_400, 3750],
      ] as const),
      ...([
        ['IV–VA', 8200, 1500],
        ['IV–VA', 115_800, 6000],
      ] as const),
      ...([
        ['IIB–IIIB', 5900, 1500],
        ['IIB–IIIB', 29_300, 3500],
      ] as const),
      ...([
        ['VB', 3600, 1500],
        ['VB', 26_300, 4250],
      ] as const),
    ];
    for (const [type, ft2, flow] of rows) {
      expect(gpm(type, ft2 * 0.99)).toBe(flow);
      expect(gpm(type, ft2 * 1.015)).toBe(flow + 250);
    }
    expect(gpm('VB', 1e6)).toBe(8000);
    expect(gpm('IA–IB', 1e7)).toBe(6000);
    expect(() => ifcTableM3s('VB', -1)).toThrow('The area is -1 m²; 0 or more is expected.');
  });

  it('grows with volume and falls with fire resistance in GB 50974', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...gbKinds),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (kind, one, other) => {
          const at = (grade: GbGrade, volumeM3: number) =>
            gbFireFlow({ kind, grade, volumeM3, heightM: 10 }).neededM3s;
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          for (const grade of [2, 3, 4] as const)
            expect(at(grade, more)).toBeGreaterThanOrEqual(at(grade, less));
          expect(at(4, Math.min(less, 5000))).toBeGreaterThanOrEqual(at(2, Math.min(less, 5000)));
        },
      ),
    );
    const office = { kind: 'public', grade: 2, volumeM3: 20_000 } as const;
    expect(gbFireFlow({ ...office, heightM: 24 })).toMatchObject({
      neededM3s: 0.025,
      durationS: 7200,
    });
    expect(gbFireFlow({ ...office, heightM: 25, volumeM3: 1000 })).toMatchObject({
      ...{ neededM3s: 0.025, durationS: 10_800 },
    });
    expect(gbFireFlow({ ...office, heightM: Number.NaN }).formula).toContain(
      'V = 20000 m³ → 25 L/s',
    );
  });
});
