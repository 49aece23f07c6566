import { useText } from '#store/use-store.tsx';
import { DataTable, EmptyState, ErrorState, Note, Skeleton, Stack, StatusBadge } from '#ui';
import { traceMessages as messages } from '../../messages/trace.ts';
import { elementOf, PIPES } from '../../state/selected.ts';
import { useAnswer } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';
import { idOf, networkOf, useSelectedKeys, useSolvedAt } from './use-traced.ts';

/** How much of what arrives at the selected node comes from each source. */
export function SourceShares() {
  const say = useText();
  const quantity = useQuantity();
  const [key] = useSelectedKeys();
  const isLink = key !== undefined && elementOf({ feature: PIPES, id: key })?.kind === 'link';
  // A pipe is asked at its end.
  const details = useAnswer('details', isLink ? { key } : undefined);
  const end = details.value?.neighbours.find(({ role }) => role === 'to')?.key;
  const node = isLink ? end : key;
  const solvedAt = useSolvedAt(networkOf(key));
  const answer = useAnswer('sourceShare', node === undefined ? undefined : { node }, solvedAt);
  if (key === undefined) return <EmptyState icon="pointer" title={say(messages.select)} />;
  if (answer.failure) {
    return (
      <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
        {answer.failure}
      </ErrorState>
    );
  }
  if (answer.isWaiting && !answer.value) return <Skeleton lines={4} />;
  if (!answer.value) return <EmptyState icon="droplet" title={say(messages.noFlow)} />;
  return (
    <Stack>
      <Note>{idOf(answer.value.node)}</Note>
      <StatusBadge isPlain tone="simulated" word={say(messages.by.flow)} />
      <DataTable
        label={say(messages.questions.sources)}
        rows={answer.value.shares}
        rowId={({ source }) => source.key}
        height="12rem"
        columns={[
          { id: 'source', title: say(messages.source), value: ({ source }) => source.id },
          {
            id: 'share',
            title: say(messages.share),
            align: 'end',
            width: '6rem',
            value: ({ share }) => share,
            render: ({ share }) => quantity(share * 100, '%', { decimals: 1 }),
          },
        ]}
      />
    </Stack>
  );
}
