import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface CellLinesProps {
  readonly first: ReactNode;
  readonly others: readonly ReactNode[];
}

/** A cell of several lines, where a card is too narrow for more columns; it makes its column no wider. */
export function CellLines({ first, others }: CellLinesProps) {
  return (
    <span className={styles.lines}>
      <span className={styles.line}>{first}</span>
      {others.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <span key={at} className={`${styles.line} ${styles.small}`}>
          {line}
        </span>
      ))}
    </span>
  );
}
