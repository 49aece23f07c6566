import type { AppState } from '#store/store.ts';

const HOUR_MS = 3_600_000;

/** Hour of the day by the sun over the middle of the city, 0 … 24 in half hours. */
export function solarHour({ clock, city }: Pick<AppState, 'clock' | 'city'>): number {
  const [west, , east] = city?.manifest.boundsDeg ?? [0, 0, 0, 0];
  const hour = clock.now / HOUR_MS + (west + east) / 2 / 15;
  return Math.floor((((hour % 24) + 24) % 24) * 2) / 2;
}

/** Shares of lit windows at these hours: most homes in the evening, offices by people who work late. */
const HOURS = [0, 2, 5, 6.5, 8, 16, 18, 20, 22, 24];
const HOMES = [0.2, 0.07, 0.06, 0.3, 0.25, 0.2, 0.42, 0.55, 0.45, 0.2];
const OFFICES = [0.06, 0.02, 0.03, 0.18, 0.7, 0.8, 0.6, 0.3, 0.14, 0.06];
/** Shops leave a few windows lit after they close; works run by shifts. */
const SHOPS = [0.3, 0.2, 0.2, 0.4, 0.9, 0.95, 0.95, 0.85, 0.5, 0.3];
const WORKS = [0.25, 0.22, 0.25, 0.4, 0.6, 0.6, 0.5, 0.4, 0.3, 0.25];

/** Shares (0 … 1) of windows with light behind them, of homes, offices, shops and works. */
export function litShares(
  hour: number,
): [homes: number, offices: number, shops: number, works: number] {
  const next = Math.max(
    1,
    HOURS.findIndex((one) => one > hour),
  );
  const from = HOURS[next - 1] ?? 0;
  const share = (hour - from) / ((HOURS[next] ?? 24) - from);
  const mix = (values: readonly number[]) => {
    const [a, b] = [values[next - 1] ?? 0, values[next] ?? 0];
    return a + (b - a) * share;
  };
  return [mix(HOMES), mix(OFFICES), mix(SHOPS), mix(WORKS)];
}
