import type { ReactNode } from 'react';
import styles from './SheetHead.module.css';

interface SheetHeadProps {
  readonly title: string;
  readonly subtitle: string;
  /** What the sheet is of and when. */
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}

/** Top of a printed sheet. */
export function SheetHead({ title, subtitle, facts }: SheetHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        <p>{subtitle}</p>
      </div>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
