import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBinaryTable, type NumberColumn, parseBinaryTable } from './binary-table.ts';
import { packColumn, unpackColumn } from './packed-column.ts';

function throughPacking<Values extends NumberColumn>(values: Values): NumberColumn {
  const packed = packColumn(values);
  if (!packed) return values;
  expect(packed.bytes).toHaveLength(values.byteLength);
  const back = values.slice().fill(0);
  unpackColumn(packed.bytes, packed, back);
  return back;
}

const long = { minLength: 16, maxLength: 200 };

describe('a packed column', () => {
  it.each([
    ['u16', fc.uint16Array(long)],
    ['u32', fc.uint32Array(long)],
    ['i32', fc.int32Array(long)],
    ['f32', fc.float32Array({ ...long, noNaN: false })],
  ])('gives back any %s values', (_, values) => {
    fc.assert(
      fc.property<[NumberColumn]>(values, (one) => {
        expect(throughPacking(one)).toEqual(one);
      }),
    );
  });

  it('gives back values at the ends of their range, one after the other', () => {
    const ends = [0, 0xffffffff, 0, 0x80000000, 0x7fffffff, 0xffffffff, 1, 0];
    const values = Uint32Array.from({ length: 64 }, (_, at) => ends[at % ends.length]!);
    expect(throughPacking(values)).toEqual(values);
    const signed = Int32Array.from(values);
    expect(throughPacking(signed)).toEqual(signed);
    const short = Uint16Array.from(values);
    expect(throughPacking(short)).toEqual(short);
  });

  it('keeps growing offsets as differences, which are all but zeros', () => {
    const offsets = Uint32Array.from({ length: 1000 }, (_, at) => at * 7);
    const packed = packColumn(offsets);
    expect(packed?.isDelta).toBe(true);
    expect(new Set(packed?.bytes)).toEqual(new Set([0, 14]));
  });

  it('gives back floats of a grid, corners that are not known among them', () => {
    const corners = fc
      .array(fc.oneof(fc.integer({ min: -(2 ** 23), max: 2 ** 23 }), fc.constant(Number.NaN)), {
        minLength: 6,
        maxLength: 90,
      })
      .map((parts) => Float32Array.from([...parts, ...parts, ...parts], (part) => part / 1024));
    fc.assert(
      fc.property(corners, (one) => {
        expect(throughPacking(one)).toEqual(one);
      }),
    );
    const zeros = Float32Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? -0 : 0));
    expect(throughPacking(zeros)).toEqual(zeros);
  });

  it('puts the parts of triples together', () => {
    const triples = Float32Array.from({ length: 300 }, (_, at) => [at, -2000, 0.5][at % 3]!);
    expect(packColumn(triples)).toMatchObject({ stride: 3, isGrid: true, isDelta: true });
  });

  it('leaves bytes, doubles, short columns and noise as they are', () => {
    let state = 1;
    const noise = Uint32Array.from({ length: 4000 }, () => {
      state = (Math.imul(state, 0x5d588b65) + 1) >>> 0;
      return Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    });
    expect(packColumn(noise)).toBeUndefined();
    expect(packColumn(new Uint8Array(100))).toBeUndefined();
    expect(packColumn(new Float64Array(100))).toBeUndefined();
    expect(packColumn(new Uint32Array(3))).toBeUndefined();
  });

  it('travels in a table beside columns that are viewed in place', () => {
    const rows = Uint32Array.from({ length: 500 }, (_, at) => at * 3);
    const names = Array.from(rows, (row) => (row % 2 === 0 ? `门 ${row}` : ''));
    const bytes = formatBinaryTable('things', { rows, names, few: new Uint32Array([1, 2]) });
    const table = parseBinaryTable(bytes.buffer, 'things', 'things.bin');
    expect(table.numbers('rows', 'u32')).toEqual(rows);
    const texts = table.texts('names');
    expect(Array.from(rows, (_, row) => texts.at(row))).toEqual(names);
    expect(texts.count).toBe(500);
    expect(table.numbers('few', 'u32').buffer).toBe(bytes.buffer);
  });
});
