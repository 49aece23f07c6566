import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSwmm } from '../read-swmm.ts';
import { createDrainage } from '../run-drainage.ts';

interface Storm {
  readonly peak: number;
  readonly fall: number;
  readonly step: number;
  readonly mayPond: boolean;
  readonly lengthening: number;
  readonly slope: number;
}

/** A wave of an hour through five manholes: free falls, a drowned basin, a channel, rims that are low. */
function aStorm({ peak, fall, step, mayPond, lengthening, slope }: Storm): string {
  const level = (k: number) => (50 - k * 60 * slope - k * fall).toFixed(4);
  const nodes = [0, 1, 2, 3];
  return `[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/01/2024
END_DATE 01/01/2024
END_TIME 04:00:00
ROUTING_STEP ${step}
LENGTHENING_STEP ${lengthening}
ALLOW_PONDING ${mayPond ? 'YES' : 'NO'}
[JUNCTIONS]
${nodes.map((k) => `N${k} ${level(k)} 2.2 0 0 40`).join('\n')}
[STORAGE]
BASIN ${level(4)} 3 0.4 FUNCTIONAL 0 0 60 0 0
[OUTFALLS]
OUT ${level(5)} FIXED ${(50 - 300 * slope - 5 * fall + 0.6).toFixed(4)} NO
[CONDUITS]
${nodes.map((k) => `C${k} N${k} ${k === 3 ? 'BASIN' : `N${k + 1}`} 60 0.014 0 ${fall} 0 0`).join('\n')}
C4 BASIN OUT 60 0.02 0 0 0 0
[XSECTIONS]
${nodes.map((k) => `C${k} ${k === 1 ? 'EGG 0.75 0' : 'CIRCULAR 0.6 0'} 0 0 1`).join('\n')}
C4 TRAPEZOIDAL 1.2 0.8 1 1 1
[INFLOWS]
N0 FLOW WAVE FLOW 1 1 0
[TIMESERIES]
WAVE 0:00 0
WAVE 0:20 ${peak}
WAVE 0:40 ${peak}
WAVE 1:00 0
`;
}

describe('the ledger of volumes', () => {
  it('closes the balance to 0.1 % after any wave, by falls, rims and ponds', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        fc.record({
          peak: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
          fall: fc.constantFrom(0, 0.05, 0.4),
          step: fc.constantFrom(1, 3),
          mayPond: fc.boolean(),
          lengthening: fc.constantFrom(0, 5),
          slope: fc.constantFrom(0.001, 0.004, 0.02),
        }),
        (storm) => {
          const drainage = createDrainage(readSwmm(aStorm(storm), 'storm.inp'));
          drainage.advance(4 * 3600);
          expect(Math.abs(drainage.balance().routingError)).toBeLessThan(0.001);
        },
      ),
      { numRuns: 10, seed: 11 },
    );
  });

  it('is paid nothing as long as a storm brings water', () => {
    const storm = { peak: 1, fall: 0.4, step: 2, mayPond: false, lengthening: 0, slope: 0.004 };
    const { advance, drains, timeS, step } = createDrainage(readSwmm(aStorm(storm), 'storm.inp'));
    while (timeS() < 3400) {
      step();
      expect(drains.nodes.paymentM3s.every((flow) => flow === 0)).toBe(true);
    }
    const owed = () => Math.abs(drains.nodes.owedM3.reduce((sum, one) => sum + one, 0));
    const before = owed();
    expect(before).toBeGreaterThan(0.0005 * (drains.nodes.broughtM3[0] ?? 0));
    advance(4 * 3600);
    expect(owed()).toBeLessThanOrEqual(0.0006 * (drains.nodes.broughtM3[0] ?? 0));
  });

  it('goes on from a kept state to the same bytes', () => {
    const storm = { peak: 1, fall: 0.4, step: 2, mayPond: false, lengthening: 0, slope: 0.004 };
    const model = readSwmm(aStorm(storm), 'storm.inp');
    const whole = createDrainage(model);
    whole.advance(3000);
    const kept = structuredClone(whole.keep());
    whole.advance(7200);
    const rest = createDrainage(model);
    rest.restore(kept);
    rest.advance(7200);
    expect(rest.drains.nodes.depthM).toEqual(whole.drains.nodes.depthM);
    expect(rest.drains.nodes.owedM3).toEqual(whole.drains.nodes.owedM3);
    expect(rest.balance().storedM3).toBe(whole.balance().storedM3);
  });
});

describe('nodes made ready', () => {
  it('leave a basin’s rim where it is, under the top of a pipe', () => {
    const inp = aStorm({ peak: 1, fall: 0, step: 2, mayPond: false, lengthening: 0, slope: 0.01 })
      .replace('3 0.4 FUNCTIONAL', '0.5 0.4 FUNCTIONAL')
      .replaceAll(' 2.2 0 0 40', ' 0.3 0 0 40');
    const { drains } = createDrainage(readSwmm(inp, 'rims.inp'));
    const row = (id: string) => drains.model.nodes.findIndex((node) => node.id === id);
    expect(drains.nodes.fullDepthM[row('BASIN')]).toBe(0.5);
    expect(drains.nodes.fullDepthM[row('N0')]).toBe(0.6);
  });

  it('keep the smallest offset of a level, where flow may fall freely, and turn a pipe that climbs', () => {
    const storm = { peak: 1, fall: 0, step: 2, mayPond: false, lengthening: 0, slope: 0.01 };
    const level = (metres: number) => metres.toFixed(7);
    const inp = aStorm(storm)
      .replace('FLOW_ROUTING DYNWAVE', 'FLOW_ROUTING DYNWAVE\nLINK_OFFSETS ELEVATION')
      .replace(/C0 N0 N1 .*/, `C0 N0 N1 60 0.014 ${level(50)} ${level(49.4 + 1e-7)} 0 0`)
      .replace(/C1 N1 N2 .*/, `C1 N1 N2 60 0.014 ${level(49.4)} ${level(49.4001)} 0 0`)
      .replace(/C([23]) (\w+) (\w+) 60 0.014 0 0/g, 'C$1 $2 $3 60 0.014 * *')
      .replace('C4 BASIN OUT 60 0.02 0 0', 'C4 BASIN OUT 60 0.02 * *');
    const { drains } = createDrainage(readSwmm(inp, 'levels.inp'));
    expect(drains.conduits.toOffsetM[0]).toBeCloseTo(1e-7, 9);
    expect(drains.conduits.direction[1]).toBe(-1);
  });
});

describe('a still channel', () => {
  it('falls by what the air takes from its surface and the ground from its bed', () => {
    const inp = `[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/01/2024
END_DATE 01/01/2024
END_TIME 02:00:00
ROUTING_STEP 5
[EVAPORATION]
CONSTANT 240
[JUNCTIONS]
A 10 3 1 0 0
B 10 3 1 0 0
[CONDUITS]
C A B 100 0.02 0 0 0 0
[XSECTIONS]
C RECT_OPEN 3 2 0 0 1
[LOSSES]
C 0 0 0 NO 5
`;
    const drainage = createDrainage(readSwmm(inp, 'still.inp'));
    drainage.advance(3600);
    // 10 mm/h into the air and 5 mm/h into the ground; half of the first step's loss is missing: it begins at none.
    const expected = 1 - 0.015 * (3597.5 / 3600);
    expect(drainage.drains.nodes.depthM[0]).toBeCloseTo(expected, 5);
    expect(drainage.drains.nodes.depthM[1]).toBeCloseTo(expected, 5);
    expect(Math.abs(drainage.balance().routingError)).toBeLessThan(1e-4);
  });
});
