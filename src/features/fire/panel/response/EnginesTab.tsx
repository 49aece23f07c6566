import { clockText } from '#model/span.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, EmptyState, Note, Stack } from '#ui';
import { CellLines } from '../CellLines.tsx';
import { lookAt } from '../look-at.ts';
import { messages, roleNames } from './messages.ts';
import { SendButton } from './SendButton.tsx';
import { useDispatch, useTarget, useUnits } from './use-response.ts';
import { type FoundEngine, useSending } from './use-sending.ts';

/** Which engine is there when; the ways are on the globe. */
export function EnginesTab() {
  const say = useText();
  const store = useAppStore();
  const { kilometres } = useUnits();
  const dispatch = useDispatch();
  const target = useTarget();
  const { engines, dueS } = useSending();
  if (!target) {
    return (
      <EmptyState icon="fire-engine" title={say(messages.noTarget)}>
        {say(messages.noTargetWhy)}
      </EmptyState>
    );
  }
  const thereText = (engine: FoundEngine) => {
    const due = dueS(engine);
    if (due === undefined) return say(clockText(engine.arriveS));
    return due <= 0 ? say(messages.isThere) : say(messages.inTime(clockText(due)));
  };
  return (
    <Stack gap="s">
      <SendButton />
      <DataTable
        label={say(messages.engines)}
        rows={engines}
        rowId={({ id }) => id}
        height="17rem"
        lines={2}
        initialSort={{ column: 'arrives', direction: 'ascending' }}
        onActivate={({ line }) => line[0] && lookAt(store, line[0])}
        instead={
          dispatch && engines.length === 0 ? (
            <EmptyState icon="fire-engine" title={say(messages.noEngines)}>
              {say(messages.noEnginesWhy)}
            </EmptyState>
          ) : undefined
        }
        columns={[
          {
            id: 'name',
            title: say(messages.engine),
            width: 'minmax(0, 1fr)',
            value: ({ name }) => name,
            render: ({ name, role, distanceM }) => (
              <CellLines
                first={name}
                others={[`${say(roleNames[role])} · ${kilometres(distanceM)}`]}
              />
            ),
          },
          {
            id: 'arrives',
            title: say(messages.arrives),
            align: 'end',
            width: '7rem',
            value: ({ arriveS }) => arriveS,
            render: thereText,
          },
        ]}
      />
      <Note kind="faint">
        {say(messages.afterWhat)}{' '}
        {dispatch && dispatch.closed > 0 && say(messages.goesRound(dispatch.closed))}
      </Note>
    </Stack>
  );
}
