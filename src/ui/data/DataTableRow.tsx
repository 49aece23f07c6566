import type { MouseEvent } from 'react';
import { classNames } from '../class-names.ts';
import styles from './DataTable.module.css';
import type { TableColumn } from './table-column.ts';

interface DataTableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly TableColumn<Row>[];
  /** Its place among the sorted rows, from 0. */
  readonly index: number;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isSelected: boolean | undefined;
  readonly onSelect: (event: MouseEvent) => void;
  readonly onActivate: () => void;
}

/** One row; the grid around it holds the focus, takes the keys and names the active row. */
export function DataTableRow<Row>({
  id,
  row,
  columns,
  index,
  topPx,
  isActive,
  isSelected,
  onSelect,
  onActivate,
}: DataTableRowProps<Row>) {
  return (
    // biome-ignore-start lint/a11y: a table element can't draw only some of its rows; the grid has focus and keys.
    <div
      id={id}
      className={classNames(styles.row, isActive && styles.active)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ insetBlockStart: topPx }}
      onClick={onSelect}
      onDoubleClick={onActivate}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          className={classNames(styles.cell, column.align === 'end' && styles.end)}
          role="gridcell"
        >
          {column.render ? column.render(row) : (column.value(row) ?? '–')}
        </div>
      ))}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}
