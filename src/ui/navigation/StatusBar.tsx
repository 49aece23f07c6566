import type { ReactNode } from 'react';
import styles from './StatusBar.module.css';

interface StatusBarProps {
  readonly label: string;
  readonly start?: ReactNode;
  readonly end?: ReactNode;
}

/** The quiet line at the bottom. */
export function StatusBar({ label, start, end }: StatusBarProps) {
  return (
    <footer className={styles.bar} aria-label={label}>
      <div className={styles.group}>{start}</div>
      <div className={styles.group}>{end}</div>
    </footer>
  );
}
