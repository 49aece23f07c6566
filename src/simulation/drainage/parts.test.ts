import { describe, expect, it } from 'vitest';
import { aDrain } from './a-drain.ts';
import { rainDepth, STORM_STEP_S, stormForms, stormIntensities } from './design-storm.ts';
import type { Weir } from './model.ts';
import { readSwmm } from './read-swmm.ts';
import { found, throughWeir } from './routing/openings.ts';
import { createDrainage } from './run-drainage.ts';
import { createSoil, infiltrate } from './runoff/infiltration.ts';
import { drainPlane } from './runoff/overland-flow.ts';
import { tabulateSection } from './section/section-table.ts';

describe('the parts of the solver', () => {
  it('fills a tank of vertical walls by its inflow', () => {
    const more =
      '[STORAGE]\nTANK 80 5 0 FUNCTIONAL 0 0 25 0 0\n[INFLOWS]\nTANK FLOW "" FLOW 1 1 0.01\n[PUMPS]\nPX TANK N0 * OFF 0 0';
    const inp = aDrain({
      nodes: 3,
      lengthM: 50,
      slope: 0.01,
      diameter: 0.5,
      manning: 0.013,
      flow: 0.1,
      more,
    });
    const drainage = createDrainage(readSwmm(inp, 'tank.inp'));
    drainage.advance(3600);
    const tank = drainage.drains.model.nodes.findIndex(({ id }) => id === 'TANK');
    // The first step of 2 s brings in half of its flow: it begins at none.
    expect(drainage.drains.nodes.depthM[tank]).toBeCloseTo((0.01 * 3599) / 25, 6);
  });

  it('runs a pump on its curve', () => {
    const more =
      '[STORAGE]\nWET 90 9 2 FUNCTIONAL 0 0 10000 0 0\n[PUMPS]\nP WET N0 CURVE ON 0 0\n[CURVES]\nCURVE PUMP4 0 0\nCURVE 4 0.2';
    const inp = aDrain({
      nodes: 3,
      lengthM: 50,
      slope: 0.01,
      diameter: 0.5,
      manning: 0.013,
      flow: 0,
      more,
    });
    const drainage = createDrainage(readSwmm(inp, 'pump.inp'));
    drainage.advance(600);
    // At 2 m half of 0.2 m³/s; the basin falls by 6 mm in ten minutes.
    expect(drainage.drains.devices.flowM3s[0]).toBeCloseTo(0.1, 3);
    drainage.set(drainage.drains.devices.link[0]!, 0);
    drainage.advance(660);
    expect(drainage.drains.devices.flowM3s[0]).toBe(0);
  });

  it('passes a weir by its formula, less where it is drowned', () => {
    const weir: Weir = {
      ...{
        kind: 'weir',
        id: 'W',
        from: 0,
        to: 1,
        hasFlapGate: false,
        form: 'transverse',
        offsetM: 0,
      },
      ...{
        coefficient: 1.8,
        endCoefficient: 0,
        endContractions: 0,
        heightM: 2,
        lengthM: 3,
        sideSlope: 0,
      },
      canSurcharge: false,
    };
    throughWeir(weir, 1, 10, 10.5, 9, 1);
    expect(found.flow).toBeCloseTo(1.8 * 3 * 0.5 ** 1.5, 12);
    throughWeir(weir, 1, 10, 10.5, 10.25, 1);
    expect(found.flow).toBeCloseTo(1.8 * 3 * 0.5 ** 1.5 * (1 - 0.5 ** 1.5) ** 0.385, 12);
  });

  it('knows the full values of sections', () => {
    const circle = tabulateSection({ shape: 'circular', heightM: 2 });
    expect(circle.areaM2).toBeCloseTo(Math.PI, 4);
    expect(circle.radiusM).toBeCloseTo(0.5, 3);
    const egg = tabulateSection({ shape: 'egg', heightM: 1 });
    expect(egg.areaM2).toBeCloseTo(0.5105, 3);
    expect(egg.radiusM).toBeCloseTo(0.1931, 3);
  });

  it('drains a plane to the depth at which runoff equals rain', () => {
    const [rain, alpha, storage] = [1e-5, 0.02, 0.001];
    const steady = storage + (rain / alpha) ** 0.6;
    expect(drainPlane(0, rain, storage, alpha, 20_000)).toBeCloseTo(steady, 6);
    expect(drainPlane(0, rain, storage, alpha, 50)).toBeCloseTo(rain * 50, 9);
  });

  it('lets rain run off by Manning’s formula in feet, with SWMM’s factor of 1.49', () => {
    const more = `[RAINGAGES]
G INTENSITY 0:05 1.0 TIMESERIES RAIN
[SUBCATCHMENTS]
S G N0 1 100 100 1 0
[SUBAREAS]
S 0.015 0.1 0 3 100 OUTLET
[INFILTRATION]
S 50 5 4 7 0
[TIMESERIES]
RAIN 0:00 12
`;
    const one = { nodes: 2, lengthM: 50, slope: 0.01, diameter: 0.5, manning: 0.013, flow: 0.1 };
    const { runoff } = createDrainage(readSwmm(aDrain({ ...one, more }), 'roof.inp'));
    const metric = (100 * Math.sqrt(0.01)) / (0.015 * 10_000);
    expect((runoff.catchments[0]?.planes[0].alpha ?? 0) / metric).toBeCloseTo(1.00275, 5);
  });

  it('infiltrates after Horton no more than the integral of the curve', () => {
    const [first, last, decay] = [2e-5, 2e-6, 1 / 1800];
    const soil = createSoil({
      kind: 'horton',
      firstMps: first,
      lastMps: last,
      decayPerS: decay,
      recoveryPerS: 0,
      maximumM: 0,
    });
    let total = 0;
    for (let k = 0; k < 60; k++) total += infiltrate(soil, 60, 1e-3, 0) * 60;
    expect(total).toBeCloseTo(
      last * 3600 + ((first - last) / decay) * (1 - Math.exp(-decay * 3600)),
      9,
    );
  });

  it.each(stormForms)('lets the whole depth of a %s storm fall', (form) => {
    const intensities = stormIntensities({
      form,
      durationS: 3600,
      returnYears: 5,
      depthM: Number.NaN,
    });
    const depth = intensities.reduce((sum, intensity) => sum + intensity * STORM_STEP_S, 0);
    expect(depth).toBeCloseTo(rainDepth(3600, 5), 12);
    expect(Math.min(...intensities)).toBeGreaterThan(0);
  });
});
