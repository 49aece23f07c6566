import { describe, expect, it } from 'vitest';
import { aidrClass } from '#simulation/flood/hazard/aidr-class.ts';
import { ukClass, ukClasses } from '#simulation/flood/hazard/uk-rating.ts';
import { floodColourings, ratingVariants } from '../contract.ts';
import { floodScale } from './legend.ts';

const luminance = (colour: number) =>
  0.2126 * ((colour >> 16) & 255) + 0.7152 * ((colour >> 8) & 255) + 0.0722 * (colour & 255);

describe('the scales of a flood', () => {
  it.each(floodColourings)('has a colour and words for every class of %s', (colouring) => {
    for (const rating of ratingVariants) {
      const { breaks, colours, labels, title } = floodScale(colouring, rating);
      expect(colours.length).toBe(breaks.length + 1);
      expect(labels.length).toBe(colours.length);
      expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
      expect(breaks.length).toBeLessThanOrEqual(8);
      for (const text of [title, ...labels]) {
        expect(text.en.length * text.zh.length).toBeGreaterThan(0);
      }
    }
  });

  it('can be read by lightness alone, so without telling hues apart', () => {
    for (const colouring of floodColourings) {
      const { colours } = floodScale(colouring, 'urban');
      const levels = colours.map(luminance);
      if (colouring === 'difference') {
        const middle = (levels.length - 1) / 2;
        expect(levels.indexOf(Math.max(...levels))).toBe(middle);
        continue;
      }
      const steps = levels.slice(1).map((level, at) => level - levels[at]!);
      const isRising = colouring.startsWith('arrival');
      for (const step of steps) expect(isRising ? step : -step).toBeGreaterThan(12);
    }
  });

  it('puts ratings and classes where the solver puts them', () => {
    for (const rating of ratingVariants) {
      const { breaks } = floodScale('hazard-uk', rating);
      for (const value of [0.1, 0.8, 1.5, 2.2, 3]) {
        const shown = breaks.filter((limit) => value >= limit).length;
        expect(ukClasses[shown]).toBe(ukClass(value, rating));
      }
    }
    const { breaks } = floodScale('hazard-aidr', 'urban');
    expect(breaks.filter((limit) => aidrClass(1.9, 0.4) >= limit).length).toBe(3);
  });

  it('names the variant of the rating and the depth of the arrival', () => {
    expect(floodScale('hazard-uk', 'woodland').note?.en).toContain('woodland');
    expect(floodScale('arrival', 'urban', 0.3).note?.zh).toContain('0.3');
  });
});
