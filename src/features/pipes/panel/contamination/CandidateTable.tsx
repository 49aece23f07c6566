import { useMemo } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, EmptyState, Note, Stack } from '#ui';
import type { TraceBackResult } from '../../contract/analyses.ts';
import { MomentCell } from '../MomentCell.tsx';
import { showElement } from '../use-element.ts';
import { useLine, useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';

/** Places that explain all complaints, the likeliest first. */
export function CandidateTable({ result }: { readonly result: TraceBackResult }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  const { candidates } = result;
  const base = useNetworks().find(({ network }) => network === result.network)?.base ?? 0;
  useToolMarks(
    useMemo(
      () => ({ marked: Uint32Array.from(candidates, ({ index }) => base + index) }),
      [candidates, base],
    ),
  );
  const percent = (share: number) => quantity(100 * share, '%', { decimals: 1 });
  return (
    <Stack gap="s">
      <DataTable
        label={say(messages.candidates)}
        rows={candidates}
        rowId={({ key }) => key}
        height="16rem"
        lines={2}
        onActivate={({ key }) => line && void showElement(store, line, key)}
        instead={
          candidates.length === 0 ? (
            <EmptyState icon="droplet" title={say(messages.noCandidates)}>
              {say(messages.noCandidatesWhy)}
            </EmptyState>
          ) : undefined
        }
        columns={[
          {
            id: 'id',
            title: say(messages.customer),
            width: 'minmax(4rem, 1fr)',
            value: ({ id }) => id,
          },
          {
            id: 'likelihood',
            title: say(messages.likelihood),
            align: 'end',
            width: '6.5rem',
            value: ({ likelihood }) => likelihood,
            render: ({ likelihood }) => percent(likelihood),
          },
          {
            id: 'window',
            title: say(messages.window),
            width: '13.5rem',
            value: ({ fromMs }) => fromMs,
            render: ({ fromMs, untilMs }) => <MomentCell timeMs={fromMs} untilMs={untilMs} />,
          },
        ]}
      />
      <Note kind="faint">{say(messages.unknownShare(percent(result.unknownShare)))}</Note>
      <Note kind="faint">{say(messages.assumedBack)}</Note>
    </Stack>
  );
}
