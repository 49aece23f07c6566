import { useMemo, useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Note, PropertyRow, PropertySection, Slider, Stack } from '#ui';
import type { ContaminationResult } from '../../contract/analyses.ts';
import type { ToolMarks } from '../../contract/tool-marks.ts';
import type { OpenNetwork } from '../../contract.ts';
import { ComputedBy } from '../analysis/AnalysisState.tsx';
import { useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { useMoment, useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';
import { ReachedTable } from './ReachedTable.tsx';
import { FlushTable, ValveTable } from './ResponseTables.tsx';

/** Who is reached when, and what to do; the globe marks what is reached by the shown time. */
export function SpreadResult({ result }: { readonly result: ContaminationResult }) {
  const say = useText();
  const writeMoment = useMoment();
  const quantity = useQuantity();
  const [shownMs, setShownMs] = useState(result.endMs);
  const network = useNetworks().find((one) => one.network === result.network);
  useToolMarks(useMemo(() => marksOf(result, network, shownMs), [result, network, shownMs]));
  return (
    <Stack gap="m">
      <ComputedBy model={result.model} atMs={result.startMs} />
      <Slider
        label={say(messages.shownTime)}
        value={Math.min(result.endMs, Math.max(result.startMs, shownMs))}
        min={result.startMs}
        max={result.endMs}
        step={900_000}
        onChange={setShownMs}
        format={writeMoment}
      />
      <PropertySection title={say(messages.reached)}>
        <PropertyRow name={say(messages.customers)}>
          {say(messages.reachedCount(result.customers, result.reached.length))}
        </PropertyRow>
        <PropertyRow name={say(messages.entered)}>
          {quantity(result.injectedKg, 'kg', { decimals: 2 })}
        </PropertyRow>
        <PropertyRow name={say(messages.taken)}>
          {quantity(result.takenKg, 'kg', { decimals: 2 })}
        </PropertyRow>
        <PropertyRow name={say(messages.balance)}>
          {quantity(result.massBalance, '', { decimals: 4 })}
        </PropertyRow>
      </PropertySection>
      <ReachedTable rows={result.reached} />
      <FlushTable rows={result.flushing} />
      <ValveTable rows={result.valves} />
      <Note kind="faint">{say(messages.assumed)}</Note>
    </Stack>
  );
}

/** What is reached by an instant, the darker the earlier. */
function marksOf(
  { linkArrivalMs, nodeArrivalMs, startMs, endMs }: ContaminationResult,
  network: OpenNetwork | undefined,
  atMs: number,
): ToolMarks {
  if (!network) return {};
  const reached = [
    ...reachedRows(linkArrivalMs, network.base, atMs),
    ...reachedRows(nodeArrivalMs, network.base + network.links, atMs),
  ];
  const indices = Uint32Array.from(reached, ({ index }) => index);
  const span = Math.max(1, endMs - startMs);
  const shares = Float32Array.from(reached, ({ arrivalMs }) => 1 - (arrivalMs - startMs) / span);
  return { marked: indices, heat: { indices, shares } };
}

const reachedRows = (arrivalMs: Float64Array, first: number, atMs: number) =>
  [...arrivalMs].flatMap((arrival, row) =>
    arrival <= atMs ? [{ index: first + row, arrivalMs: arrival }] : [],
  );
