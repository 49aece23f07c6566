import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import styles from './StatusBar.module.css';

interface StatusItemProps {
  /** What the value is; shown on hover, read out. */
  readonly label: string;
  readonly icon?: IconName;
  /** Makes it a button, e.g. to turn coordinates into another form. */
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** One figure of the status bar. */
export function StatusItem({ label, icon, onClick, children }: StatusItemProps) {
  const content = (
    <>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </>
  );
  return onClick ? (
    <button type="button" className={styles.item} title={label} onClick={onClick}>
      {content}
    </button>
  ) : (
    <span className={styles.item} title={label}>
      {content}
    </span>
  );
}
