import { describe, expect, it } from 'vitest';
import { aDrain } from './a-drain.ts';
import { readSwmm } from './read-swmm.ts';
import { createDrainage } from './run-drainage.ts';
import { orificeIntoInlet, weirIntoInlet } from './street-exchange.ts';

describe('water between drains and street', () => {
  it('is all there when a bucket street takes the overflow and gives it back', () => {
    const inp = aDrain({
      nodes: 6,
      lengthM: 60,
      slope: 0.003,
      diameter: 0.4,
      manning: 0.013,
      flow: 0.35,
      hours: 3,
    });
    const drainage = createDrainage(readSwmm(inp, 'street.inp'), { hasStreet: true });
    const { exchange, drains, statistics } = drainage;
    if (!exchange) throw new Error('An exchange was asked for.');
    const count = drains.nodes.count;
    const street = new Float64Array(count);
    const moved = new Float64Array(count);
    const depthM = new Float64Array(count);
    const inlets = {
      perimeterM: new Float64Array(count).fill(1.6),
      openingM2: new Float64Array(count).fill(0.15),
    };
    let overflowed = 0;
    let swallowed = 0;
    for (let timeS = 10; timeS <= 10_800; timeS += 10) {
      for (let i = 0; i < count; i++) depthM[i] = street[i]! / 400;
      exchange.swallow(inlets, depthM, street, 10, moved);
      for (let i = 0; i < count; i++) {
        street[i]! -= moved[i]!;
        swallowed += moved[i]!;
        expect(street[i]).toBeGreaterThanOrEqual(0);
      }
      drainage.advance(timeS);
      exchange.takeOverflow(moved);
      for (let i = 0; i < count; i++) {
        street[i]! += moved[i]!;
        overflowed += moved[i]!;
      }
      // The inflow stops after an hour, so that the street drains.
      if (timeS === 3600) drainage.stopInflows();
    }
    const onStreet = street.reduce((sum, volume) => sum + volume, 0);
    expect(overflowed).toBeGreaterThan(100);
    expect(swallowed).toBeGreaterThan(50);
    expect(onStreet).toBeCloseTo(overflowed - swallowed, 6);
    expect(statistics.overflowM3).toBeCloseTo(overflowed + 0, 6);
    expect(statistics.streetM3).toBeCloseTo(swallowed, 6);
    // What was swallowed has come into the drains, but for what still waits.
    const inflow = statistics.inflowM3 - 0.35 * 3600;
    expect(Math.abs(inflow + exchange.pendingM3() - swallowed) / swallowed).toBeLessThan(0.001);
  });

  it('enters a free inlet as over a weir around it and a drowned one as through an orifice', () => {
    expect(weirIntoInlet(2, 0.1)).toBeCloseTo(
      (2 / 3) * 0.54 * 2 * Math.sqrt(2 * 9.80665) * 0.1 ** 1.5,
      12,
    );
    expect(orificeIntoInlet(0.2, 0.5)).toBeCloseTo(0.167 * 0.2 * Math.sqrt(2 * 9.80665 * 0.5), 12);
    expect(orificeIntoInlet(0.2, -0.5)).toBe(0);
  });
});
