// Made-up values for the gallery, the same on every visit.

import type { Text } from '#model/text.ts';

export interface SampleBuilding {
  readonly id: string;
  readonly use: Text;
  readonly heightM: number | undefined;
  readonly year: number;
}

const uses: readonly Text[] = [
  { en: 'Housing', zh: '住宅' },
  { en: 'Office', zh: '办公' },
  { en: 'School', zh: '学校' },
];

export const sampleBuildings: readonly SampleBuilding[] = Array.from(
  { length: 20_000 },
  (_, at) => ({
    id: `NL-${String(at).padStart(6, '0')}`,
    use: uses[at % 3] ?? { en: '', zh: '' },
    heightM: at % 17 === 0 ? undefined : 4 + ((at * 7919) % 1160) / 10,
    year: 1890 + ((at * 37) % 135),
  }),
);

export const viridis = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'];
export const cividis = ['#00224e', '#434e6c', '#7d7c78', '#bcae6c', '#fee838'];
export const inferno = ['#000004', '#57106e', '#bc3754', '#f98e09', '#fcffa4'];

/** Counts of heights in 30 bars up to 120 m: many low, a second hill of towers. */
export const heightCounts = Array.from({ length: 30 }, (_, bar) =>
  Math.round(
    9000 * Math.exp(-(((bar - 3) / 3.2) ** 2)) + 900 * Math.exp(-(((bar - 17) / 4) ** 2)) + 12,
  ),
);
export const heightEdges = Array.from({ length: 31 }, (_, edge) => edge * 4);

/** Sun elevation (degrees) every quarter of an hour on a June day in the Netherlands. */
export const juneSunDeg = Array.from({ length: 97 }, (_, quarter) => {
  const hourAngle = ((quarter / 4 - 13.7) / 24) * 2 * Math.PI;
  const latitude = (51.9 * Math.PI) / 180;
  const declination = (23.4 * Math.PI) / 180;
  const sine =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  return (Math.asin(sine) * 180) / Math.PI;
});

const dayStartMs = Date.UTC(2026, 10, 25, 23);
const quarterMs = 900_000;

/** Midnight to midnight in Amsterdam. */
export const gaugeDay = { fromMs: dayStartMs, toMs: dayStartMs + 96 * quarterMs };

/** Two tides a quarter of an hour apart; the second was silent for two hours. */
export const sampleGauges = [
  { id: 'bridge', name: 'Bridge', lagH: 0, silent: (_: number) => false },
  { id: 'harbour', name: 'Harbour', lagH: 1.5, silent: (hour: number) => hour > 9 && hour < 11 },
].map(({ id, name, lagH, silent }) => ({
  id,
  name,
  timeMs: Float64Array.from({ length: 96 }, (_, at) => dayStartMs + at * quarterMs),
  value: Float64Array.from({ length: 96 }, (_, at) => {
    const hour = at / 4;
    return silent(hour) ? Number.NaN : 1.4 + Math.sin(((hour - lagH) / 12.42) * 2 * Math.PI);
  }),
}));
