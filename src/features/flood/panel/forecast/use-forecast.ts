// A pasted table with what a person chose for its columns → the forecast that it is.

import { useMemo, useState } from 'react';
import type { Result } from '#model/result.ts';
import type { Text } from '#model/text.ts';
import { WATER_READINGS, type WaterReading } from '#model/water-reading.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import type { TimeSeries } from '../../contract.ts';
import {
  findUnit,
  type SeriesQuantity,
  type SeriesUnit,
  timeUnits,
  unitsOf,
} from '../../kernel/series/quantities.ts';
import {
  readSeries,
  type SeriesColumn,
  type SeriesTable,
} from '../../kernel/series/read-series.ts';
import { beginMs, type SeriesTimes, timesOf, toCourse } from '../../kernel/series/to-boundary.ts';
import { type ForecastPlace, forecastPlaces, presentMs } from '../../state/forecast.ts';
import { selectFlood } from '../../state.ts';

export const DRAWN = 'drawn';
export const LEFT_OUT = '';

interface Choice {
  readonly quantity?: SeriesQuantity;
  readonly unit?: string;
  readonly place?: string;
  readonly addedM?: number;
}

export interface ChosenColumn {
  readonly column: SeriesColumn;
  readonly quantity: SeriesQuantity;
  readonly unit: SeriesUnit;
  readonly places: readonly ForecastPlace[];
  /** Id of one of the places, `DRAWN` or `LEFT_OUT`. */
  readonly place: string;
  readonly addedM: number;
  readonly course: Result<TimeSeries, Text>;
}

export interface PastedForecast {
  readonly table: SeriesTable;
  readonly times: SeriesTimes;
  readonly beginMs: number;
  readonly presentMs: number;
  readonly columns: readonly ChosenColumn[];
  readonly timeUnit: string;
}

/** `undefined`: nothing is pasted. */
export function useForecast(): {
  readonly read: Result<PastedForecast, Text> | undefined;
  readonly choose: (column: number, choice: Choice) => void;
  readonly setTimeUnit: (id: string) => void;
} {
  const { text, gauge } = useAppState((state) => selectFlood(state).pasted);
  const waters = useAppState((state) => selectFlood(state).waters);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  // To the minute: the clock runs, and a table is not read anew for it.
  const nowMs = useAppState((state) => Math.floor(presentMs(state) / 60_000) * 60_000);
  const readings = useFrame<readonly WaterReading[]>(WATER_READINGS);
  const [chosen, setChosen] = useState<{ readonly text: string; readonly by: readonly Choice[] }>({
    ...{ text: '', by: [] },
  });
  const [timeUnit, setTimeUnit] = useState<string>('min');
  const choices = chosen.text === text ? chosen.by : [];
  const gauges = useGauges(readings);
  const table = useMemo(
    () => (text.trim() === '' ? undefined : readSeries(text, timeZone)),
    [text, timeZone],
  );
  const choose = (at: number, choice: Choice) =>
    setChosen({
      text,
      by: Array.from({ length: Math.max(at + 1, choices.length) }, (_, one) =>
        one === at ? { ...choices[one], ...choice } : (choices[one] ?? {}),
      ),
    });
  if (!table?.ok) return { read: table, choose, setTimeUnit };
  const unitS = timeUnits.find(({ id }) => id === timeUnit)?.seconds ?? 60;
  const times = timesOf(table.value, nowMs, unitS);
  const columns: ChosenColumn[] = [];
  for (const [at, column] of table.value.columns.entries()) {
    const choice = choices[at] ?? {};
    const quantity = choice.quantity ?? column.quantity ?? 'level';
    const places = forecastPlaces(quantity, waters, gauges);
    const isFirst = !columns.some((one) => one.quantity === quantity && one.place !== LEFT_OUT);
    const unit = unitOf(column, quantity, choice.unit);
    const addedM = choice.addedM ?? 0;
    columns.push({
      ...{ column, quantity, unit, places, addedM },
      place: choice.place ?? (isFirst ? usualPlace(places, gauge) : LEFT_OUT),
      course: toCourse(column, table.value.lines, times.timeS, unit, addedM),
    });
  }
  const value = {
    ...{ table: table.value, times, columns, timeUnit, presentMs: nowMs },
    beginMs: beginMs(times, nowMs),
  };
  return { read: { ok: true, value }, choose, setTimeUnit };
}

function unitOf(
  column: SeriesColumn,
  quantity: SeriesQuantity,
  chosen: string | undefined,
): SeriesUnit {
  const [usual] = unitsOf(quantity);
  const written = column.unit?.quantity === quantity ? column.unit : undefined;
  const found = (chosen === undefined ? undefined : findUnit(quantity, chosen)) ?? written ?? usual;
  if (!found) throw new Error(`There is no unit of ${quantity}.`);
  return found;
}

const usualPlace = (places: readonly ForecastPlace[], gauge: string): string =>
  (places.find(({ id }) => id === `gauge-${gauge}`) ?? places[0])?.id ?? DRAWN;

/** The same list while the gauges are the same: readings come ten times a second. */
function useGauges(readings: readonly WaterReading[] | undefined): readonly WaterReading[] {
  const key = (readings ?? []).map(({ sensor, property }) => `${sensor} ${property}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the gauges.
  return useMemo(() => readings ?? [], [key]);
}
