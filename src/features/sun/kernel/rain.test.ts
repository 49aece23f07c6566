import { describe, expect, it } from 'vitest';
import type { WeatherReading } from '#model/weather-reading.ts';
import { daylightOf, inRain } from './daylight.ts';
import { rainOver } from './rain.ts';

const MM_PER_H = 1e-3 / 3600;

const station = (
  mmPerH: number | undefined,
  more: Partial<WeatherReading> = {},
): WeatherReading => ({
  sensor: 'W-1',
  name: 'Station',
  longitudeDeg: 10,
  latitudeDeg: 54,
  heightM: 2,
  values: mmPerH === undefined ? {} : { rainfallRate: mmPerH * MM_PER_H },
  timeMs: 0,
  isSimulated: true,
  isStale: false,
  ...more,
});

describe('rain over the city', () => {
  it('is none where no station says so', () => {
    expect(rainOver([])).toBe(0);
    expect(rainOver([station(undefined)])).toBe(0);
    expect(rainOver([station(0), station(0.01)])).toBe(0);
    expect(rainOver([station(-3)])).toBe(0);
  });

  it('grows with the rate from drizzle to downpour and no further', () => {
    const shares = [0.2, 1, 3, 8, 40].map((rate) => rainOver([station(rate)]));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0.3);
    expect(shares.slice(3)).toEqual([1, 1]);
  });

  it('does not believe a station that has fallen silent', () => {
    expect(rainOver([station(20, { isStale: true })])).toBe(0);
    expect(rainOver([station(20, { isStale: true }), station(0)])).toBe(0);
  });

  it('changes in steps, so that a picture is not drawn for nothing', () => {
    expect(rainOver([station(2)])).toBe(rainOver([station(2.01)]));
  });
});

describe('daylight in rain', () => {
  const noon = daylightOf({ azimuth: 3 as never, elevation: 0.9 as never });

  it('is the same where it is dry', () => {
    expect(inRain(noon, 0)).toBe(noon);
  });

  it('is weaker, greyer and casts no shadows', () => {
    const wet = inRain(noon, 1);
    expect(wet.intensity).toBeLessThan(noon.intensity * 0.8);
    expect(wet.castsShadows).toBe(false);
    expect(wet.skyShare).toBeGreaterThan(noon.skyShare);
    expect(wet.colour[2]).toBeGreaterThan(wet.colour[0]);
  });
});
