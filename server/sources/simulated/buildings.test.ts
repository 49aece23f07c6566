import { describe, expect, it } from 'vitest';
import { activePower, cableTemperature, createLoad, residualCurrent } from './electricity.ts';
import { createHeatSubstation, gasPressure, methane } from './heat-and-gas.ts';
import { createColdStore, lift, liftState, smoke, wasteFill } from './indoors.ts';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import { createRain } from './rain.ts';
import type { Event, PlotName } from './story.ts';
import { createWeather, type Weather } from './weather.ts';

const clock = createLocalClock('Europe/Berlin');
const weather = createWeather(
  5,
  { longitudeDeg: 10.65, latitudeDeg: 54.3 },
  clock,
  createRain(4, clock),
);
const place = { x: 0, y: 0 };
const tuesday = clock.startOf(clock.dayOf(Date.parse('2026-11-24T12:00Z')));
const none = () => undefined;
const happens = (plot: PlotName, hour: number, hours: number) => (): Event => ({
  ...{ plot, thing: 'x', seed: 77 },
  ...{ fromMs: tuesday + hour * HOUR, toMs: tuesday + (hour + hours) * HOUR },
});
const degrees = (celsius: number): Weather => ({ ...weather, temperature: () => celsius });
const minutesOf = (hours: number) =>
  Array.from({ length: hours * 60 }, (_, minute) => tuesday + minute * MINUTE);

describe('electricity', () => {
  const around = { clock, weather: degrees(8) };
  const load = createLoad(12, place, around);

  it('draws least before dawn, and power goes with the load', () => {
    const values = minutesOf(24).map(load.at);
    const least = values.indexOf(Math.min(...values)) / 60;
    expect(least < 6 || least > 23).toBe(true);
    expect(Math.max(...values)).toBeLessThan(0.9);
    const noon = tuesday + 12 * HOUR;
    expect(activePower(load, noon) / load.at(noon)).toBeCloseTo(load.ratedW * 0.96, 6);
  });

  it('warms a cable after its load, not with it', () => {
    const step = { ratedW: 1, at: (timeMs: number) => (timeMs < tuesday + 6 * HOUR ? 0.2 : 0.9) };
    const cable = cableTemperature(3, place, step, around);
    const [before, soon, later] = [5.9, 6.2, 14].map((hour) => cable(tuesday + hour * HOUR));
    expect(soon! - before!).toBeLessThan(0.5 * (later! - before!));
    expect(later! - before!).toBeGreaterThan(15);
  });

  it('lets one joint run hot and cool down when it is switched off', () => {
    const hot = cableTemperature(3, place, load, around, happens('hotCable', 17, 4));
    const usual = cableTemperature(3, place, load, around);
    const over = (hour: number) => hot(tuesday + hour * HOUR) - usual(tuesday + hour * HOUR);
    expect(over(16.9)).toBe(0);
    expect(over(20.9)).toBeGreaterThan(40);
    expect(over(20.9)).toBeGreaterThan(over(18));
    expect(over(25)).toBeLessThan(4);
  });

  it('keeps residual current far below its alarm unless insulation fails', () => {
    const sound = residualCurrent(3, place, load, around);
    const damp = residualCurrent(3, place, load, around, happens('leakageCurrent', 6, 3));
    expect(Math.max(...minutesOf(24).map(sound))).toBeLessThan(0.18);
    expect(damp(tuesday + 8.9 * HOUR)).toBeGreaterThan(0.25);
  });
});

