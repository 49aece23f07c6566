// Rain gages, catchments and evaporation of a SWMM file. SI; rain in m/s.

import type { Curve, Infiltration, RainGage, Subcatchment } from '../model.ts';
import type { SwmmOptions } from './read-options.ts';
import { parseClock } from './read-time.ts';
import { numberAt, type Row, rowOf, type SwmmFile, wordAt } from './sections.ts';
import type { SwmmUnits } from './units.ts';

const HOUR = 3600;
const DAY = 86_400;

export function readGages(
  file: SwmmFile,
  units: SwmmUnits,
  series: ReadonlyMap<string, Curve>,
): RainGage[] {
  return file.rows('RAINGAGES').map((row) => {
    const [id = '', , interval = ''] = row.tokens;
    const form = wordAt(row, 1);
    const seconds = Math.round(parseClock(interval) ?? 0);
    if (seconds <= 0)
      throw file.error(row, `Rain gage ${id} has the interval ${interval}, expected a time.`);
    if (wordAt(row, 4) !== 'TIMESERIES') {
      throw file.error(
        row,
        `Rain gage ${id} reads the file ${row.tokens[5] ?? ''}, which is not handed over: give a time series.`,
      );
    }
    const found = series.get(row.tokens[5] ?? '');
    if (!found)
      throw file.error(
        row,
        `Rain gage ${id} names the time series ${row.tokens[5] ?? ''}, which does not exist.`,
      );
    let sum = 0;
    const intensity = found.y.map((value) => {
      // Volume of the interval, running sum, or intensity per hour.
      const volume = form === 'CUMULATIVE' ? value - sum : value;
      if (form === 'CUMULATIVE') sum = value;
      return (volume * units.rainM) / (form === 'INTENSITY' ? HOUR : seconds);
    });
    // Dry entries are no change of the rain, but for the first.
    const kept = intensity.flatMap((rain, k) => (rain !== 0 || k === 0 ? [k] : []));
    return {
      ...{ id, intervalS: seconds },
      timesS: Float64Array.from(kept, (k) => found.x[k] ?? 0),
      intensityMps: Float64Array.from(kept, (k) => intensity[k] ?? 0),
    };
  });
}

export function readEvaporation(file: SwmmFile, units: SwmmUnits, notes: string[]): number[] {
  const row = file.rows('EVAPORATION').find((one) => wordAt(one, 0) !== 'DRY_ONLY');
  const perDay = (at: number) =>
    row ? (numberAt(file, row, at, 'evaporation', 0) * units.rainM) / DAY : 0;
  switch (row ? wordAt(row, 0) : 'CONSTANT') {
    case 'CONSTANT':
      return Array.from({ length: 12 }, () => perDay(1));
    case 'MONTHLY':
      return Array.from({ length: 12 }, (_, month) => perDay(month + 1));
    default:
      notes.push(
        `Evaporation by ${row?.tokens[0] ?? ''} is left out: constant and monthly rates are known.`,
      );
      return Array.from({ length: 12 }, () => 0);
  }
}

export function readSubcatchments(
  file: SwmmFile,
  { units, infiltration }: SwmmOptions,
  gages: readonly RainGage[],
  nodeRows: ReadonlyMap<string, number>,
): Subcatchment[] {
  const rows = file.rows('SUBCATCHMENTS');
  const own = new Map(rows.map((row, index) => [row.tokens[0] ?? '', index]));
  const gageRows = new Map(gages.map(({ id }, index) => [id, index]));
  const byId = (section: string) =>
    new Map(file.rows(section).map((row) => [row.tokens[0] ?? '', row]));
  const areas = byId('SUBAREAS');
  const soils = byId('INFILTRATION');
  return rows.map((row) => {
    const [id = '', , outlet = ''] = row.tokens;
    const node = nodeRows.get(outlet);
    const value = (at: number, what: string) => numberAt(file, row, at, what);
    const areaM2 = value(3, 'area') * units.areaM2;
    const subarea = areas.get(id);
    if (!subarea) throw file.error(row, `Subcatchment ${id} has no row in [SUBAREAS].`);
    const part = (at: number, what: string) => numberAt(file, subarea, at, what, 0);
    const route = wordAt(subarea, 6);
    return {
      ...{ id, areaM2, gage: rowOf(file, row, gageRows, row.tokens[1], 'rain gage') },
      outlet:
        node === undefined
          ? { kind: 'subcatchment', row: rowOf(file, row, own, outlet, 'outlet') }
          : { kind: 'node', row: node },
      imperviousShare: value(4, 'impervious share') / 100,
      widthM: value(5, 'width') * units.lengthM,
      slope: value(6, 'slope') / 100,
      manningImpervious: part(1, 'roughness'),
      manningPervious: part(2, 'roughness'),
      storageImperviousM: part(3, 'depression storage') * units.rainM,
      storagePerviousM: part(4, 'depression storage') * units.rainM,
      noStorageShare: part(5, 'share without storage') / 100,
      route: route === 'PERVIOUS' ? 'pervious' : route === 'IMPERVIOUS' ? 'impervious' : 'outlet',
      routedShare: numberAt(file, subarea, 7, 'routed share', 100) / 100,
      infiltration: readSoil(file, row, soils.get(id), units, infiltration),
    };
  });
}

function readSoil(
  file: SwmmFile,
  owner: Row,
  row: Row | undefined,
  units: SwmmUnits,
  usual: string,
): Infiltration {
  if (!row)
    throw file.error(owner, `Subcatchment ${owner.tokens[0] ?? ''} has no row in [INFILTRATION].`);
  const value = (at: number) => numberAt(file, row, at, `parameter ${at}`, 0);
  const perS = (rate: number) => (rate * units.rainM) / HOUR;
  const last = (row.tokens.at(-1) ?? '').toUpperCase();
  const method = /^[A-Z]/.test(last) ? last : usual;
  // Drying time is to 98 % of dryness.
  const recovery = (days: number) => (days > 0 ? -Math.log(0.02) / days / DAY : 0);
  switch (method) {
    case 'HORTON':
    case 'MODIFIED_HORTON':
      return {
        kind: method === 'HORTON' ? 'horton' : 'modified-horton',
        ...{ firstMps: perS(value(1)), lastMps: perS(value(2)), decayPerS: value(3) / HOUR },
        ...{ recoveryPerS: recovery(value(4)), maximumM: value(5) * units.rainM },
      };
    case 'GREEN_AMPT':
    case 'MODIFIED_GREEN_AMPT':
      return {
        kind: method === 'GREEN_AMPT' ? 'green-ampt' : 'modified-green-ampt',
        suctionM: value(1) * units.rainM,
        ...{ conductivityMps: perS(value(2)), deficit: value(3) },
      };
    case 'CURVE_NUMBER':
      return {
        kind: 'curve-number',
        number: Math.min(99, Math.max(10, value(1))),
        recoveryPerS: value(3) > 0 ? 1 / value(3) / DAY : 0,
      };
    default:
      throw file.error(row, `${row.tokens[0] ?? ''} infiltrates by ${method}, which is not known.`);
  }
}
