import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './local-time.ts';
import { findUnit, meaningOf, timeUnitOf } from './quantities.ts';
import { readSeries, type SeriesTable } from './read-series.ts';
import { beginMs, courseFrom, timesOf, toCourse } from './to-boundary.ts';
import { toTable } from './write-series.ts';

const BERLIN = 'Europe/Berlin';

function tableOf(text: string): SeriesTable {
  const read = readSeries(text, BERLIN);
  if (!read.ok) throw new Error(read.reason.en);
  return read.value;
}
function faultOf(text: string): string {
  const read = readSeries(text, BERLIN);
  if (read.ok) throw new Error('A fault was expected.');
  return read.reason.en;
}
function courseOf(text: string, unit?: string, addedM = 0) {
  const table = tableOf(text);
  const [column] = table.columns;
  const found = unit ? findUnit(column?.quantity ?? 'level', unit) : column?.unit;
  if (!column || !found) throw new Error('A column with a unit was expected.');
  const { timeS } = timesOf(table, 0, 60);
  return toCourse(column, table.lines, timeS, found, addedM);
}

describe('a time of a forecast', () => {
  it('is read with its zone, or by the clock of the city in summer and winter', () => {
    expect(readTime('2026-07-01T06:00Z', BERLIN)).toEqual({
      ...{ timeMs: Date.UTC(2026, 6, 1, 6), hasZone: true },
    });
    expect(readTime('2026-07-01 06:00 +02:00', BERLIN)?.timeMs).toBe(Date.UTC(2026, 6, 1, 4));
    expect(readTime('2026-07-01 06:00', BERLIN)).toEqual({
      ...{ timeMs: Date.UTC(2026, 6, 1, 4), hasZone: false },
    });
    expect(readTime('1.12.2026 6:00', BERLIN)?.timeMs).toBe(Date.UTC(2026, 11, 1, 5));
    expect(readTime('2026-12-01', BERLIN)?.timeMs).toBe(Date.UTC(2026, 10, 30, 23));
  });

  it('is none where there is no such day, or where day and month can’t be told apart', () => {
    for (const text of [
      '2026-02-30 06:00',
      '2026-13-01',
      '01/02/2026 06:00',
      'noon',
      '2026-01-01 25:00',
    ])
      expect(readTime(text, BERLIN)).toBeUndefined();
  });
});

describe('the header of a column', () => {
  it('says quantity and unit however it is written', () => {
    const said = (header: string) => {
      const { quantity, unit } = meaningOf(header);
      return [quantity, unit?.id];
    };
    expect(said('stage (m)')).toEqual(['level', 'm']);
    expect(said('Wasserstand [cm]')).toEqual(['level', 'cm']);
    expect(said('water_level_ft')).toEqual(['level', 'ft']);
    expect(said('Q [m³/s]')).toEqual(['flow', 'm3s']);
    expect(said('discharge_m3s')).toEqual(['flow', 'm3s']);
    expect(said('flow cfs')).toEqual(['flow', 'cfs']);
    expect(said('rain (mm/h)')).toEqual(['rain', 'mmh']);
    expect(said('precipitation (mm)')).toEqual(['rain', 'mm-interval']);
    expect(said('水位 (米)')).toEqual(['level', 'm']);
    expect(said('value')).toEqual([undefined, undefined]);
    expect(timeUnitOf('time (h)')).toBe(3600);
    expect(timeUnitOf('t_min')).toBe(60);
    expect(timeUnitOf('time')).toBeUndefined();
  });
});

describe('a table of times and values', () => {
  it('is read with a header, notes, empty lines and several columns', () => {
    const table = tableOf(
      '# issued 05:00\ntime,stage (m),rain (mm/h)\n2026-11-27T06:00Z,0.8,0\n\n2026-11-27T07:00Z,,2.5\n2026-11-27T08:00Z,1.4,-999\n',
    );
    expect(table.times).toMatchObject({ kind: 'moments', hasZone: true });
    expect([...table.lines]).toEqual([3, 5, 6]);
    expect(table.columns.map(({ quantity }) => quantity)).toEqual(['level', 'rain']);
    expect([...(table.columns[0]?.values ?? [])]).toEqual([0.8, Number.NaN, 1.4]);
    expect([...(table.columns[1]?.values ?? [])]).toEqual([0, 2.5, Number.NaN]);
  });

  it('is read with semicolons and decimal commas, with tabs, and with blanks', () => {
    expect([
      ...(tableOf('Zeit;Pegel (m)\n27.11.2026 06:00;0,85\n27.11.2026 07:00;1,2').columns[0]
        ?.values ?? []),
    ]).toEqual([0.85, 1.2]);
    expect([...(tableOf('0\t1\n60\t2').columns[0]?.values ?? [])]).toEqual([1, 2]);
    const blanks = tableOf('2026-11-27 06:00 1.5\n2026-11-27 07:00 2');
    expect(blanks.times).toMatchObject({ kind: 'moments', hasZone: false });
    expect([...(blanks.columns[0]?.values ?? [])]).toEqual([1.5, 2]);
  });

  it('is said to be wrong with its line, the value and what was expected', () => {
    expect(faultOf('')).toMatch(/empty/);
    expect(faultOf('time,stage\n06:77,1\n07:00,2')).toBe(
      'Line 2: the time is “06:77”; a moment such as 2026-11-26 08:00 or a number is expected.',
    );
    expect(faultOf('time,stage (m)\n0,1\n60,high')).toBe(
      'Line 3: stage (m) is “high”; a number is expected.',
    );
    expect(faultOf('0,1\n60,2\n30,3')).toBe(
      'Line 3: the time is “30”; one after “60” of the line above it is expected.',
    );
    expect(faultOf('0,1\n60')).toBe(
      'Line 2: “60” has one column; a time and a value are expected.',
    );
    expect(faultOf('0,1\n60,2,3')).toBe(
      'Line 2 has 3 columns; 2 are expected, as in the lines above it.',
    );
    expect(faultOf('0,1\n2026-11-27T06:00Z,2')).toMatch(/^Line 2: .* a number is expected/);
    expect(faultOf('time,stage (m)\n0,1')).toMatch(/one line of figures/);
    expect(faultOf('time,stage (bar)\n0,1\n1,2')).toBe(
      'Line 1: the unit of stage (bar) is “bar”; one of m, cm, mm, ft is expected.',
    );
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.string()).map((lines) => lines.join('\n')),
        ),
        (text) => {
          const read = readSeries(text, BERLIN);
          return read.ok || (read.reason.en.length > 0 && read.reason.zh.length > 0);
        },
      ),
    );
  });

  it('gives back what was written, in any unit', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: -100, max: 100, noNaN: true }).map((value) => value + 0),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        let timeS = 0;
        const points = rows.map(([stepS, value]) => {
          timeS += stepS;
          return [timeS, value] as const;
        });
        const text = ['time_s,stage (m)', ...points.map((point) => point.join(','))].join('\n');
        expect(courseOf(text)).toEqual({ ok: true, value: points.map((point) => [...point]) });
      }),
    );
  });
});

