import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import styles from './ItemList.module.css';

interface ItemListProps {
  readonly label: string;
  /** `ItemRow`s. */
  readonly children: ReactNode;
}

/** Things that a person made or may act on, few enough to need no table. */
export function ItemList({ label, children }: ItemListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface ItemRowProps {
  /** What kind of thing it is: an icon, or a badge where its state says more. */
  readonly lead: IconName | { readonly badge: ReactNode };
  readonly name: string;
  /** Facts in a line; what is false is left out. */
  readonly details?: readonly (string | false | undefined)[];
  /** Below the facts: a badge, a button. */
  readonly more?: ReactNode;
  /** Small buttons at the end of the row. */
  readonly actions?: ReactNode;
  /** Below the row: its faults, its editor. */
  readonly children?: ReactNode;
}

export function ItemRow({ lead, name, details = [], more, actions, children }: ItemRowProps) {
  const facts = details.filter(Boolean);
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <span className={styles.lead}>
          {typeof lead === 'string' ? <Icon name={lead} /> : lead.badge}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          {facts.length > 0 && <span className={styles.detail}>{facts.join(' · ')}</span>}
          {more && <span>{more}</span>}
        </span>
        <span className={styles.actions}>{actions}</span>
      </div>
      {children}
    </li>
  );
}
