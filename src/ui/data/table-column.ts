import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly align?: 'start' | 'end';
  /** CSS grid track; `minmax(6rem, 1fr)` where absent. */
  readonly width?: string;
  /** What the column sorts by, and shows unless `render` draws it. */
  readonly value: (row: Row) => string | number | undefined;
  readonly render?: (row: Row) => ReactNode;
}
