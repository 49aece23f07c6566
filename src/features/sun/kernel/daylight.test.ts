import { describe, expect, it } from 'vitest';
import { fromDegrees } from '#model/units.ts';
import { daylightOf } from './daylight.ts';

const at = (elevationDeg: number) =>
  daylightOf({ azimuth: fromDegrees(120), elevation: fromDegrees(elevationDeg) });

const heights = Array.from({ length: 181 }, (_, step) => step - 90);

describe('the light of a height of the sun', () => {
  it('never gets dimmer while the sun rises, and never goes out', () => {
    const strengths = heights.map((height) => at(height).intensity);
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
    expect(strengths[0]).toBeGreaterThan(0.2);
    expect(strengths.at(-1)).toBe(1);
  });

  it('comes from where the sun stands by day and from above by night', () => {
    expect(at(40).bearing).toEqual({ azimuth: fromDegrees(120), elevation: fromDegrees(40) });
    expect(at(-30).bearing.elevation).toBeGreaterThan(fromDegrees(45));
  });

  it('is warm near the horizon, neutral at noon and blue at night', () => {
    const redOverBlue = (elevationDeg: number) =>
      at(elevationDeg).colour[0] / at(elevationDeg).colour[2];
    expect(redOverBlue(3)).toBeGreaterThan(2);
    expect(redOverBlue(60)).toBeCloseTo(1, 1);
    expect(redOverBlue(-30)).toBeLessThan(0.7);
  });

  it('gives the ground more of the sky while the sun is low than at noon or at night', () => {
    expect(at(3).skyShare).toBeGreaterThan(at(50).skyShare + 0.15);
    expect(at(3).skyShare).toBeGreaterThan(at(-30).skyShare + 0.15);
    for (const height of heights) {
      expect(at(height).skyShare).toBeGreaterThanOrEqual(0.3);
      expect(at(height).skyShare).toBeLessThanOrEqual(0.55);
    }
  });

  it('leaves more light in the shadows of a low sun', () => {
    expect(at(3).shadowLight).toBeGreaterThan(at(40).shadowLight + 0.2);
    expect(at(40).shadowLight).toBe(0.5);
  });

  it('casts no shadows that are longer than 28 times the height of what casts them', () => {
    expect(at(1.9).castsShadows).toBe(false);
    expect(at(2.1).castsShadows).toBe(true);
  });
});
