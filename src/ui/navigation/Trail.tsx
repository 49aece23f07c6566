import { CutLabel } from '../data/CutLabel.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { Crumb } from './Breadcrumbs.tsx';
import styles from './Trail.module.css';

interface TrailProps {
  readonly label: string;
  /** From the whole down to what the thing is in; the thing itself stands elsewhere. */
  readonly items: readonly Crumb[];
}

/** What a thing is part of, in small print that wraps; each step leads there. */
export function Trail({ label, items }: TrailProps) {
  return (
    <nav aria-label={label}>
      <ol className={styles.trail}>
        {items.map((crumb, at) => (
          <li key={crumb.id} className={styles.step}>
            {at > 0 && <Icon name="chevron-right" size="s" />}
            {crumb.onSelect ? (
              <button
                type="button"
                className={styles.link}
                title={crumb.title ?? crumb.label}
                onClick={crumb.onSelect}
              >
                <CutLabel text={crumb.label} />
              </button>
            ) : (
              <span className={styles.link} title={crumb.title ?? crumb.label}>
                <CutLabel text={crumb.label} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
