import { Icon } from '../icons/Icon.tsx';
import styles from './Breadcrumbs.module.css';

export interface Crumb {
  readonly id: string;
  readonly label: string;
  /** All of a name that the label shortens. */
  readonly title?: string;
  /** Goes there; the last one is where we are. */
  readonly onSelect?: () => void;
}

interface BreadcrumbsProps {
  readonly label: string;
  readonly items: readonly Crumb[];
}

/** Where on earth the view is, from the city down. */
export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className={styles.crumbs}>
      <ol className={styles.list}>
        {items.map((crumb, at) => {
          const isLast = at === items.length - 1;
          return (
            <li key={crumb.id} className={styles.item}>
              {at > 0 && <Icon name="chevron-right" size="s" />}
              {crumb.onSelect && !isLast ? (
                <button type="button" className={styles.link} onClick={crumb.onSelect}>
                  {crumb.label}
                </button>
              ) : (
                <span className={styles.here} aria-current={isLast ? 'location' : undefined}>
                  {crumb.label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
