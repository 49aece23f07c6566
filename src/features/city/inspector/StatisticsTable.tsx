import { useAppState, useText } from '#store/use-store.tsx';
import { DataTable, Quantity, type TableColumn } from '#ui';
import type { ColumnStatistics } from '../contract.ts';
import { messages } from '../messages.ts';
import { findColumn, labelOf, numberFormatOf, selectColumns } from '../state/attributes.ts';

interface StatisticsTableProps {
  readonly label: string;
  readonly columns: readonly ColumnStatistics[];
}

const MEASURES = ['count', 'mean', 'min', 'max', 'sum'] as const;
const MOST_ROWS = 10;

/** One row an attribute: how many have it, and what their values add up to. */
export function StatisticsTable({ label, columns }: StatisticsTableProps) {
  const say = useText();
  const known = useAppState(selectColumns);
  const metaOf = (name: string) => findColumn(known, name);
  const measures = MEASURES.map(
    (measure): TableColumn<ColumnStatistics> => ({
      id: measure,
      title: say(messages[measure]),
      align: 'end',
      width: 'minmax(3.75rem, 1fr)',
      value: (row) => row[measure],
      render: (row) => {
        const meta = metaOf(row.column);
        const isYear = meta?.role === 'year' && measure !== 'count' && measure !== 'sum';
        return (
          <Quantity
            value={row[measure]}
            unit={measure === 'count' ? '' : (meta?.unit ?? '')}
            {...(isYear && numberFormatOf(meta))}
          />
        );
      },
    }),
  );
  return (
    <DataTable
      label={label}
      columns={[
        {
          id: 'attribute',
          title: say(messages.attribute),
          width: 'minmax(6rem, 1.4fr)',
          value: ({ column }) => {
            const meta = metaOf(column);
            return meta ? say(labelOf(meta)) : column;
          },
        },
        ...measures,
      ]}
      rows={columns}
      rowId={({ column }) => column}
      // One row for the head, one for the bar that scrolls sideways.
      height={`calc(${Math.min(MOST_ROWS, columns.length) + 2} * var(--row))`}
    />
  );
}
