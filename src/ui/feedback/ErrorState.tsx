import type { ReactNode } from 'react';
import { Button } from '../actions/Button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import styles from './EmptyState.module.css';

interface ErrorStateProps {
  readonly title: string;
  /** What happened, with the value and the place. */
  readonly children?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

export function ErrorState({ title, children, onRetry }: ErrorStateProps) {
  const say = useWord();
  return (
    <div className={styles.state} role="alert">
      <span className={classNames(styles.sign, styles.failed)}>
        <Icon name="error" size="l" />
      </span>
      <strong className={styles.title}>{title}</strong>
      {children && <div className={styles.detail}>{children}</div>}
      {onRetry && (
        <Button icon="refresh" onClick={onRetry}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
}
