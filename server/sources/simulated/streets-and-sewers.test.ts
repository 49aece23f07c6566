import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import { createRain, type Rain } from './rain.ts';
import { createSewer, depthOf, pipeOf } from './sewer.ts';
import { createStreetWater, hollowOf } from './street-water.ts';

const clock = createLocalClock('Europe/Berlin');
const place = { x: 0, y: 0 };
const startMs = Date.parse('2026-11-24T23:00Z');
const MM_PER_HOUR = 1 / 3.6e6;
const raining = (rate: number, lastsMs: number): Rain => ({
  ...createRain(1, clock),
  at: (_, timeMs) => (timeMs >= startMs && timeMs < startMs + lastsMs ? rate : 0),
});
const hollow = { gathering: 30, swallowed: 20 * MM_PER_HOUR };
const minutes = (count: number) => Array.from({ length: count }, (_, at) => startMs + at * MINUTE);

describe('water in low streets', () => {
  it('does not stand while the gullies take the rain', () => {
    const depth = createStreetWater(hollow, place, raining(19.9 * MM_PER_HOUR, 5 * HOUR));
    expect(Math.max(...minutes(400).map(depth.at))).toBe(0);
  });

  it('rises with the surplus and drains as fast as the gullies swallow', () => {
    const depth = createStreetWater(hollow, place, raining(21 * MM_PER_HOUR, 30 * MINUTE));
    // 1 mm/h of surplus from 30 times the area for half an hour, a little less as the hollow widens.
    expect(depth.at(startMs + 30 * MINUTE)).toBeGreaterThan(0.0144);
    expect(depth.at(startMs + 30 * MINUTE)).toBeLessThan(0.015);
    expect(depth.at(startMs + 33 * MINUTE)).toBe(0);
  });

  it('is the same whether a day is asked for from its evening or from the next morning', () => {
    const storm = raining(60 * MM_PER_HOUR, 40 * MINUTE);
    const evening = createStreetWater(hollow, place, storm);
    const before = minutes(120).map(evening.at);
    const morning = createStreetWater(hollow, place, storm);
    const after = minutes(120).reverse().map(morning.at).reverse();
    expect(after).toEqual(before);
    expect(Math.max(...before)).toBeGreaterThan(0.2);
  });

  it('stands deeper in underpasses than in streets', () => {
    expect(hollowOf(3, true).gathering).toBeGreaterThan(hollowOf(3, false).gathering);
  });
});

describe('sewers', () => {
  const pipe = { ...pipeOf(1, false), capacity: 30 * MM_PER_HOUR, lagMs: 8 * MINUTE };

  it('fill after the rain has begun and run empty after it', () => {
    const storm = createSewer(pipe, place, raining(25 * MM_PER_HOUR, HOUR), clock);
    const dry = storm.at(startMs - 10 * MINUTE);
    expect(storm.at(startMs + 2 * MINUTE) - dry).toBeLessThan(0.4 * pipe.diameterM);
    expect(storm.at(startMs + 55 * MINUTE)).toBeGreaterThan(0.8 * pipe.diameterM);
    expect(storm.at(startMs + 4 * HOUR)).toBeCloseTo(dry, 2);
  });

  it('carry what people use: least before dawn, most in the morning', () => {
    const sanitary = createSewer(pipeOf(2, true), place, raining(0, 0), clock);
    const day = clock.dayOf(startMs + DAY);
    const at = (hour: number) => sanitary.at(clock.startOf(day) + hour * HOUR);
    expect(at(4)).toBeLessThan(0.75 * at(9));
  });

  it('rise without end only to the street', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.boolean(),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (seed, isSanitary, filled) => {
          const some = pipeOf(seed, isSanitary);
          const depth = depthOf(some, filled);
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(depth).toBeLessThanOrEqual(some.shaftM);
          expect(depthOf(some, filled + 0.01)).toBeGreaterThanOrEqual(depth);
        },
      ),
    );
  });

  it('back up behind a blockage and fall when it is flushed', () => {
    const event = {
      ...({ plot: 'blockage', thing: 'x', seed: 1 } as const),
      ...{ fromMs: startMs, toMs: startMs + 8 * HOUR },
    };
    const blocked = createSewer(pipeOf(2, true), place, raining(0, 0), clock, () => event);
    const free = createSewer(pipeOf(2, true), place, raining(0, 0), clock);
    const over = (hour: number) =>
      blocked.at(startMs + hour * HOUR) - free.at(startMs + hour * HOUR);
    expect(over(7)).toBeGreaterThan(0.9);
    expect(over(2)).toBeLessThan(over(5));
    expect(over(10)).toBeLessThan(0.02);
  });
});
