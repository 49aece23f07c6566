import { describe, expect, it } from 'vitest';
import { readSwmm } from '../read-swmm.ts';
import { createDrainage } from '../run-drainage.ts';
import { GRAVITY } from './drains.ts';

/** Two manholes, a channel of three barrels between them, and what a test adds. */
const aChannel = (depth: number, more = '') => `[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/01/2024
END_DATE 01/01/2024
END_TIME 01:00:00
ROUTING_STEP 2
[JUNCTIONS]
A 10 3 ${depth} 0 0
B 10 3 ${depth} 0 0
[OUTFALLS]
O 12 FREE NO
[CONDUITS]
C A B 50 0.02 0 0 0 0
[XSECTIONS]
C RECT_OPEN 2 1.5 0 0 3
${more}`;

const made = (inp: string) => createDrainage(readSwmm(inp, 'channel.inp'));

describe('the first steps', () => {
  it('let head move flow in all barrels of a dry conduit', () => {
    const { drains, step } = made(aChannel(0));
    step();
    const area = 1.5 * 3.048e-5;
    expect(drains.conduits.flowByHead[0]).toBeCloseTo((3 * GRAVITY * 2 * area) / 50, 9);
  });

  it('begin with the area that stands in a conduit', () => {
    const { drains } = made(aChannel(0.8));
    expect(drains.conduits.middleAreaM2[0]).toBeCloseTo(1.2, 9);
  });

  it('let a pump take no more of a manhole than what comes in where it would empty it', () => {
    const more = `[PUMPS]
P A O CURVE ON 0 0
[CURVES]
CURVE PUMP2 0.5 40
CURVE 9 50
[INFLOWS]
A FLOW "" FLOW 1 1 0.25
`;
    const { drains, step } = made(aChannel(0.02, more));
    step();
    expect(drains.devices.flowM3s[0]).toBeCloseTo(0.25, 9);
  });

  it('hold Manning’s formula in feet, with SWMM’s rounded factor', () => {
    const { drains } = made(aChannel(0.8));
    const slope = 3.048e-4 / 50;
    const full = 3 * (3 / 5.5) ** (2 / 3) * (Math.sqrt(slope) / 0.02);
    expect((drains.conduits.fullNormalM3s[0] ?? 0) / full).toBeCloseTo(1.000055, 6);
    expect((drains.conduits.friction[0] ?? 0) / (GRAVITY * 0.02 ** 2)).toBeCloseTo(0.9999, 4);
  });

  it('give a manhole the surface of one four feet across', () => {
    expect(made(aChannel(0)).drains.model.options.minimumAreaM2).toBeCloseTo(1.16742, 5);
  });
});
