import { describe, expect, it } from 'vitest';
import {
  classFloorM3s,
  GALLON_A_MINUTE_M3S,
  HUNDRED_FORTY_KPA_M,
  hydrantClassOf,
  TWENTY_PSI_M,
} from './classes.ts';
import { flowAtM3s, pitotFlowM3s } from './flow-test.ts';

const PSI = 6894.757293168;

describe('flow test of a hydrant', () => {
  it('gives 29.83 c d² √p gallons a minute at inches and psi', () => {
    const flow = pitotFlowM3s(0.9, 2.5 * 0.0254, 36 * PSI) / GALLON_A_MINUTE_M3S;
    const expected = 29.83 * 0.9 * 2.5 ** 2 * Math.sqrt(36);
    expect(Math.abs(flow / expected - 1)).toBeLessThan(1e-3);
    expect(pitotFlowM3s(0.9, 0.06, -1)).toBe(0);
  });

  it('extends the example of NFPA 291 (90 psi still, 58 at 1,600 gpm) down to 20 psi', () => {
    const test = { staticPressure: 90, residualPressure: 58, flowM3s: 1600 };
    expect(flowAtM3s(test, 20)).toBeCloseTo(1600 * (70 / 32) ** 0.54, 9);
    expect(flowAtM3s(test, 58)).toBeCloseTo(1600, 9);
    expect(flowAtM3s(test, 95)).toBe(0);
  });

  it('knows nothing where the test lowered nothing', () => {
    const test = { staticPressure: 50, residualPressure: 50, flowM3s: 1 };
    expect(flowAtM3s(test, 20)).toBeNaN();
  });
});

describe('class of a hydrant', () => {
  it('changes at 500, 1,000 and 1,500 gallons a minute', () => {
    const classes = [0, 499.9, 500, 999.9, 1000, 1499.9, 1500, 5000].map((gallons) =>
      hydrantClassOf(gallons * GALLON_A_MINUTE_M3S * (1 + 1e-12)),
    );
    expect(classes).toEqual(['C', 'C', 'B', 'B', 'A', 'A', 'AA', 'AA']);
    expect(classFloorM3s.AA * 1000).toBeCloseTo(94.6, 1);
  });

  it('keeps 20 psi and 140 kPa apart', () => {
    expect(TWENTY_PSI_M).toBeCloseTo(14.061, 3);
    expect(HUNDRED_FORTY_KPA_M).toBeCloseTo(14.276, 3);
  });
});
