import { useMemo } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { TimeSeriesChart } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { messages } from './messages.ts';
import { useEvacuation, usePeople, useWithoutContraflow } from './use-evacuation.ts';

/** People still inside over time, with and without contraflow. */
export function InsideCurve({ result }: { readonly result: EvacuationResult }) {
  const say = useText();
  const people = usePeople();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const atMs = useEvacuation().request?.atMs ?? 0;
  const without = useWithoutContraflow();
  const inside = say(messages.curve);
  const insideWithout = `${inside}, ${say(messages.curveWithout)}`;
  const series = useMemo(
    () => [
      seriesOf('inside', inside, result, atMs),
      ...(without ? [seriesOf('without', insideWithout, without, atMs)] : []),
    ],
    [inside, insideWithout, result, without, atMs],
  );
  const longestS = Math.max(60, result.clearanceS, without?.clearanceS ?? 0);
  return (
    <TimeSeriesChart
      label={inside}
      series={series}
      formatValue={people}
      fromMs={atMs}
      toMs={atMs + longestS * 1000}
      timeZone={timeZone}
      height="9rem"
    />
  );
}

const seriesOf = (id: string, name: string, { curve }: EvacuationResult, atMs: number) => ({
  ...{ id, name },
  timeMs: Float64Array.from(curve.timeS, (timeS) => atMs + timeS * 1000),
  value: Float64Array.from(curve.inside),
});
