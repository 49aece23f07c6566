import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import styles from './Toast.module.css';
import type { Toast } from './toast.ts';
import tones from './tone.module.css';
import { toneIcons } from './tone.ts';

interface ToastViewProps {
  readonly toast: Toast;
  readonly onDismiss: () => void;
}

/** One notice. It waits while a pointer or the focus is on it. */
export function ToastView({ toast, onDismiss }: ToastViewProps) {
  const say = useWord();
  const { tone = 'info', title, detail, action } = toast;
  const durationMs = toast.durationMs ?? (action ? 10_000 : 6_000);
  const [isHeld, setHeld] = useState(false);
  const dismiss = useEffectEvent(onDismiss);

  useEffect(() => {
    if (durationMs === 0 || isHeld) return;
    const timer = setTimeout(() => dismiss(), durationMs);
    return () => clearTimeout(timer);
  }, [durationMs, isHeld]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the notice in sight while it is read.
    <div
      className={classNames(styles.toast, tones[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.sign}>
        <Icon name={toneIcons[tone]} />
      </span>
      <div className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      {action && (
        <Button
          kind="quiet"
          size="s"
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="s" label={say('dismiss')} onClick={onDismiss} />
    </div>
  );
}
