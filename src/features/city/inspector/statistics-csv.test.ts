import { describe, expect, it } from 'vitest';
import { toCsv } from './statistics-csv.ts';

const row = { column: 'h', count: 2, sum: 3.5, mean: 1.75, min: -1, max: 4.5 };
const words = {
  head: ['Class', 'Attribute', 'Count', 'Sum', 'Mean', 'Min', 'Max'],
  all: 'all',
  nameGroup: () => 'shop, "big"',
  nameColumn: (column: string) => `=${column}`,
};

describe('statistics as CSV', () => {
  it('begin with a mark, end lines with CR LF, and quote what needs it', () => {
    const csv = toCsv(
      { count: 2, columns: [row], groups: [{ key: { kind: 'others' }, count: 2, columns: [row] }] },
      words,
    );
    expect(csv).toBe(
      '\uFEFFClass,Attribute,Count,Sum,Mean,Min,Max\r\n' +
        "all,'=h,2,3.5,1.75,-1,4.5\r\n" +
        `"shop, ""big""",'=h,2,3.5,1.75,-1,4.5\r\n`,
    );
  });

  it('are a head alone where nothing was counted', () => {
    expect(toCsv({ count: 0, columns: [], groups: [] }, words).split('\r\n')).toHaveLength(2);
  });
});
