import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, ErrorState, Skeleton, Stack, StatusBadge } from '#ui';
import type { ExerciseRow } from '../../contract/answers.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine, useNetworks } from '../use-line.ts';
import { NetworkSelect } from './NetworkSelect.tsx';

const MOST = 200;

/** The valves most worth turning before they are needed. */
export function ExerciseList() {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const networks = useNetworks();
  const [chosen, setChosen] = useState<string>();
  const network = chosen ?? networks.find(({ valves }) => valves > 0)?.network ?? '';
  const answer = useAnswer('exerciseList', network === '' ? undefined : { network, limit: MOST });
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
        <DataTable<ExerciseRow>
          label={say(messages.questions.exercise)}
          rows={answer.value}
          rowId={({ key }) => key}
          onActivate={({ key }) => line && void showElement(store, line, key)}
          height="20rem"
          lines={2}
          columns={[
            {
              id: 'valve',
              title: say(messages.valve),
              value: ({ id }) => id,
              render: ({ id, isOperable }) =>
                isOperable ? (
                  id
                ) : (
                  <>
                    {id} <StatusBadge isPlain tone="warning" word={say(messages.inoperable)} />
                  </>
                ),
            },
            {
              id: 'ifStuck',
              title: say(messages.ifStuck),
              align: 'end',
              width: '5rem',
              value: ({ customersIfStuck }) => customersIfStuck,
            },
            {
              id: 'customers',
              title: say(messages.customersOut),
              align: 'end',
              width: '4.5rem',
              value: ({ customers }) => customers,
            },
            {
              id: 'turned',
              title: say(messages.lastTurned),
              align: 'end',
              width: '4.5rem',
              value: ({ exercisedYear }) => exercisedYear,
              render: ({ exercisedYear }) =>
                exercisedYear > 0 ? String(exercisedYear) : say(messages.never),
            },
          ]}
        />
      )}
    </Stack>
  );
}
