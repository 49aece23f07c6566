import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlaces, placeText } from './place-deg.ts';

const place = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);

describe('typed places', () => {
  it.each([
    ['10.64, 54.3', [[10.64, 54.3]]],
    [
      '10.64 54.3; -1,2',
      [
        [10.64, 54.3],
        [-1, 2],
      ],
    ],
    [
      '10.64，54.3；1，2',
      [
        [10.64, 54.3],
        [1, 2],
      ],
    ],
    [
      '1,2\n3,4\n',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('read %j', (text, places) => {
    expect(parsePlaces(text)).toEqual(places);
  });

  it.each(['', 'here', '1', '1,2,3', '1,2; x', '200, 10', '10, 95', 'NaN, 1'])(
    'refuse %j',
    (text) => {
      expect(parsePlaces(text)).toBeUndefined();
    },
  );

  it('read what was written, to a hand’s breadth', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), (places) => {
        const read = parsePlaces(places.map(placeText).join('\n')) ?? [];
        expect(read).toHaveLength(places.length);
        for (const [at, one] of read.entries()) {
          expect(one[0]).toBeCloseTo(places[at]![0], 5);
          expect(one[1]).toBeCloseTo(places[at]![1], 5);
        }
      }),
    );
  });
});
