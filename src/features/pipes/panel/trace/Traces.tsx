import { useMemo } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, ErrorState, Note, Row, Skeleton, Stack, Stat } from '#ui';
import type { Trace, TraceKind } from '../../contract/answers.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { showLongSection } from '../../state/section.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { CriticalNames } from './CriticalNames.tsx';
import { idOf, networkOf, useChanges, useSelectedKeys, useSolvedAt } from './use-traced.ts';

export const DownstreamTrace = () => <OneTrace kind="downstream" />;
export const UpstreamTrace = () => <OneTrace kind="upstream" />;
export const ConnectedTrace = () => <OneTrace kind="connected" />;

function OneTrace({ kind }: { readonly kind: TraceKind }) {
  const say = useText();
  const [from] = useSelectedKeys();
  const network = networkOf(from);
  const changes = useChanges(network);
  const solvedAt = useSolvedAt(kind === 'connected' ? undefined : network);
  const answer = useAnswer(
    'trace',
    from === undefined ? undefined : { from, kind, changes },
    solvedAt,
  );
  const trace = answer.value;
  useToolMarks(useMemo(() => trace && { marked: trace.indices }, [trace]));
  if (from === undefined) return <EmptyState icon="pointer" title={say(messages.select)} />;
  if (answer.failure) {
    return (
      <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
        {answer.failure}
      </ErrorState>
    );
  }
  if (!trace) return <Skeleton lines={5} />;
  return <TraceResult trace={trace} />;
}

const MOST_ENDS = 12;

function TraceResult({ trace }: { readonly trace: Trace }) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const { from, kind, by, links, nodes, lengthM, customers, critical, ends } = trace;
  return (
    <Stack>
      <Note>
        {say(messages.begins(idOf(from)))} · {say(messages.by[by])}
      </Note>
      <Row gap="m" isEven>
        <Stat label={say(messages.length)} value={lengthM / 1000} unit="km" decimals={2}>
          {say(messages.found(links, nodes))}
        </Stat>
        <Stat label={say(messages.customers)} value={customers} />
      </Row>
      {kind !== 'connected' && links > 0 && (
        <Button
          icon="section"
          onClick={() => showLongSection(store, { along: kind, from: undefined, to: undefined })}
        >
          {say(messages.longSection)}
        </Button>
      )}
      <CriticalNames critical={critical} />
      {ends.length > 0 && (
        <Stack gap="s">
          <Note>{say(messages.ends)}</Note>
          <Row gap="s" isWrapping>
            {ends.slice(0, MOST_ENDS).map(({ key, id }) => (
              <Button
                key={key}
                size="m"
                icon="focus"
                onClick={() => line && void showElement(store, line, key)}
              >
                {id}
              </Button>
            ))}
          </Row>
        </Stack>
      )}
    </Stack>
  );
}
