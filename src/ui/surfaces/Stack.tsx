import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './layout.module.css';

interface StackProps {
  readonly gap?: 'none' | 's' | 'm' | 'l';
  readonly children: ReactNode;
}

/** One below the other. */
export function Stack({ gap = 'm', children }: StackProps) {
  return <div className={classNames(styles.stack, styles[gap])}>{children}</div>;
}
