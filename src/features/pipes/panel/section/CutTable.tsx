import { utilityNetworks } from '#model/utility-network.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable } from '#ui';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { messages } from './messages.ts';
import type { CutRow } from './section-table.ts';

interface CutTableProps {
  readonly rows: readonly CutRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly write: (metres: number) => string;
}

/** What the line meets, in its order; Enter flies to the pipe. */
export function CutTable({ rows, chosen, onChoose, write }: CutTableProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const length = (id: string, title: string, value: (row: CutRow) => number) => ({
    ...{ id, title, value },
    align: 'end' as const,
    width: '5.5rem',
    render: (row: CutRow) => (Number.isFinite(value(row)) ? write(value(row)) : '–'),
  });
  return (
    <DataTable
      label={say(messages.cross)}
      rows={rows}
      rowId={({ key }) => key}
      selectedIds={new Set(chosen === undefined ? [] : [chosen])}
      onSelectionChange={(ids) => onChoose([...ids][0])}
      onActivate={({ key }) => line && void showElement(store, line, key)}
      height="14rem"
      columns={[
        length('along', say(messages.along), ({ alongM }) => alongM),
        {
          id: 'pipe',
          title: say(messages.pipe),
          width: 'minmax(7rem, 1fr)',
          value: ({ id }) => id,
        },
        {
          id: 'utility',
          title: say(messages.utility),
          width: '7rem',
          value: ({ utility }) => say(utilityNetworks[utility]),
        },
        length('size', say(messages.diameter), ({ outerHeightM }) => outerHeightM),
        length('level', say(messages.level), ({ axisM }) => axisM),
        length('cover', say(messages.cover), ({ coverM }) => coverM),
        length('gap', say(messages.gap), ({ gapM }) => gapM),
      ]}
    />
  );
}