describe('heat and gas', () => {
  it('carries just the heat that flow and spread make', () => {
    const station = createHeatSubstation(4, place, { clock, weather: degrees(-3) });
    for (const timeMs of minutesOf(24)) {
      const spread = station.supplyTemperature(timeMs) - 48;
      expect(station.flow(timeMs) * spread * 4.08e6).toBeCloseTo(station.power(timeMs), 3);
    }
  });

  it('is hotter and flows more the colder it is', () => {
    const at = (celsius: number) =>
      createHeatSubstation(4, place, { clock, weather: degrees(celsius) });
    const noon = tuesday + 12 * HOUR;
    expect(at(-10).supplyTemperature(noon)).toBeGreaterThan(at(5).supplyTemperature(noon) + 10);
    expect(at(-10).power(noon)).toBeGreaterThan(2 * at(5).power(noon));
    expect(at(25).power(noon)).toBeGreaterThan(0);
    expect(at(-25).pressure(noon)).toBeGreaterThan(2e5);
  });

  it('holds gas near its set point, lower in the cold', () => {
    const at = (celsius: number) =>
      gasPressure(4, place, { clock, weather: degrees(celsius) }, 2200)(tuesday + 7 * HOUR);
    expect(at(-10)).toBeLessThan(at(20));
    expect(at(-10)).toBeGreaterThan(2050);
  });

  it('gathers methane for hours and airs it in minutes', () => {
    const gas = methane(4, happens('gasSeep', 1, 6));
    const at = (hour: number) => gas(tuesday + hour * HOUR);
    expect(at(0.9)).toBeLessThan(0.02);
    expect(at(6.9)).toBeGreaterThan(0.12);
    expect(at(6.9)).toBeGreaterThan(at(3));
    expect(at(8)).toBeLessThan(0.02);
  });
});

describe('indoors', () => {
  it('gives a short false alarm and a smouldering that grows to a pre-alarm', () => {
    const toast = smoke(4, [happens('falseAlarm', 19, 0.1)], none);
    const fire = smoke(4, [], happens('smouldering', 10, 1));
    expect(Math.max(...minutesOf(24).map(smoke(4, [], none)))).toBeLessThan(0.006);
    expect(toast(tuesday + 19.08 * HOUR)).toBeGreaterThan(0.02);
    expect(toast(tuesday + 19.4 * HOUR)).toBeLessThan(0.006);
    expect(fire(tuesday + 10.9 * HOUR)).toBeGreaterThan(0.025);
    expect(fire(tuesday + 10.9 * HOUR)).toBeLessThan(0.05);
    expect(fire(tuesday + 10.1 * HOUR)).toBeLessThan(fire(tuesday + 10.5 * HOUR));
  });

  it('holds somebody in a lift, then stands for repair', () => {
    const state = liftState(4, clock, happens('entrapment', 9, 0.5));
    expect(state(tuesday + 9.2 * HOUR)).toBe(lift.personTrapped);
    expect(state(tuesday + 10 * HOUR)).toBe(lift.outOfService);
  });

  it('fills waste containers all the time and empties them only in the morning', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const fill = wasteFill(seed, place, clock);
      const days = Array.from({ length: 14 * 96 }, (_, at) => tuesday + at * 15 * MINUTE);
      const falls = days.slice(1).filter((timeMs, index) => fill(timeMs) < fill(days[index]!));
      expect(falls.length).toBeGreaterThanOrEqual(4);
      for (const timeMs of falls) {
        expect(fill(timeMs)).toBeLessThan(0.1);
        expect(clock.hourOf(timeMs)).toBeGreaterThan(5);
        expect(clock.hourOf(timeMs)).toBeLessThan(12);
      }
    }
  });

  it('warms a cold store by its door and by a compressor that fails, and cools it again', () => {
    const sound = createColdStore(4, clock, -20, none);
    const week = Array.from({ length: 7 * 24 * 60 }, (_, at) => tuesday + at * MINUTE);
    const opened = week.filter((timeMs) => sound.door(timeMs) === 1);
    expect(opened.length).toBeGreaterThan(60);
    expect(opened.length).toBeLessThan(0.2 * week.length);
    expect(Math.max(...week.map(sound.temperature))).toBeLessThan(-15);
    const broken = createColdStore(4, clock, -20, happens('compressor', 12, 4));
    expect(broken.temperature(tuesday + 15.9 * HOUR)).toBeGreaterThan(-13);
    expect(broken.temperature(tuesday + DAY)).toBeLessThan(-18);
  });
});
