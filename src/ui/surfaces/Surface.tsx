import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Surface.module.css';

interface SurfaceProps {
  readonly isPadded?: boolean;
  readonly children: ReactNode;
}

/** A plain plate over the globe. */
export function Surface({ isPadded = true, children }: SurfaceProps) {
  return <div className={classNames(styles.surface, isPadded && styles.padded)}>{children}</div>;
}
