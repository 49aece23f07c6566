import { describe, expect, it } from 'vitest';
import { formatBinaryTable, parseBinaryTable } from './binary-table.ts';

const columns = {
  ids: new Uint32Array([7, 8, 9]),
  heightM: new Float64Array([1.5, Number.NaN, -2]),
  flags: new Uint8Array([1, 0, 1]),
  names: ['door', '', '门'],
};
const bytes = formatBinaryTable('things', columns);
const table = parseBinaryTable(bytes.buffer, 'things', 'things.bin');

describe('a binary table', () => {
  it('gives back numbers and texts as they were', () => {
    expect([...table.numbers('ids', 'u32')]).toEqual([7, 8, 9]);
    expect([...table.numbers('heightM', 'f64')]).toEqual([1.5, Number.NaN, -2]);
    expect([...table.numbers('flags', 'u8')]).toEqual([1, 0, 1]);
    const names = table.texts('names');
    expect([0, 1, 2].map((row) => names.at(row))).toEqual(['door', '', '门']);
  });

  it('holds no rows where there are none', () => {
    const empty = formatBinaryTable('things', { ids: new Uint32Array(0), names: [] });
    const parsed = parseBinaryTable(empty.buffer, 'things', 'things.bin');
    expect(parsed.numbers('ids', 'u32')).toHaveLength(0);
    expect(parsed.texts('names').count).toBe(0);
  });

  it('names the file and what is wrong with it', () => {
    const read = (buffer: ArrayBuffer, kind = 'things') => parseBinaryTable(buffer, kind, 'a.bin');
    expect(() => read(new ArrayBuffer(4))).toThrow('a.bin is no table');
    expect(() => read(new ArrayBuffer(64))).toThrow('a.bin is no table of version 1');
    expect(() => read(bytes.buffer.slice(0, -16))).toThrow('a.bin is cut short');
    expect(() => read(bytes.buffer, 'others')).toThrow('a.bin holds things; expected others');
    expect(() => table.numbers('ids', 'f32')).toThrow('things.bin has no f32 column ids');
    expect(() => table.texts('notes')).toThrow('things.bin has no text column notes');
  });
});
