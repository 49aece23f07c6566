import { type ReactNode, useId } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  readonly icon?: IconName | undefined;
  /** Small print beside the title, e.g. a count. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly isCollapsed?: boolean;
  readonly onCollapsedChange?: (isCollapsed: boolean) => void;
  readonly onClose?: () => void;
  /** Without padding, for lists and tables that reach the edge. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A surface with a head that stays and a body that scrolls; as high as its place allows. */
export function Panel({
  title,
  icon,
  aside,
  actions,
  footer,
  isCollapsed = false,
  onCollapsedChange,
  onClose,
  isFlush = false,
  children,
}: PanelProps) {
  const id = useId();
  const say = useWord();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        {icon && (
          <span className={styles.icon}>
            <Icon name={icon} />
          </span>
        )}
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {aside && <span className={styles.aside}>{aside}</span>}
        <div className={styles.actions}>
          {actions}
          {onCollapsedChange && (
            <IconButton
              size="s"
              icon={isCollapsed ? 'chevron-down' : 'chevron-up'}
              label={say(isCollapsed ? 'expand' : 'collapse')}
              onClick={() => onCollapsedChange(!isCollapsed)}
            />
          )}
          {onClose && <IconButton size="s" icon="close" label={say('close')} onClick={onClose} />}
        </div>
      </header>
      {!isCollapsed && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        <div className={classNames(styles.body, isFlush && styles.flush)} tabIndex={0}>
          {children}
        </div>
      )}
      {!isCollapsed && footer && <footer className={styles.foot}>{footer}</footer>}
    </section>
  );
}
