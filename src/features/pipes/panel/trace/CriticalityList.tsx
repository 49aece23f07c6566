import { useMemo, useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, ErrorState, Note, Skeleton, Stack } from '#ui';
import type { SegmentCost } from '../../contract/answers.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine, useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { NetworkSelect } from './NetworkSelect.tsx';
import { useChanges } from './use-traced.ts';

const MOST = 200;

/** Segments between valves by what closing them off would cost; the chosen ones are marked. */
export function CriticalityList() {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const networks = useNetworks();
  const [chosen, setChosen] = useState<string>();
  const network = chosen ?? networks.find(({ valves }) => valves > 0)?.network ?? '';
  const changes = useChanges(network);
  const answer = useAnswer(
    'criticality',
    network === '' ? undefined : { network, changes, limit: MOST },
  );
  const segments = answer.value?.segments ?? [];
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useToolMarks(
    useMemo(
      () => ({
        marked: Uint32Array.from(
          segments.filter(({ link }) => ids.has(link)).flatMap(({ indices }) => [...indices]),
        ),
      }),
      [segments, ids],
    ),
  );
  return (
    <Stack>
      <NetworkSelect value={network} onChange={setChosen} />
      {answer.failure && (
        <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
          {answer.failure}
        </ErrorState>
      )}
      {!answer.value && answer.isWaiting && <Skeleton lines={8} />}
      {answer.value && (
        <>
          <Note kind="number">{say(messages.segments(answer.value.count))}</Note>
          <DataTable<SegmentCost>
            label={say(messages.questions.criticality)}
            rows={segments}
            rowId={({ link }) => link}
            selectedIds={ids}
            onSelectionChange={setIds}
            onActivate={({ link }) => line && void showElement(store, line, link)}
            height="20rem"
            columns={[
              {
                id: 'segment',
                title: say(messages.segment),
                width: '5.5rem',
                value: ({ segment }) => segment,
                render: ({ segment, hasSource }) =>
                  hasSource ? `${segment} · ${say(messages.hasSource)}` : segment,
              },
              {
                id: 'isolated',
                title: say(messages.isolated),
                align: 'end',
                width: '5.5rem',
                value: ({ isolatedCustomers }) => isolatedCustomers,
              },
              {
                id: 'stranded',
                title: say(messages.beyond),
                align: 'end',
                width: '5rem',
                value: ({ strandedCustomers }) => strandedCustomers,
              },
              {
                id: 'valves',
                title: say(messages.valves),
                align: 'end',
                width: '4.5rem',
                value: ({ valves }) => valves,
              },
            ]}
          />
        </>
      )}
    </Stack>
  );
}
