import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Gallery.module.css';

interface ExhibitProps {
  /** Name of the part as it is exported. */
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One part of the kit in its states. */
export function Exhibit({ name, isWide = false, children }: ExhibitProps) {
  return (
    <article
      className={classNames(styles.exhibit, isWide && styles.wide)}
      id={name}
      data-exhibit={name}
    >
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.stage}>{children}</div>
    </article>
  );
}
