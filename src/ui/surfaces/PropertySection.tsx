import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useTurn } from '../use-turn.ts';
import styles from './PropertySection.module.css';

interface PropertySectionProps {
  readonly title: string;
  /** Small print beside the title, e.g. how many rows. */
  readonly aside?: ReactNode;
  readonly isInitiallyOpen?: boolean;
  /** PropertyRow after PropertyRow, or anything else. */
  readonly children: ReactNode;
  /** For what is no list of rows: a chart, a table, an empty state. */
  readonly isFree?: boolean;
  /** What stands below the rows and is none: buttons, a form. */
  readonly footer?: ReactNode;
}

/** A group of an inspector that folds away. */
export function PropertySection({
  title,
  aside,
  isInitiallyOpen = true,
  children,
  isFree = false,
  footer,
}: PropertySectionProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(isInitiallyOpen);
  // What somebody opens comes at once; what stands open from the start keeps nobody waiting.
  const isDue = useTurn(!isInitiallyOpen);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen && isDue ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.chevron}>
            <Icon name="chevron-right" size="s" />
          </span>
          {title}
          {aside && <span className={styles.aside}>{aside}</span>}
        </button>
      </h3>
      {isOpen &&
        isDue &&
        (isFree ? (
          <div className={styles.free} id={id}>
            {children}
          </div>
        ) : (
          <dl className={styles.rows} id={id}>
            {children}
          </dl>
        ))}
      {isOpen && isDue && footer && <div className={styles.free}>{footer}</div>}
    </section>
  );
}
