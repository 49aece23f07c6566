import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, Note, PropertySection, type TableColumn } from '#ui';
import type { DrainageNotable, DrainageRun } from '../../contract/drainage.ts';
import { MomentCell } from '../MomentCell.tsx';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useQuantity, useSpan } from '../use-words.ts';
import { messages } from './messages.ts';

interface NotableTableProps {
  readonly run: DrainageRun;
  readonly kind: 'flooded' | 'surcharged';
}

/** Nodes that overflow, or whose pipes stand under pressure; Enter flies to one. */
export function NotableTable({ run, kind }: NotableTableProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  const span = useSpan();
  const isFlood = kind === 'flooded';
  const title = isFlood
    ? messages.floodedNodes(run.floodedNodes)
    : messages.surchargedNodes(run.surchargedNodes);
  const rows = run[kind];
  const node: TableColumn<DrainageNotable> = {
    id: 'node',
    title: say(messages.node),
    width: 'minmax(5rem, 1fr)',
    value: ({ id }) => id,
  };
  const flood: readonly TableColumn<DrainageNotable>[] = [
    {
      id: 'volume',
      title: say(messages.volume),
      align: 'end',
      width: '5rem',
      value: ({ floodedM3 }) => floodedM3,
      render: ({ floodedM3 }) => quantity(floodedM3, 'm³', { decimals: 1 }),
    },
    {
      id: 'began',
      title: say(messages.began),
      width: '8rem',
      value: ({ beganS }) => beganS,
      render: ({ beganS }) => <MomentCell timeMs={run.startMs + beganS * 1000} />,
    },
  ];
  const lasts: TableColumn<DrainageNotable> = {
    id: 'lasts',
    title: say(messages.lasts),
    align: 'end',
    width: '5rem',
    value: (row) => (isFlood ? row.floodedS : row.surchargedS),
    render: (row) => span(isFlood ? row.floodedS : row.surchargedS),
  };
  return (
    <PropertySection title={say(title)} isFree>
      {rows.length === 0 ? (
        isFlood && <Note kind="faint">{say(messages.noFlood)}</Note>
      ) : (
        <DataTable
          label={say(title)}
          rows={rows}
          rowId={({ key }) => key}
          height="14rem"
          lines={isFlood ? 2 : 1}
          onActivate={({ key }) => line && void showElement(store, line, key)}
          columns={isFlood ? [node, ...flood, lasts] : [node, lasts]}
        />
      )}
    </PropertySection>
  );
}
