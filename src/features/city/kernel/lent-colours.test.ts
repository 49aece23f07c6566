import { describe, expect, it } from 'vitest';
import { COLOURED, GHOST, VISIBLE } from '../contract.ts';
import { lendColours } from './lent-colours.ts';

const own = Uint8Array.of(
  ...[1, 2, 3, VISIBLE],
  ...[4, 5, 6, VISIBLE | COLOURED],
  ...[7, 8, 9, 0],
  ...[7, 8, 9, VISIBLE | GHOST],
);
const lent = (fourth: number) =>
  Uint8Array.from({ length: 16 }, (_, at) => (at % 4 === 3 ? fourth : 200));

describe('lent colours', () => {
  it('lie over a plain building and over one that has a colour already', () => {
    const rgba = lendColours(own, lent(255));
    expect([...rgba.subarray(0, 8)]).toEqual([
      ...[200, 200, 200, VISIBLE | COLOURED],
      ...[200, 200, 200, VISIBLE | COLOURED],
    ]);
  });

  it('leave hidden buildings hidden and ghosts ghosts', () => {
    expect([...lendColours(own, lent(255)).subarray(8)]).toEqual([...own.subarray(8)]);
  });

  it('leave everything as it was where nothing is lent, and what they came from untouched', () => {
    const before = own.slice();
    expect(lendColours(own, lent(0))).toEqual(own);
    lendColours(own, lent(255));
    expect(own).toEqual(before);
  });

  it('leave buildings alone that they say nothing of', () => {
    expect([...lendColours(own, lent(255).subarray(0, 4)).subarray(4)]).toEqual([
      ...own.subarray(4),
    ]);
  });
});
