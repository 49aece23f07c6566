import type { DistrictReport, NightReport } from '../../contract/night-flow.ts';
import { toCsv } from '../analysis/csv.ts';

/** m³ a day and kilometre; NaN where there is neither. */
export const lossAKm = ({ lossM3ADay, lengthM }: DistrictReport): number =>
  lengthM > 0 ? (1000 * lossM3ADay) / lengthM : Number.NaN;

/** Of the districts that could be judged, m³/s. */
export const totalLossM3s = ({ districts }: NightReport): number =>
  districts.reduce((sum, { excessM3s }) => sum + (Number.isNaN(excessM3s) ? 0 : excessM3s), 0);

/** One line a district and night; those without a night have one line. */
export const nightsCsv = ({ districts }: NightReport): string =>
  toCsv(
    [
      ...['district', 'meters', 'customers', 'length_m', 'legitimate_m3s'],
      ...['night_of', 'least_at', 'minimum_m3s', 'excess_m3s', 'loss_m3_a_day'],
      ...['trend_m3s_a_day', 'rise_m3s'],
    ],
    districts.flatMap((district) => {
      const { name, meters, customers, lengthM, legitimateM3s, trendM3sADay, stepM3s } = district;
      const names = meters.map((meter) => meter.name).join('; ');
      const head = [name, names, customers, lengthM, legitimateM3s];
      if (district.nights.length === 0) return [head];
      return district.nights.map(({ startMs, atMs, minimumM3s, excessM3s, lossM3ADay }) => [
        ...head,
        ...[new Date(startMs).toISOString(), new Date(atMs).toISOString()],
        ...[minimumM3s, excessM3s, lossM3ADay, trendM3sADay, stepM3s],
      ]);
    }),
  );
