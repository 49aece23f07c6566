import type { ReactNode } from 'react';
import styles from './StatusBar.module.css';

interface StatusBarProps {
  readonly start?: ReactNode;
  readonly end?: ReactNode;
}

/** The quiet line at the bottom. */
export function StatusBar({ start, end }: StatusBarProps) {
  return (
    <footer className={styles.bar}>
      <div className={styles.group}>{start}</div>
      <div className={styles.group}>{end}</div>
    </footer>
  );
}
