import type { ReactNode } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './Inspector.module.css';

interface InspectorProps {
  readonly icon: IconName;
  readonly title: string;
  /** What kind of thing it is, and its id. */
  readonly subtitle?: ReactNode;
  readonly badges?: ReactNode;
  /** What can be done with it: zoom to, hide, share. */
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
  /** PropertySection after PropertySection. */
  readonly children: ReactNode;
}

/** The same sheet for a building, a valve, a sensor, an incident. */
export function Inspector({
  icon,
  title,
  subtitle,
  badges,
  actions,
  onClose,
  children,
}: InspectorProps) {
  const say = useWord();
  return (
    <aside className={styles.inspector} aria-label={title}>
      <header className={styles.head}>
        <span className={styles.icon}>
          <Icon name={icon} size="l" />
        </span>
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
          {badges && <div className={styles.badges}>{badges}</div>}
        </div>
        {onClose && <IconButton size="s" icon="close" label={say('close')} onClick={onClose} />}
      </header>
      {actions && <div className={styles.actions}>{actions}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}
