import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, useKit } from '#ui';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { messages } from './messages.ts';
import type { SpanRow } from './section-table.ts';

interface SpanTableProps {
  readonly rows: readonly SpanRow[];
  readonly write: (metres: number) => string;
  readonly onChoose: (alongM: number) => void;
}

/** Pipe after pipe; Enter flies there. */
export function SpanTable({ rows, write, onChoose }: SpanTableProps) {
  const say = useText();
  const { language } = useKit();
  const store = useAppStore();
  const line = useLine();
  const length = (id: string, title: string, value: (row: SpanRow) => number) => ({
    ...{ id, title, value },
    align: 'end' as const,
    width: '5.5rem',
    render: (row: SpanRow) => write(value(row)),
  });
  return (
    <DataTable
      label={say(messages.long)}
      rows={rows}
      rowId={({ key }) => key}
      height="14rem"
      onSelectionChange={(ids) => {
        const row = rows.find(({ key }) => ids.has(key));
        if (row) onChoose(row.startM);
      }}
      onActivate={({ key }) => line && void showElement(store, line, key)}
      columns={[
        length('station', say(messages.station), ({ startM }) => startM),
        {
          id: 'pipe',
          title: say(messages.pipe),
          width: 'minmax(7rem, 1fr)',
          value: ({ id }) => id,
        },
        length('size', say(messages.diameter), ({ innerM }) => innerM),
        length('invert', say(messages.invert), ({ startInvertM }) => startInvertM),
        {
          id: 'slope',
          title: say(messages.slope),
          align: 'end',
          width: '5rem',
          value: ({ slope }) => slope,
          render: ({ slope }) => `${formatNumber(slope * 1000, language, { decimals: 1 })} ‰`,
        },
        length('cover', say(messages.cover), ({ leastCoverM }) => leastCoverM),
      ]}
    />
  );
}
