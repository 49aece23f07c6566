import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { localeOf, useKit } from '../kit-context.ts';
import styles from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { sortRows, type TableSort } from './sort-rows.ts';
import type { TableColumn } from './table-column.ts';
import { useRowWindow } from './use-row-window.ts';

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selectedIds?: ReadonlySet<string>;
  /** Space, Shift and Ctrl extend the selection. */
  readonly onSelectionChange?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double click, e.g. to fly there. */
  readonly onActivate?: (row: Row) => void;
  readonly initialSort?: TableSort;
  /** Where the caller sorts, because rows change under the reader: the rows come in this order. */
  readonly sort?: TableSort;
  readonly onSortChange?: (sort: TableSort | undefined) => void;
  /** Rows in sight; the rest scrolls. */
  readonly height?: string;
  /** Lines of a row: more where a narrow place has to say much. */
  readonly lines?: 1 | 2 | 3;
  /** Stands in place of the rows: an EmptyState, an ErrorState, a Skeleton. */
  readonly instead?: ReactNode;
}

/** A sortable table that draws only the rows in sight, so that 100,000 scroll like ten. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowId,
  selectedIds,
  onSelectionChange,
  onActivate,
  initialSort,
  sort: givenSort,
  onSortChange,
  height = '20rem',
  lines = 1,
  instead,
}: DataTableProps<Row>) {
  const { language } = useKit();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const [ownSort, setOwnSort] = useState(initialSort);
  const [active, setActive] = useState<{ readonly index: number; readonly id: string }>();
  const [anchor, setAnchor] = useState(0);

  const sort = givenSort ?? ownSort;

  const sorted = useMemo(() => {
    if (givenSort) return rows;
    const column = columns.find((candidate) => candidate.id === sort?.column);
    return column && sort ? sortRows(rows, column.value, sort.direction, localeOf(language)) : rows;
  }, [rows, columns, givenSort, sort, language]);
  const visible = useRowWindow(scroller, probe, sorted.length);
  const current = findActive(sorted, active, rowId);

  const activate = (index: number) => {
    const row = sorted[index];
    if (row !== undefined) setActive({ index, id: rowId(row) });
  };

  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = index * visible.rowPx;
    const page = element.clientHeight - visible.rowPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + visible.rowPx > element.scrollTop + page) {
      element.scrollTop = top + visible.rowPx - page;
    }
  };

  const select = (
    index: number,
    event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  ) => {
    activate(index);
    if (!onSelectionChange) return;
    const ids = (from: number, to: number) => sorted.slice(from, to + 1).map(rowId);
    if (event.shiftKey) {
      onSelectionChange(new Set(ids(Math.min(anchor, index), Math.max(anchor, index))));
      return;
    }
    setAnchor(index);
    const [chosen] = ids(index, index);
    if (chosen === undefined) return;
    const next = new Set(event.ctrlKey || event.metaKey ? selectedIds : []);
    if (selectedIds?.has(chosen) && (event.ctrlKey || event.metaKey)) next.delete(chosen);
    else next.add(chosen);
    onSelectionChange(next);
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / visible.rowPx) - 2);
    const last = sorted.length - 1;
    const targets: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const row = sorted[current];
    if (target !== undefined) {
      const index = Math.min(last, Math.max(0, target));
      event.preventDefault();
      activate(index);
      reveal(index);
      if (event.shiftKey) select(index, event);
    } else if (event.key === ' ') {
      event.preventDefault();
      select(current, { shiftKey: event.shiftKey, ctrlKey: true, metaKey: false });
    } else if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onActivate?.(row);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelectionChange) {
      event.preventDefault();
      onSelectionChange(new Set(sorted.map(rowId)));
    }
  };

  const tracks = columns.map((column) => column.width ?? 'minmax(6rem, 1fr)').join(' ');
  return (
    <div className={styles.frame}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a table element can't draw only some of its rows. */}
      <div
        ref={scroller}
        className={styles.table}
        style={
          {
            maxBlockSize: height,
            '--tracks': tracks,
            '--row-lines': lines,
          } as React.CSSProperties
        }
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable={onSelectionChange ? true : undefined}
        aria-activedescendant={sorted.length > 0 && !instead ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={handleKey}
      >
        <DataTableHead columns={columns} sort={sort} onSort={onSortChange ?? setOwnSort} />
        <div ref={probe} className={styles.probe} aria-hidden />
        {!instead && (
          <div
            className={styles.rows}
            role="rowgroup"
            style={{ blockSize: sorted.length * visible.rowPx }}
          >
            {sorted.slice(visible.start, visible.end).map((row, offset) => {
              const index = visible.start + offset;
              const key = rowId(row);
              return (
                <DataTableRow
                  key={key}
                  id={`${id}-${index}`}
                  row={row}
                  columns={columns}
                  index={index}
                  topPx={index * visible.rowPx}
                  isActive={index === current}
                  isSelected={selectedIds?.has(key)}
                  onSelect={(event) => select(index, event)}
                  onActivate={() => onActivate?.(row)}
                />
              );
            })}
          </div>
        )}
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above. */}
      {instead && <div className={styles.instead}>{instead}</div>}
    </div>
  );
}

/** Where the active row stands now: a row that was sorted elsewhere takes the focus along. */
function findActive<Row>(
  rows: readonly Row[],
  active: { readonly index: number; readonly id: string } | undefined,
  rowId: (row: Row) => string,
): number {
  const last = rows.length - 1;
  if (!active) return Math.min(0, last);
  const row = rows[active.index];
  if (row !== undefined && rowId(row) === active.id) return active.index;
  const moved = rows.findIndex((one) => rowId(one) === active.id);
  return moved === -1 ? Math.min(active.index, last) : moved;
}