describe('the course of a boundary', () => {
  it('is in metres above the datum, with the gauge’s zero', () => {
    const course = courseOf('t_min,stage (cm)\n0,412\n30,520', undefined, -5);
    if (!course.ok) throw new Error(course.reason.en);
    expect(course.value.map(([timeS]) => timeS)).toEqual([0, 1800]);
    expect(course.value[0]?.[1]).toBeCloseTo(-0.88, 12);
    expect(course.value[1]?.[1]).toBeCloseTo(0.2, 12);
  });

  it('spreads what fell within an interval evenly, and keeps its volume', () => {
    expect(courseOf('t_min,rain (mm)\n0,0\n30,5\n60,10')).toEqual({
      ...{
        ok: true,
        value: [
          [0, 10],
          [1800, 10],
          [1800, 20],
          [3600, 20],
        ],
      },
    });
  });

  it('leaves gaps out, and says what is negative or in a wrong unit', () => {
    expect(courseOf('t_h,Q (m3/s)\n0,1\n1,\n2,3')).toEqual({
      ok: true,
      value: [
        [0, 1],
        [7200, 3],
      ],
    });
    const said = (text: string) => {
      const course = courseOf(text);
      return course.ok ? '' : course.reason.en;
    };
    expect(said('t_h,Q (m3/s)\n0,1\n1,-2')).toBe('Line 3: Q (m3/s) is -2; 0 or more is expected.');
    expect(said('t_h,stage (m)\n0,1\n1,41200')).toBe(
      'Line 3: stage (m) is 41200 m; -450 to 9000 m is expected. Is it in another unit?',
    );
    expect(said('t_h,stage (m)\n0,1\n1,nan')).toMatch(/fewer than two figures/);
  });

  it('begins anew at a time within it, at the value that it has there', () => {
    const course = [
      [0, 1],
      [100, 3],
      [200, 5],
    ] as const;
    expect(courseFrom(course, 50)).toEqual([
      [0, 2],
      [50, 3],
      [150, 5],
    ]);
    expect(courseFrom(course, 100)).toEqual([
      [0, 3],
      [100, 5],
    ]);
    expect(courseFrom(course, 0)).toEqual(course);
    expect(courseFrom(course, 900)).toEqual([[0, 5]]);
  });

  it('starts up to three hours before now, or where the series does', () => {
    const hours = (...at: number[]) => ({
      startMs: 0,
      timeS: Float64Array.from(at, (hour) => hour * 3600),
    });
    const now = 10 * 3_600_000;
    expect(beginMs(hours(0, 24), now)).toBe(7 * 3_600_000);
    expect(beginMs({ ...hours(0, 24), startMs: 9 * 3_600_000 }, now)).toBe(9 * 3_600_000);
    expect(beginMs(hours(0, 5), now)).toBe(0);
  });
});

describe('a forecast of the city’s API', () => {
  it('becomes the table that could have been pasted', () => {
    const series = {
      ...{
        number: 7,
        sensor: 'T-1',
        name: 'Harbour',
        kind: 'tide',
        longitudeDeg: 10,
        latitudeDeg: 54,
      },
      ...{ isForecast: true, property: 'waterLevel' as const },
      points: [
        [Date.UTC(2026, 10, 27, 6), 0.8],
        [Date.UTC(2026, 10, 27, 7), 1.25],
      ] as const,
    };
    const table = tableOf(toTable(series));
    expect(table.times).toMatchObject({ kind: 'moments', hasZone: true });
    expect(table.columns[0]).toMatchObject({ quantity: 'level' });
    expect([...(table.columns[0]?.values ?? [])]).toEqual([0.8, 1.25]);
    const rain = toTable({ ...series, property: 'rainfallRate', points: [[0, 1e-6]] });
    expect(rain).toMatch(/rain \(mm\/h\)\n.*, 3\.6$/);
    expect(toTable({ ...series, points: [] })).toBe('');
  });
});
