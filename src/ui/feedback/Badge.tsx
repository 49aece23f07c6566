import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Badge.module.css';
import tones from './tone.module.css';
import type { Tone } from './tone.ts';

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A word or a count beside what it belongs to. */
export function Badge({ tone = 'off', children }: BadgeProps) {
  return <span className={classNames(styles.badge, tones[tone])}>{children}</span>;
}
