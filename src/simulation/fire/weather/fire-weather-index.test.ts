import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildUpIndex,
  droughtCode,
  duffMoistureCode,
  type FireWeather,
  fineFuelMoistureCode,
  fireWeatherIndex,
  initialSpreadIndex,
  type NoonWeather,
  nextFireWeather,
  springStart,
} from './fire-weather-index.ts';

const folder = fileURLToPath(new URL('../../../../../shared/data/fire/cffdrs/', import.meta.url));
const has = existsSync(folder);

type Row = Readonly<Record<string, number>>;

const toNumber = (cell: string) => (cell === 'TRUE' ? 1 : cell === 'FALSE' ? 0 : Number(cell));

/** Rows with figures in every column; the rest is what the reference itself refuses. */
function readRows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${folder}${file}`, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',').map((name) => name.replaceAll('"', ''));
  return lines
    .map((line) => line.split(','))
    .filter((cells) => cells.every((cell) => Number.isFinite(toNumber(cell))))
    .map((cells) => Object.fromEntries(names.map((name, at) => [name, toNumber(cells[at] ?? '')])));
}

const aNoon = (row: Row): NoonWeather => ({
  temperatureC: row.temp ?? row.TEMP ?? 0,
  humidityPercent: row.rh ?? row.RH ?? 0,
  windMs: (row.ws ?? row.WS ?? 0) / 3.6,
  rainMm: row.prec ?? row.PREC ?? 0,
  month: row.mon ?? row.MON ?? 7,
});

/** Of weather that can be, and without the changes of the fire behaviour system. */
const isWeather = ({ rh = 0, prec = 0, ws = 0, fbpMod = 0, ...row }: Row) =>
  rh >= 0 && rh <= 100 && prec >= 0 && ws >= 0 && fbpMod === 0 && (row['lat.adjust'] ?? 1) === 1;

/** References are written with four significant digits. */
const agrees = (value: number, expected: number) =>
  Math.abs(value - expected) <= Math.max(0.005, 6e-4 * Math.abs(expected));

describe('the fire weather index', () => {
  it.skipIf(!has)('follows 48 days of the published chain within 0.005', () => {
    const days = readRows('fwi_01.csv');
    expect(days.length).toBe(48);
    let codes = springStart;
    let worst = 0;
    let wetted = 0;
    for (const day of days) {
      const before = codes;
      const next: FireWeather = nextFireWeather(aNoon(day), codes, day.LAT ?? 0);
      codes = next;
      for (const name of ['ffmc', 'dmc', 'dc', 'isi', 'bui', 'fwi', 'dsr'] as const) {
        const expected = day[name.toUpperCase()] ?? Number.NaN;
        const rounding = 5e-4 * Math.abs(expected);
        worst = Math.max(worst, Math.abs(next[name] - expected) - rounding);
      }
      if ((day.PREC ?? 0) <= 0.5 && next.ffmc < before.ffmc) wetted++;
    }
    expect(worst).toBeLessThanOrEqual(0.005);
    // Days that grow damper without rain: the branch that ports get wrong.
    expect(wetted).toBeGreaterThan(0);
  });

  const grids: readonly [string, string, (row: Row) => number][] = [
    [
      'FineFuelMoistureCode.csv',
      'FineFuelMoistureCode',
      (row) => fineFuelMoistureCode(aNoon(row), row.ffmc_yda ?? 0),
    ],
    [
      'DuffMoistureCode.csv',
      'DuffMoistureCode',
      (row) => duffMoistureCode(aNoon(row), row.dmc_yda ?? 0, row.lat ?? 0),
    ],
    [
      'DroughtCode.csv',
      'DroughtCode',
      (row) => droughtCode(aNoon(row), row.dc_yda ?? 0, row.lat ?? 0),
    ],
    [
      'InitialSpreadIndex.csv',
      'InitialSpreadIndex',
      (row) => initialSpreadIndex(row.ffmc ?? 0, (row.ws ?? 0) / 3.6),
    ],
    ['BuildupIndex.csv', 'BuildupIndex', (row) => buildUpIndex(row.dmc ?? 0, row.dc ?? 0)],
    [
      'FireWeatherIndex.csv',
      'FireWeatherIndex',
      (row) => fireWeatherIndex(row.isi ?? 0, row.bui ?? 0),
    ],
  ];
  it.skipIf(!has).each(grids)('agrees with every row of %s', (file, column, compute) => {
    const rows = readRows(file).filter(isWeather);
    expect(rows.length).toBeGreaterThan(100);
    const wrong = rows.filter((row) => !agrees(compute(row), row[column] ?? Number.NaN));
    expect(wrong).toEqual([]);
  });

  it('stays within its scale and finite for any weather of a year', () => {
    const noon = fc.record({
      temperatureC: fc.double({ min: -40, max: 50, noNaN: true }),
      humidityPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      windMs: fc.double({ min: 0, max: 40, noNaN: true }),
      rainMm: fc.double({ min: 0, max: 200, noNaN: true }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(
        fc.array(noon, { maxLength: 60 }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        (days, latitude) => {
          let codes: FireWeather | typeof springStart = springStart;
          for (const day of days) {
            const next = nextFireWeather(day, codes, latitude);
            expect(Object.values(next).every((value) => Number.isFinite(value) && value >= 0)).toBe(
              true,
            );
            expect(next.ffmc).toBeLessThanOrEqual(101);
            codes = next;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says which input is out of range', () => {
    const noon = { temperatureC: 20, humidityPercent: 50, windMs: 3, rainMm: 0, month: 6 };
    expect(() => nextFireWeather({ ...noon, humidityPercent: 120 }, springStart, 50)).toThrow(
      'The humidity is 120; 0 to 100 % is expected.',
    );
    expect(() => nextFireWeather({ ...noon, rainMm: -1 }, springStart, 50)).toThrow(
      'The rain is -1; 0 mm or more is expected.',
    );
  });
});
