import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, DataTable, EmptyState, formatNumber, Note, Skeleton, Stack } from '#ui';
import type { RoadClosure } from '../../contract/impact.ts';
import { useSince } from '../use-flood.ts';
import { messages } from './messages.ts';
import { selectStreet } from './select-hit.ts';
import { useHits, useLanguage } from './use-impact.ts';

const MOST = 500;

/** Streets that water closed, with the windows in which cars and fire engines can't pass. */
export function StreetsTab() {
  const say = useText();
  const store = useAppStore();
  const language = useLanguage();
  const since = useSince();
  const { answer, failure } = useHits({ lists: ['closures'], most: MOST });
  const rows = answer?.closures ?? [];
  const write = (value: number, decimals: number) => formatNumber(value, language, { decimals });
  const windowsOf = (closure: RoadClosure, to: 'car' | 'engine') =>
    closure.windows
      .filter((window) => window.to === to)
      .map(({ closedS, openS }) =>
        openS === undefined
          ? say(messages.since(since(closedS)))
          : say(messages.window(since(closedS), since(openS))),
      )
      .join(', ');
  return (
    <Stack gap="s">
      {failure && <Banner tone="warning" title={say(messages.failed(failure))} />}
      <DataTable
        label={say(messages.closures)}
        rows={rows}
        rowId={({ id }) => id}
        height="24rem"
        initialSort={{ column: 'cars', direction: 'ascending' }}
        onActivate={(closure) => selectStreet(store, closure)}
        instead={
          answer === undefined && !failure ? (
            <Skeleton lines={6} />
          ) : rows.length === 0 ? (
            <EmptyState icon="road" title={say(messages.noClosures)} />
          ) : undefined
        }
        columns={[
          {
            id: 'name',
            title: say(messages.name),
            width: 'minmax(8rem, 1fr)',
            value: ({ name }) => name,
          },
          {
            id: 'cars',
            title: say(messages.toCars),
            width: 'minmax(12rem, 1fr)',
            value: ({ closedCarS }) => closedCarS,
            render: (closure) => windowsOf(closure, 'car'),
          },
          {
            id: 'engines',
            title: say(messages.toEngines),
            width: 'minmax(12rem, 1fr)',
            value: ({ closedEngineS }) => closedEngineS,
            render: (closure) => windowsOf(closure, 'engine'),
          },
          {
            id: 'depth',
            title: say(messages.maxDepth),
            unit: 'm',
            align: 'end',
            width: '5rem',
            value: ({ maxDepthM }) => maxDepthM,
            render: ({ maxDepthM }) => write(maxDepthM, 2),
          },
          {
            id: 'speed',
            title: say(messages.speed),
            unit: 'km/h',
            align: 'end',
            width: '5.5rem',
            value: ({ speedKmh }) => speedKmh,
            render: ({ speedKmh }) => write(speedKmh, 0),
          },
          {
            id: 'length',
            title: say(messages.length),
            unit: 'm',
            align: 'end',
            width: '5rem',
            value: ({ lengthM }) => lengthM,
            render: ({ lengthM }) => write(lengthM, 0),
          },
        ]}
      />
      {answer && answer.closuresInAll > rows.length && (
        <Note kind="faint">
          {say(messages.some(write(rows.length, 0), write(answer.closuresInAll, 0)))}
        </Note>
      )}
      <Note kind="faint">{say(messages.roadRule)}</Note>
    </Stack>
  );
}
