import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeValues } from './placing-values.ts';

const BOX = { leftPx: 15, rightPx: 30, heightPx: 44, valueHeightPx: 17 };

interface Pin {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly stood?: boolean;
}

function shownOf(pins: readonly Pin[], most = 100): number[] {
  const shown = new Uint8Array(pins.length).fill(1);
  const input = {
    count: pins.length,
    xPx: Float32Array.from(pins, ({ x }) => x),
    yPx: Float32Array.from(pins, ({ y }) => y),
    widthPx: Float32Array.from(pins, ({ width }) => width),
    stood: Uint8Array.from(pins, ({ stood }) => (stood ? 1 : 0)),
  };
  const count = placeValues(input, BOX, most, shown);
  expect(count).toBe(shown.reduce((sum, one) => sum + one, 0));
  return pins.flatMap((_, at) => (shown[at] ? [at] : []));
}

describe('placing values below pins', () => {
  it('shows one where nothing is in its way, and none where there is none', () => {
    expect(shownOf([{ x: 50, y: 50, width: 40 }])).toEqual([0]);
    expect(shownOf([{ x: 50, y: 50, width: 0 }])).toEqual([]);
  });

  it('gives way to a pin just below, not to one above or aside', () => {
    const value = { x: 100, y: 100, width: 40 };
    expect(shownOf([value, { x: 100, y: 150, width: 0 }])).toEqual([]);
    expect(shownOf([value, { x: 100, y: 50, width: 0 }])).toEqual([0]);
    expect(shownOf([value, { x: 140, y: 150, width: 0 }])).toEqual([0]);
    // A badge reaches farther to the right.
    expect(shownOf([value, { x: 60, y: 150, width: 0 }])).toEqual([]);
    expect(shownOf([value, { x: 45, y: 150, width: 0 }])).toEqual([0]);
  });

  it('lets no two values overlap and shows the first where both would', () => {
    const pin = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(pin, { maxLength: 40 }), (pins) => {
        const shown = shownOf(pins);
        for (const a of shown) {
          for (const b of shown) {
            if (a >= b) continue;
            const [left, right] = [pins[a]!, pins[b]!];
            const isApart =
              Math.abs(left.x - right.x) >= (left.width + right.width) / 2 ||
              Math.abs(left.y - right.y) >= BOX.valueHeightPx;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps a standing value that is covered by less than four pixels', () => {
    const below = { x: 133, y: 140, width: 0 };
    expect(shownOf([{ x: 100, y: 100, width: 40 }, below])).toEqual([]);
    expect(shownOf([{ x: 100, y: 100, width: 40, stood: true }, below])).toEqual([0]);
  });

  it('stops at the most that may be shown', () => {
    const pins = Array.from({ length: 5 }, (_, at) => ({ x: at * 200, y: 0, width: 30 }));
    expect(shownOf(pins, 3)).toEqual([0, 1, 2]);
  });
});
