import { useMemo } from 'react';
import type { Text } from '#model/text.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatQuantity, Note, TimeSeriesChart } from '#ui';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useShownRun, useShownTimeS } from '../panel/use-flood.ts';

interface CourseProps {
  readonly label: Text;
  readonly unit: string;
  readonly timeMs: Float64Array;
  readonly values: Float32Array;
}

/** One quantity over the time that was simulated, with a mark where the shown water is. */
export function Course({ label, unit, timeMs, values }: CourseProps) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const run = useShownRun();
  const timeS = useShownTimeS();
  const name = say(label);
  const series = useMemo(
    () => [{ id: name, name, timeMs, value: Float64Array.from(values) }],
    [name, timeMs, values],
  );
  const fromMs = timeMs[0];
  const toMs = timeMs.at(-1);
  if (!run || fromMs === undefined || toMs === undefined || toMs <= fromMs) {
    return <Note kind="faint">{say(messages.notYet)}</Note>;
  }
  return (
    <TimeSeriesChart
      label={name}
      series={series}
      formatValue={(value) => formatQuantity(value, unit, language, { decimals: 2 })}
      fromMs={fromMs}
      toMs={toMs}
      timeZone={timeZone}
      {...(timeS !== undefined && { markMs: run.scenario.startMs + timeS * 1000 })}
      syncKey="flood"
      height="8rem"
    />
  );
}
