import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './type.module.css';

interface NoteProps {
  readonly kind?: 'body' | 'faint' | 'number';
  readonly children: ReactNode;
}

/** A paragraph: plain, faint beside something, or figures that line up. */
export function Note({ kind = 'body', children }: NoteProps) {
  return <p className={classNames(styles.note, styles[kind])}>{children}</p>;
}
