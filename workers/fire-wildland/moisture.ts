// How dry the fuel is: fine dead fuel by air, season and hour (Rothermel 1983), living fuel by the month or as a person
// says. Fractions of oven-dry mass.

import type { Curing, WildlandRequest } from '#features/fire/contract/wildland.ts';
import type { Text } from '#model/text.ts';
import { fineFuelMoisture } from '#simulation/fire/wildland/fine-fuel-moisture.ts';
import type { FuelMoisture } from '#simulation/fire/wildland/surface-fire.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The tables of the day have these hours. */
const [FIRST_HOUR, LAST_HOUR] = [8, 20] as const;
/** The driest air that the tables have. */
const COLDEST_C = -12;

/** Living herbs and wood by month in the north, January first: cured in winter, green in May. By judgement. */
const herbByMonth = [0.3, 0.3, 0.3, 0.7, 1.2, 1.1, 0.9, 0.75, 0.6, 0.5, 0.35, 0.3] as const;
const woodByMonth = [0.7, 0.7, 0.8, 1.1, 1.5, 1.3, 1.1, 1, 0.9, 0.8, 0.7, 0.7] as const;
const said: Readonly<Record<Exclude<Curing, 'season'>, readonly [herb: number, wood: number]>> = {
  green: [1.2, 1.5],
  half: [0.75, 1],
  cured: [0.3, 0.7],
};

export function moistureOf(
  {
    temperatureC,
    humidity,
    startMs,
    curing,
  }: Pick<WildlandRequest, 'temperatureC' | 'humidity' | 'startMs' | 'curing'>,
  [longitudeDeg, latitudeDeg]: readonly [number, number],
): {
  readonly moisture: FuelMoisture;
  /** 0 … 11 of the northern year. */
  readonly month: number;
  readonly assumptions: readonly Text[];
} {
  const sunMs = startMs + (longitudeDeg / 360) * DAY_MS;
  const hour = (sunMs % DAY_MS) / HOUR_MS;
  const ownMonth = new Date(sunMs).getUTCMonth();
  const month = latitudeDeg < 0 ? (ownMonth + 6) % 12 : ownMonth;
  const { moisture: h1 } = fineFuelMoisture({
    ...{ airC: Math.max(temperatureC, COLDEST_C), humidity, month: month + 1 },
    hour: Math.min(Math.max(hour, FIRST_HOUR), LAST_HOUR),
    ...{ shade: 0, slopeRad: 0, aspectRad: 0, height: 'level' },
  });
  const [liveHerb, liveWood] =
    curing === 'season' ? [herbByMonth[month] ?? 0.3, woodByMonth[month] ?? 0.7] : said[curing];
  const isNight = hour < FIRST_HOUR || hour > LAST_HOUR;
  return {
    month,
    // An hour's fuel dries first: what is thicker lags by a percent each, as is usual where nobody measures it.
    moisture: { h1, h10: h1 + 0.01, h100: h1 + 0.02, liveHerb, liveWood },
    assumptions: [
      ...(curing === 'season' ? [bySeason(month, liveHerb)] : []),
      ...(isNight ? [byNight] : []),
    ],
  };
}

const bySeason = (month: number, herb: number): Text => ({
  en: `Moisture of living grass ${Math.round(herb * 100)} % by the month (${month + 1}), not measured`,
  zh: `活草含水率 ${Math.round(herb * 100)} %，按月份（${month + 1} 月）取值，非实测`,
});
const byNight: Text = {
  en: 'By night fine fuel is taken as in the evening or morning: a fire is rather slower',
  zh: '夜间细小可燃物按早晚取值，实际火势可能更慢',
};
