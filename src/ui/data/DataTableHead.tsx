import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './DataTable.module.css';
import type { TableSort } from './sort-rows.ts';
import type { TableColumn } from './table-column.ts';

interface DataTableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: TableSort | undefined;
  readonly onSort: (sort: TableSort | undefined) => void;
}

/** Titles that sort: ascending, descending, as it came. */
export function DataTableHead<Row>({ columns, sort, onSort }: DataTableHeadProps<Row>) {
  const turn = (column: string) => {
    if (sort?.column !== column) onSort({ column, direction: 'ascending' });
    else if (sort.direction === 'ascending') onSort({ column, direction: 'descending' });
    else onSort(undefined);
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    // biome-ignore lint/a11y/useSemanticElements: part of a grid of divs.
    <div className={styles.head} role="row" aria-rowindex={1}>
      {columns.map((column) => {
        const direction = sort?.column === column.id ? sort.direction : undefined;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
          // biome-ignore lint/a11y/useSemanticElements: part of a grid of divs.
          <div
            key={column.id}
            className={classNames(styles.title, column.align === 'end' && styles.end)}
            role="columnheader"
            aria-sort={direction ?? 'none'}
          >
            <button type="button" className={styles.sorter} onClick={() => turn(column.id)}>
              <span className={styles.name}>{column.title}</span>
              {column.unit && <span className={styles.unit}>{column.unit}</span>}
              <span className={classNames(styles.sign, direction && styles.sorted)}>
                <Icon
                  name={
                    direction === 'descending'
                      ? 'arrow-down'
                      : direction === 'ascending'
                        ? 'arrow-up'
                        : 'sort'
                  }
                  size="s"
                />
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
}
