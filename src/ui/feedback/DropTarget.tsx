import { Icon } from '../icons/Icon.tsx';
import styles from './DropTarget.module.css';

/** What the page shows while files hover over it. */
export function DropTarget({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.target}>
        <Icon name="import" size="xl" />
        <strong>{title}</strong>
        {hint && <span className={styles.hint}>{hint}</span>}
      </div>
    </div>
  );
}
