import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import { parkedCars, waitingPeople } from './people.ts';
import { createRain } from './rain.ts';
import { pollutant, soundLevel } from './street-air.ts';
import { createTraffic, streetOf, type Traffic } from './traffic.ts';
import { createWeather, type Weather } from './weather.ts';

const clock = createLocalClock('Europe/Berlin');
const rain = createRain(9, clock);
const dry = { ...rain, at: () => 0 };
const weather = createWeather(8, { longitudeDeg: 10.65, latitudeDeg: 54.3 }, clock, rain);
const place = { x: 300, y: -200 };
const tuesday = clock.startOf(clock.dayOf(Date.parse('2026-11-24T12:00Z')));
const sunday = tuesday - 2 * DAY;
const event = (plot: 'collision' | 'market', hour: number, hours: number) => ({
  ...{ plot, thing: 'x', seed: 1 },
  ...{ fromMs: tuesday + hour * HOUR, toMs: tuesday + (hour + hours) * HOUR },
});
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('traffic', () => {
  it('always lies on the fundamental diagram', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 366 * 24 * 60 }), (seed, minute) => {
        const street = streetOf(seed);
        const traffic = createTraffic(seed, street, place, { clock, rain });
        const timeMs = tuesday + minute * MINUTE;
        const speedShare = traffic.speed(timeMs) / street.freeSpeed;
        // Greenshields: q / q_max = 4 (v / v_free) (1 − v / v_free).
        expect(traffic.flow(timeMs) / street.capacity).toBeCloseTo(
          4 * speedShare * (1 - speedShare),
          9,
        );
        expect(traffic.flow(timeMs)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('peaks in the morning and in the late afternoon of working days, and sleeps at night', () => {
    const at = (hour: number) =>
      mean(
        Array.from({ length: 40 }, (_, seed) =>
          createTraffic(seed, streetOf(seed), place, { clock, rain: dry }).flow(
            tuesday + hour * HOUR,
          ),
        ),
      );
    expect(at(7.7)).toBeGreaterThan(1.2 * at(10.2));
    expect(at(16.7)).toBeGreaterThan(1.2 * at(10.2));
    expect(at(3)).toBeLessThan(0.15 * at(12));
    expect(at(7.7 - 48)).toBeLessThan(0.5 * at(7.7));
  });

  it('crawls behind a collision and runs again an hour after', () => {
    const street = { ...streetOf(3), busy: 0.7 };
    const collision = () => event('collision', 11, 1);
    const traffic = createTraffic(3, street, place, { clock, rain: dry }, collision);
    expect(traffic.speed(tuesday + 11.8 * HOUR)).toBeLessThan(0.16 * street.freeSpeed);
    expect(traffic.speed(tuesday + 10.9 * HOUR)).toBeGreaterThan(0.6 * street.freeSpeed);
    expect(traffic.speed(tuesday + 13.2 * HOUR)).toBeGreaterThan(0.6 * street.freeSpeed);
  });
});

describe('people', () => {
  it('gather at a crossing while it is red and all go at green', () => {
    const waiting = waitingPeople(5, place, { clock, rain: dry });
    const counts = Array.from({ length: 3600 }, (_, second) =>
      waiting(tuesday + 17 * HOUR + second * 1000),
    );
    const steps = counts.slice(1).map((count, index) => count - counts[index]!);
    const left = steps.flatMap((step, index) => (step < 0 ? [counts[index + 1]!] : []));
    expect(left.length).toBeGreaterThan(20);
    expect(new Set(left)).toEqual(new Set([0]));
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });

  it('fill a car park to the last place on market day, never beyond', () => {
    const occupied = parkedCars(4, clock, () => event('market', 9, 4));
    const shares = Array.from({ length: 24 * 60 }, (_, minute) =>
      occupied(tuesday + minute * MINUTE),
    );
    expect(occupied(tuesday + 12.8 * HOUR)).toBeGreaterThan(0.98);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  });
});

const steady = (flow: number): Traffic => ({
  flow: () => flow,
  speed: () => 13,
  crowding: () => 0.5,
});
const winds = (speed: number, inversion: number): Weather => ({
  ...weather,
  windSpeed: () => speed,
  inversion: () => inversion,
});

describe('the air of a street', () => {
  it('is three decibels louder with twice the vehicles', () => {
    const at = (flow: number) =>
      mean(
        Array.from({ length: 400 }, (_, second) =>
          soundLevel(2, place, steady(flow), { clock, rain: dry, weather })(
            tuesday + 10 * HOUR + second * 7000,
          ),
        ),
      );
    // Less than 3.01: the hum of the city and loud things stay.
    expect(at(0.6) - at(0.3)).toBeGreaterThan(2);
    expect(at(0.6) - at(0.3)).toBeLessThan(3.1);
  });

  it('is dirtier with more traffic, under a lid, and in calm', () => {
    const at = (flow: number, wind: number, lid: number) =>
      pollutant('nitrogenDioxide', 2, place, steady(flow), {
        ...{ clock, rain: dry },
        weather: winds(wind, lid),
      })(tuesday + 12 * HOUR);
    expect(at(0.5, 3, 0)).toBeGreaterThan(at(0.1, 3, 0));
    expect(at(0.3, 1.2, 0)).toBeGreaterThan(at(0.3, 6, 0));
    expect(at(0.3, 3, 1)).toBeGreaterThan(at(0.3, 3, 0));
    expect(at(0.3, 3, 0)).toBeLessThan(100e-9);
  });

  it('shares its days: Sunday morning is quieter than Tuesday morning', () => {
    const street = createTraffic(6, streetOf(6), place, { clock, rain: dry });
    const sound = soundLevel(6, place, street, { clock, rain: dry, weather });
    const around = (startMs: number) =>
      mean(Array.from({ length: 60 }, (_, at) => sound(startMs + 7.2 * HOUR + at * MINUTE)));
    expect(around(tuesday)).toBeGreaterThan(around(sunday) + 3);
  });
});
