import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airColours, rgb } from './air-colours.ts';

const themes = ['dark', 'light'] as const;
const brightness = ([red, green, blue]: readonly [number, number, number]) => red + green + blue;

describe('the colours of the air', () => {
  it('are colours at any height of the sun and in any rain', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...themes),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -1, max: 2, noNaN: true }),
        (theme, sunDeg, rain) => {
          const { night, sightM, ...air } = airColours(theme, sunDeg, rain);
          for (const channel of [air.zenith, air.horizon, air.cloud, air.glow, air.water].flat()) {
            expect(channel).toBeGreaterThanOrEqual(0);
            expect(channel).toBeLessThanOrEqual(1);
          }
          expect(night).toBeGreaterThanOrEqual(0);
          expect(night).toBeLessThanOrEqual(1);
          expect(sightM).toBeGreaterThan(3000);
        },
      ),
    );
  });

  it('change little in a minute, which moves the sun by a quarter of a degree', () => {
    for (const theme of themes) {
      for (let sunDeg = -20; sunDeg < 30; sunDeg += 0.25) {
        const [now, soon] = [airColours(theme, sunDeg, 0), airColours(theme, sunDeg + 0.25, 0)];
        for (const [at, channel] of now.horizon.entries()) {
          expect(Math.abs(channel - (soon.horizon[at] ?? 0))).toBeLessThan(0.02);
        }
      }
    }
  });

  it('burn no lamp by day, all of them in the night', () => {
    for (const theme of themes) {
      expect(airColours(theme, 3, 0).night).toBe(0);
      expect(airColours(theme, -6, 0).night).toBe(1);
      expect(airColours(theme, -2, 0).night).toBeGreaterThan(0.3);
    }
  });

  it('are darker above than at the horizon, by day and by night', () => {
    for (const theme of themes) {
      for (const sunDeg of [-30, -6, 0, 10, 50]) {
        const { zenith, horizon } = airColours(theme, sunDeg, 0);
        expect(brightness(zenith)).toBeLessThan(brightness(horizon));
      }
    }
  });

  it('are those of the clear day from a high sun on', () => {
    expect(airColours('dark', 60, 0).zenith).toEqual(rgb('#24496f'));
  });

  it('lose colour and sight in rain', () => {
    for (const theme of themes) {
      const spread = ([red, , blue]: readonly [number, number, number]) => Math.abs(blue - red);
      const [dry, wet] = [airColours(theme, 40, 0), airColours(theme, 40, 1)];
      expect(spread(wet.zenith)).toBeLessThan(spread(dry.zenith) * 0.6);
      expect(wet.sightM).toBeLessThan(dry.sightM / 2);
      expect(brightness(wet.glow)).toBeLessThan(brightness(dry.glow) / 5);
    }
  });
});
