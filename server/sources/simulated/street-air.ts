// What traffic and chimneys do to the air of a street: sound and pollutants.

import { clamp, hump, rise } from './curves.ts';
import { DAY, HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { bell, between, mix, unit, wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import type { Traffic } from './traffic.ts';
import type { Weather } from './weather.ts';

interface Surroundings {
  readonly clock: LocalClock;
  readonly rain: Rain;
  readonly weather: Weather;
}

/**
 * LAeq, dB(A): traffic by the German guideline RLS-90 (Lm = 37.3 + 10 lg(M(1 + 0.082 p)) at 25 m), the hum of
 * the city, rain on the roofs, and now and then something loud.
 */
export function soundLevel(
  seed: number,
  place: Place,
  traffic: Traffic,
  { clock, rain }: Surroundings,
): (timeMs: number) => number {
  /** At 50 km/h rather than 100; nearer or farther than 25 m, side streets, façades that reflect; dB. */
  const siting = between(seed, 1, -14, 1);
  const heavyPercent = between(seed, 2, 2, 8);
  return (timeMs) => {
    const wet = rain.at(place, timeMs);
    const vehicles = Math.max(1, traffic.flow(timeMs) * 3600);
    const slow = 6 * (1 - rise(3, 12, traffic.speed(timeMs)));
    const road =
      37.3 +
      10 * Math.log10(vehicles * (1 + 0.082 * heavyPercent)) -
      slow +
      siting +
      (wet > 0 ? 1.5 : 0);
    const hum = 33 + 8 * hump(clock.hourOf(timeMs), 14, 7) + 2 * wander(seed, timeMs, 3 * HOUR);
    const drumming = wet > 0 ? 30 + 6 * Math.log10(wet * 3.6e6 + 1) * 3 : 0;
    const level = sum(road, hum, drumming, loudThing(seed, timeMs, clock.hourOf(timeMs)));
    return level + 0.9 * bell(seed, Math.floor(timeMs / 1000));
  };
}

/** A siren, a train, children out of school: in one of twenty ten-minute slots by day, rarer by night. */
function loudThing(seed: number, timeMs: number, hour: number): number {
  const slot = Math.floor(timeMs / (10 * MINUTE));
  const chance = mix(seed ^ 0x77, slot);
  if (unit(chance, 1) > 0.015 + 0.045 * hump(hour, 14, 6)) return 0;
  const sinceMs = timeMs - (slot + between(chance, 2, 0.2, 0.8)) * 10 * MINUTE;
  const loudest = between(chance, 3, 68, 82);
  return loudest - 18 * Math.min(4, Math.abs(sinceMs) / (45 * 1000));
}

/** Levels add as energies. */
const sum = (...levels: readonly number[]): number =>
  10 * Math.log10(levels.reduce((energy, level) => energy + 10 ** (level / 10), 0));

/** kg/m³. A box over the street: emission over wind and the height of the mixed air, on a background. */
export function pollutant(
  which: 'fineParticles' | 'nitrogenDioxide',
  seed: number,
  place: Place,
  traffic: Traffic,
  { clock, rain, weather }: Surroundings,
): (timeMs: number) => number {
  const shelter = between(seed, 1, 0.7, 1.5);
  const isParticles = which === 'fineParticles';
  return (timeMs) => {
    const wind = Math.max(0.7, weather.windSpeed(timeMs));
    const lid = weather.inversion(timeMs);
    const thin = (3.2 / wind) * (1 + 1.7 * lid);
    const vehicles = traffic.flow(timeMs) * (1 + 0.8 * rise(1, 1.6, traffic.crowding(timeMs)));
    const cold = Math.max(0, 15 - weather.temperature(timeMs, place)) / 15;
    const stoves = cold * (0.5 + 0.8 * hump(clock.hourOf(timeMs), 20.5, 3.5));
    const far = 1 + 0.55 * wander(0x1a2b, timeMs, 4 * DAY);
    const micrograms = isParticles
      ? 5.5 * far + (2.6 * vehicles + 2.1 * stoves) * thin * shelter
      : 5 * far + (44 * vehicles + 2.4 * stoves) * thin * shelter;
    const washed = isParticles ? 1 - 0.3 * Math.min(1, rain.at(place, timeMs) / 1.4e-6) : 1;
    const uneven = 1 + 0.1 * wander(seed, timeMs, 25 * MINUTE);
    return clamp(micrograms * washed * uneven, 0.5, 400) * 1e-9;
  };
}
