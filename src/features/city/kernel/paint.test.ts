import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING_COLOUR, OTHERS_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import { COLOURED, type ColourBy, GHOST, VISIBLE } from '../contract.ts';
import { classify } from './classify.ts';
import type { Column } from './column.ts';
import { chooseColours, explain, paint } from './paint.ts';

const heights: Column = { type: 'number', numbers: Float64Array.of(1, 2, Number.NaN, 9, 10) };
const byHeight: ColourBy = { column: 'height', method: 'equal', classes: 3, ramp: 'viridis' };
const every = (count: number) => new Uint8Array(count).fill(1);

const pixel = (rgba: Uint8Array, index: number) => {
  const [red, green, blue, flags] = rgba.subarray(index * 4, index * 4 + 4);
  return { colour: (red! << 16) | (green! << 8) | blue!, flags };
};

describe('the painted table', () => {
  it('has the colour of each class, grey where there is no value, and the flags beside', () => {
    const classes = classify(heights, byHeight, 5);
    const colours = chooseColours(classes, byHeight);
    const [low, , high] = sampleRamp('viridis', 3);
    const rgba = paint({
      classes,
      colours,
      matching: Uint8Array.of(1, 0, 1, 1, 1),
      filteredLook: 'ghost',
      hidden: [4],
    });
    expect([0, 1, 2, 3, 4].map((index) => pixel(rgba, index))).toEqual([
      { colour: low, flags: VISIBLE | COLOURED },
      { colour: low, flags: VISIBLE | COLOURED | GHOST },
      { colour: MISSING_COLOUR, flags: VISIBLE | COLOURED },
      { colour: high, flags: VISIBLE | COLOURED },
      { colour: high, flags: COLOURED },
    ]);
  });

  it('only says what is visible where nothing colours', () => {
    const matching = Uint8Array.of(1, 0);
    const look = { classes: undefined, colours: [], matching, hidden: [] };
    expect([...paint({ ...look, filteredLook: 'hide' })]).toEqual([0, 0, 0, VISIBLE, 0, 0, 0, 0]);
    expect([...paint({ ...look, filteredLook: 'ghost' })].at(-1)).toBe(VISIBLE | GHOST);
  });

  it('shows a building exactly if it matches or is a ghost, and is not hidden', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 20 }),
        fc.constantFrom('hide' as const, 'ghost' as const),
        (buildings, filteredLook) => {
          const matching = Uint8Array.from(buildings, ([matches]) => Number(matches));
          const hidden = [...buildings.keys()].filter((index) => buildings[index]![1]);
          const rgba = paint({ classes: undefined, colours: [], matching, filteredLook, hidden });
          for (const [index, [matches, isHidden]] of buildings.entries()) {
            const { flags } = pixel(rgba, index);
            const isVisible = !isHidden && (matches || filteredLook === 'ghost');
            expect(flags! & VISIBLE).toBe(isVisible ? VISIBLE : 0);
            expect(flags! & GHOST).toBe(isVisible && !matches ? GHOST : 0);
          }
        },
      ),
    );
  });
});

describe('the legend', () => {
  it('counts the matching buildings of each class once', () => {
    const classes = classify(heights, byHeight, 5);
    const colours = chooseColours(classes, byHeight);
    const legend = explain('height', classes, colours, Uint8Array.of(1, 0, 1, 1, 1));
    expect(legend.breaks).toEqual([4, 7]);
    expect(legend.classes.map(({ key, count }) => [key, count])).toEqual([
      [{ kind: 'range', from: undefined, to: 4 }, 1],
      [{ kind: 'range', from: 4, to: 7 }, 0],
      [{ kind: 'range', from: 7, to: undefined }, 2],
      [{ kind: 'missing' }, 1],
    ]);
  });

  it('lists the most frequent categories and puts the rest together', () => {
    const column: Column = {
      type: 'category',
      codes: Uint16Array.of(0, 1, 1, 2, 3, 1, 2, 65535),
      values: ['shop', 'home', 'school', 'bridge'],
    };
    const by: ColourBy = { column: 'use', method: 'categories', classes: 3, ramp: 'okabe-ito' };
    const classes = classify(column, by, 8);
    const colours = chooseColours(classes, by);
    const legend = explain('use', classes, colours, every(8));
    expect(legend.classes.map(({ key, count }) => [key, count])).toEqual([
      [{ kind: 'category', value: 'home' }, 3],
      [{ kind: 'category', value: 'school' }, 2],
      [{ kind: 'others' }, 2],
      [{ kind: 'missing' }, 1],
    ]);
    expect(legend.classes.map(({ colour }) => colour)).toEqual([
      '#e69f00',
      '#56b4e9',
      toHex(OTHERS_COLOUR),
      toHex(MISSING_COLOUR),
    ]);
  });

  it('orders numbers that are categories by size, and needs no others where all fit', () => {
    const storeys: Column = { type: 'number', numbers: Float64Array.of(10, 2, 10, 1) };
    const by: ColourBy = { column: 'storeys', method: 'categories', classes: 3, ramp: 'mako' };
    const { keys } = classify(storeys, by, 4);
    expect(keys).toEqual([
      { kind: 'category', value: '1' },
      { kind: 'category', value: '2' },
      { kind: 'category', value: '10' },
      { kind: 'missing' },
    ]);
  });

  it('takes breaks set by hand in any order', () => {
    const by: ColourBy = { ...byHeight, method: 'manual', breaks: [9, 2, 9] };
    const { of, breaks } = classify(heights, by, 5);
    expect(breaks).toEqual([2, 9]);
    expect([...of]).toEqual([0, 1, 3, 2, 2]);
  });
});
