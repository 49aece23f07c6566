import { describe, expect, it } from 'vitest';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import type { Rain } from './rain.ts';
import { createRain } from './rain.ts';
import { createRoom, roomUseOf } from './rooms.ts';
import { createStormPump, numberIn } from './storm-pumps.ts';
import { createWeather } from './weather.ts';

const clock = createLocalClock('Europe/Berlin');
const place = { x: 0, y: 0 };
const rain = createRain(4, clock);
const weather = createWeather(5, { longitudeDeg: 10.65, latitudeDeg: 54.3 }, clock, rain);
const around = { clock, weather: { ...weather, temperature: () => 8 } };
const tuesday = clock.startOf(clock.dayOf(Date.parse('2026-11-24T12:00Z')));
const sunday = tuesday - 2 * DAY;
const at = (day: number, hour: number) => day + hour * HOUR;
const mean = (of: (timeMs: number) => number, from: number, to: number) => {
  let sum = 0;
  let count = 0;
  for (let time = from; time < to; time += 5 * MINUTE) {
    sum += of(time);
    count++;
  }
  return sum / count;
};

describe('a room', () => {
  it('is known by its name in three languages, else taken for an office', () => {
    expect(roomUseOf('Feuerwache Mitte, Ruheraum 2 1.12, Raumklima')).toBe('sleeping');
    expect(roomUseOf('Johannis-Krankenhaus, Bettenhaus, Operationssaal 1 1.11')).toBe('theatre');
    expect(roomUseOf('病房 3')).toBe('ward');
    expect(roomUseOf('Training room')).toBe('lessons');
    expect(roomUseOf('Büro 1')).toBe('office');
    expect(roomUseOf('')).toBe('office');
  });

  it('fills with whole people: an office on workdays, a dormitory at night', () => {
    const office = createRoom(7, 'office', place, around);
    const bedroom = createRoom(7, 'sleeping', place, around);
    expect(mean(office.occupancy, at(tuesday, 9), at(tuesday, 15))).toBeGreaterThan(0.5);
    expect(mean(office.occupancy, at(tuesday, 1), at(tuesday, 5))).toBe(0);
    expect(mean(office.occupancy, at(sunday, 9), at(sunday, 15))).toBeLessThan(0.25);
    expect(mean(bedroom.occupancy, at(tuesday, 1), at(tuesday, 5))).toBeGreaterThan(0.6);
    expect(mean(bedroom.occupancy, at(tuesday, 11), at(tuesday, 16))).toBeLessThan(0.1);
  });

  it('breathes: carbon dioxide follows people by half an hour and never falls below the air outside', () => {
    const room = createRoom(11, 'lessons', place, around);
    const before = mean(room.carbonDioxide, at(tuesday, 4), at(tuesday, 6));
    const during = mean(room.carbonDioxide, at(tuesday, 9.5), at(tuesday, 11));
    const after = mean(room.carbonDioxide, at(tuesday, 20), at(tuesday, 22));
    expect(before).toBeGreaterThan(400e-6);
    expect(before).toBeLessThan(450e-6);
    expect(during).toBeGreaterThan(before + 250e-6);
    expect(during).toBeLessThan(1500e-6);
    expect(after).toBeLessThan(before + 60e-6);
    let last = 0;
    let rises = 0;
    for (let time = at(tuesday, 7); time < at(tuesday, 10); time += MINUTE) {
      const now = room.carbonDioxide(time);
      if (last > 0) rises = Math.max(rises, now - last);
      last = now;
    }
    expect(rises).toBeLessThan(120e-6);
  });

  it('warms by people, holds its set point, and an engine hall follows the weather', () => {
    const room = createRoom(3, 'lessons', place, around);
    const cold = mean(room.temperature, at(tuesday, 4), at(tuesday, 6));
    const warm = mean(room.temperature, at(tuesday, 10), at(tuesday, 11.5));
    expect(warm).toBeGreaterThan(cold + 0.3);
    expect(cold).toBeGreaterThan(19);
    expect(warm).toBeLessThan(24);
    const frost = { clock, weather: { ...weather, temperature: () => -10 } };
    const hall = createRoom(3, 'hall', place, frost);
    expect(mean(hall.temperature, at(tuesday, 4), at(tuesday, 6))).toBeLessThan(8);
  });

  it('changes the air of a theatre so often that a full one stays fresh', () => {
    const theatre = createRoom(5, 'theatre', place, around);
    expect(mean(theatre.carbonDioxide, at(tuesday, 9), at(tuesday, 14))).toBeLessThan(560e-6);
  });

  it('is the same at the same instant, asked in any order', () => {
    const room = createRoom(9, 'ward', place, around);
    const times = [3, 1, 2].map((hour) => at(tuesday, hour));
    const forwards = times.map(room.temperature);
    expect(times.reverse().map(room.temperature)).toEqual(forwards.reverse());
  });
});

describe('a storm pump', () => {
  const raining = (metresPerHour: number): Rain => ({ ...rain, at: () => metresPerHour / 3600 });
  const pumps = (falling: number) =>
    [1, 2, 3, 4].map((number) =>
      createStormPump(40 + number, number, place, { clock, rain: raining(falling) }),
    );
  const share = (pump: ReturnType<typeof createStormPump>) =>
    mean((timeMs) => (pump.speed(timeMs) > 0 ? 1 : 0), tuesday, tuesday + DAY);

  it('reads its number from its name', () => {
    expect(numberIn('Pumpwerk Mitte, Pumpe 3')).toBe(3);
    expect(numberIn('Pumpe')).toBe(1);
  });

  it('runs by turns when it is dry: one of four, a tenth of the time', () => {
    const shares = pumps(0).map(share);
    expect(shares.filter((one) => one > 0)).toHaveLength(1);
    expect(Math.max(...shares)).toBeGreaterThan(0.04);
    expect(Math.max(...shares)).toBeLessThan(0.2);
  });

  it('starts one after the other as it rains more, all of them in a cloudburst', () => {
    const running = [0, 0.012, 0.03, 0.08].map(
      (falling) => pumps(falling).filter((pump) => share(pump) > 0.5).length,
    );
    expect(running).toEqual([...running].sort((a, b) => a - b));
    expect(running.at(0)).toBe(0);
    expect(running.at(-1)).toBe(4);
  });

  it('draws the power that lifting takes, shakes while it runs, and rests at nothing', () => {
    const [pump] = pumps(0.08);
    const [idle] = [1, 2, 3, 4]
      .map((number) => createStormPump(number, number, place, { clock, rain: raining(0) }))
      .filter((one) => one.speed(at(tuesday, 12)) === 0);
    const noon = at(tuesday, 12);
    const lifting = 9_810 * pump!.flow(noon) * 6;
    expect(pump!.power(noon)).toBeGreaterThan(lifting / 0.8);
    expect(pump!.power(noon)).toBeLessThan(lifting / 0.65);
    expect(pump!.vibration(noon)).toBeGreaterThan(0.001);
    expect(pump!.vibration(noon)).toBeLessThan(0.0051);
    expect(pump!.pressure(noon)).toBeGreaterThan(idle!.pressure(noon));
    expect(idle!.flow(noon)).toBe(0);
    expect(idle!.power(noon)).toBeLessThan(100);
  });

  it('lets another pump lead the next day', () => {
    const leader = (day: number) =>
      pumps(0).findIndex(
        (pump) => mean((timeMs) => (pump.speed(timeMs) > 0 ? 1 : 0), day, day + DAY) > 0.02,
      );
    expect(leader(tuesday + DAY)).not.toBe(leader(tuesday));
  });
});
