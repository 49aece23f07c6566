import { useAppState, useText } from '#store/use-store.tsx';
import { DataTable, formatNumber } from '#ui';
import type { LiveGauge } from '../../contract/live.ts';
import { messages } from './messages.ts';

/** Every gauge of levels: what it measures, what the forecast has there, and the difference. */
export function GaugeTable({ gauges }: { readonly gauges: readonly LiveGauge[] }) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const level = (value: number | undefined) =>
    value === undefined || Number.isNaN(value)
      ? '–'
      : formatNumber(value, language, { decimals: 2 });
  const column = (
    id: 'simulated' | 'residual' | 'rms',
    value: (gauge: LiveGauge) => number | undefined,
  ) => ({
    ...{ id, title: say(messages[id]), unit: say(messages.metres), align: 'end' as const },
    width: '5rem',
    value,
    render: (gauge: LiveGauge) => level(value(gauge)),
  });
  return (
    <DataTable
      label={say(messages.gauges)}
      rows={gauges}
      rowId={({ reading }) => reading.sensor}
      height="16rem"
      columns={[
        { id: 'gauge', title: say(messages.gauge), value: ({ reading }) => reading.name },
        {
          ...{ id: 'measured', title: say(messages.measured), unit: say(messages.metres) },
          ...{ align: 'end', width: '5rem' },
          value: ({ reading }) => reading.value,
          render: ({ reading }) => (reading.isStale ? say(messages.silent) : level(reading.value)),
        },
        column('simulated', ({ simulatedM }) => simulatedM),
        column('residual', ({ residualM }) => residualM),
        column('rms', ({ rmsM }) => rmsM),
      ]}
    />
  );
}
