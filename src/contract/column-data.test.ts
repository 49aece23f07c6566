import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTextColumn, parseNumberColumn, parseTextColumn } from './column-data.ts';

describe('a text column', () => {
  it('keeps every string, whatever its script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (strings) => {
        const column = parseTextColumn(formatTextColumn(strings), strings.length);
        expect(strings.map((_, index) => column.at(index))).toEqual(strings);
      }),
    );
  });

  it('is offsets and UTF-8, nothing else', () => {
    const bytes = formatTextColumn(['Ä', '', '北京']);
    expect([...new Uint32Array(bytes, 0, 4)]).toEqual([0, 2, 2, 8]);
    expect(new TextDecoder().decode(new Uint8Array(bytes, 16))).toBe('Ä北京');
  });
});

describe('a number column', () => {
  it('reads f64 with NaN for no value', () => {
    const bytes = Float64Array.of(1.5, Number.NaN).buffer;
    expect([...parseNumberColumn(bytes)]).toEqual([1.5, Number.NaN]);
  });
});
