import { useMemo } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, EmptyState, ErrorState, Note, Skeleton, Stack, Stat } from '#ui';
import { traceMessages as messages } from '../../messages/trace.ts';
import { PIPES } from '../../state/selected.ts';
import { openTool, setListed } from '../../state.ts';
import { useAnswer } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { CriticalNames } from './CriticalNames.tsx';
import { idOf, networkOf, useChanges, useSelectedKeys } from './use-traced.ts';

/** Who is without supply when the selected devices are out: pumps, transformers, feeders. */
export function OutageTrace() {
  const store = useAppStore();
  const say = useText();
  const selected = useSelectedKeys();
  const network = networkOf(selected[0]);
  const out = useMemo(
    () => selected.filter((key) => networkOf(key) === network),
    [selected, network],
  );
  const changes = useChanges(network);
  const answer = useAnswer('outage', out.length === 0 ? undefined : { out, changes });
  const outage = answer.value;
  useToolMarks(useMemo(() => outage && { noSupply: outage.noSupply }, [outage]));
  if (out.length === 0) {
    return (
      <EmptyState
        icon="bolt"
        title={say(messages.select)}
        action={
          <Button
            icon="list"
            onClick={() => {
              setListed(store, 'devices');
              openTool(store, '');
              openCard(store, PIPES);
            }}
          >
            {say(messages.outDevices)}
          </Button>
        }
      />
    );
  }
  if (answer.failure) {
    return (
      <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
        {answer.failure}
      </ErrorState>
    );
  }
  if (!outage) return <Skeleton lines={4} />;
  return (
    <Stack>
      <Note>{out.map(idOf).join(', ')}</Note>
      <Stat
        label={say(messages.lost)}
        value={outage.customers}
        unit={say(messages.customersUnit)}
      />
      {outage.customers === 0 && <Note kind="faint">{say(messages.noneLost)}</Note>}
      <CriticalNames critical={outage.critical} />
    </Stack>
  );
}
