import { useMemo, useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, ErrorState, Note, Skeleton, Stack, Stat } from '#ui';
import type { PipeKey } from '../../contract.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { showLongSection } from '../../state/section.ts';
import { useAnswer } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { idOf, networkOf, useChanges, useSelectedKeys } from './use-traced.ts';

/** The shortest open way between two selected elements, or from one that was marked to the selected one. */
export function ShortestWay() {
  const say = useText();
  const store = useAppStore();
  const keys = useSelectedKeys();
  const [first, setFirst] = useState<PipeKey>();
  const [one, other] = keys;
  const from = keys.length >= 2 ? one : first;
  const to = keys.length >= 2 ? other : one === first ? undefined : one;
  const changes = useChanges(networkOf(from));
  const answer = useAnswer(
    'shortest',
    from === undefined || to === undefined ? undefined : { from, to, changes },
  );
  const way = answer.value;
  useToolMarks(useMemo(() => way && { marked: way.indices }, [way]));
  if (one === undefined && first === undefined) {
    return <EmptyState icon="pointer" title={say(messages.select)} />;
  }
  return (
    <Stack>
      {one !== undefined && one !== first && keys.length < 2 && (
        <Button size="l" icon="flag" isWide onClick={() => setFirst(one)}>
          {say(messages.markFirst)} · {idOf(one)}
        </Button>
      )}
      {from !== undefined && <Note>{say(messages.begins(idOf(from)))}</Note>}
      {from !== undefined && to === undefined && <Note kind="faint">{say(messages.needsTwo)}</Note>}
      {answer.failure && (
        <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
          {answer.failure}
        </ErrorState>
      )}
      {answer.isWaiting && !answer.failure && <Skeleton lines={2} />}
      {to !== undefined && !answer.isWaiting && !answer.failure && !way && (
        <Banner tone="warning" title={say(messages.noWay)} />
      )}
      {way && (
        <>
          <Stat label={say(messages.length)} value={way.lengthM} unit="m" decimals={0}>
            {say(messages.found(way.links, way.links + 1))}
          </Stat>
          <Button
            icon="section"
            onClick={() => showLongSection(store, { along: 'between', from, to })}
          >
            {say(messages.longSection)}
          </Button>
        </>
      )}
    </Stack>
  );
}
