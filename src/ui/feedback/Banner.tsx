import type { ReactNode } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import styles from './Banner.module.css';
import tones from './tone.module.css';
import { type Tone, toneIcons } from './tone.ts';

interface BannerProps {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}

/** A state of the whole panel or page that stays until it changes. */
export function Banner({ tone, title, children, actions, onClose }: BannerProps) {
  const say = useWord();
  const isUrgent = tone === 'critical' || tone === 'serious';
  return (
    <div className={classNames(styles.banner, tones[tone])} role={isUrgent ? 'alert' : 'status'}>
      <span className={styles.sign}>
        <Icon name={toneIcons[tone]} />
      </span>
      <div className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {children && <div className={styles.detail}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {onClose && <IconButton icon="close" size="s" label={say('dismiss')} onClick={onClose} />}
    </div>
  );
}
