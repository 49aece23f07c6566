import type { ReactNode } from 'react';
import styles from './AppBar.module.css';

interface AppBarProps {
  readonly start?: ReactNode;
  readonly middle?: ReactNode;
  readonly end?: ReactNode;
}

/** The one bar on top. */
export function AppBar({ start, middle, end }: AppBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.start}>{start}</div>
      <div className={styles.middle}>{middle}</div>
      <div className={styles.end}>{end}</div>
    </header>
  );
}
