import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './layout.module.css';

interface RowProps {
  readonly gap?: 'none' | 's' | 'm' | 'l';
  /** Where the children go along the row. */
  readonly spread?: 'start' | 'between' | 'end';
  /** Where they stand across it. */
  readonly align?: 'start' | 'middle' | 'baseline' | 'stretch';
  readonly isWrapping?: boolean;
  /** Every child takes the same width. */
  readonly isEven?: boolean;
  readonly children: ReactNode;
}

/** Side by side. */
export function Row({
  gap = 'm',
  spread = 'start',
  align = 'middle',
  isWrapping = false,
  isEven = false,
  children,
}: RowProps) {
  return (
    <div
      className={classNames(
        styles.row,
        styles[gap],
        spread !== 'start' && styles[spread],
        align !== 'middle' && styles[`align-${align}`],
        isWrapping && styles.wrapping,
        isEven && styles.even,
      )}
    >
      {children}
    </div>
  );
}
