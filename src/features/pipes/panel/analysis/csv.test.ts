import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('a table as CSV', () => {
  it('quotes what would break a line, and writes what is unknown as nothing', () => {
    const text = toCsv(
      ['id', 'value'],
      [
        ['a,"b"', 1.5],
        ['c', Number.NaN],
        ['d', undefined],
      ],
    );
    expect(text).toBe('id,value\r\n"a,""b""",1.5\r\nc,\r\nd,\r\n');
  });

  it('lets no id become a formula', () => {
    expect(toCsv(['id'], [['=1+1'], ['-3']])).toBe("id\r\n'=1+1\r\n'-3\r\n");
    expect(toCsv(['n'], [[-3]])).toBe('n\r\n-3\r\n');
  });
});
