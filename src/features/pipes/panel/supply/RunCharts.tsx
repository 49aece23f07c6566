import { useMemo } from 'react';
import { useText } from '#store/use-store.tsx';
import { formatQuantity, Stack, TimeSeriesChart, useKit } from '#ui';
import type { WaterRun } from '../../contract/water.ts';
import { messages } from './messages.ts';
import { useTimeZone } from './use-supply.ts';

interface RunChartsProps {
  readonly run: WaterRun;
  readonly shownMs: number;
}

/** Levels, flows and customers through a run. */
export function RunCharts({ run, shownMs }: RunChartsProps) {
  const say = useText();
  const { language } = useKit();
  const timeZone = useTimeZone();
  const timeMs = useMemo(() => Float64Array.from(run.timesMs), [run]);
  const toSeries = (id: string, name: string, values: readonly number[], factor = 1) => ({
    ...{ id, name, timeMs },
    value: Float64Array.from(values, (value) => value * factor),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone.
  const [levels, flows, customers] = useMemo(
    () => [
      run.tanks.map(({ id, levelM }) => toSeries(id, id, levelM)),
      [
        toSeries('asked', say(messages.asked), run.askedM3s, 1000),
        toSeries('delivered', say(messages.delivered), run.deliveredM3s, 1000),
        toSeries('lost', say(messages.lost), run.lostM3s, 1000),
      ],
      [
        toSeries('none', say(messages.noSupply), run.noSupplyCustomers),
        toSeries('low', say(messages.lowPressure), run.lowPressureCustomers),
      ],
    ],
    [run, language],
  );
  const common = {
    ...{ fromMs: run.startMs, toMs: run.endMs, timeZone, markMs: shownMs },
    ...{ syncKey: 'water-run', height: '8rem' },
  };
  const format = (unit: string, decimals: number) => (value: number) =>
    formatQuantity(value, unit, language, { decimals });
  return (
    <Stack gap="m">
      {run.tanks.length > 0 && levels && (
        <TimeSeriesChart
          label={say(messages.levelsChart)}
          series={levels}
          formatValue={format('m', 2)}
          {...common}
        />
      )}
      <TimeSeriesChart
        label={say(messages.flowsChart)}
        series={flows ?? []}
        formatValue={format('L/s', 1)}
        {...common}
      />
      <TimeSeriesChart
        label={say(messages.customersChart)}
        series={customers ?? []}
        formatValue={format('', 0)}
        {...common}
      />
    </Stack>
  );
}
