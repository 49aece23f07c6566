import type { ReactNode } from 'react';
import styles from './ButtonGrid.module.css';

/** Buttons in two even columns; the last one takes the line where it would stand alone. */
export function ButtonGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
