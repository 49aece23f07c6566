import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './type.module.css';

interface HeadingProps {
  readonly level?: 1 | 2 | 3 | 4;
  readonly children: ReactNode;
}

export function Heading({ level = 3, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return <Tag className={classNames(styles.heading, styles[Tag])}>{children}</Tag>;
}
