import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './Badge.module.css';
import tones from './tone.module.css';
import { type Tone, toneIcons } from './tone.ts';

interface StatusBadgeProps {
  readonly tone: Tone;
  readonly word: string;
  /** Without the wash, for rows that hold many. */
  readonly isPlain?: boolean;
  /** Only for an alarm that nobody has acknowledged. */
  readonly isBlinking?: boolean;
}

/** A state by shape, word and colour. */
export function StatusBadge({ tone, word, isPlain = false, isBlinking = false }: StatusBadgeProps) {
  return (
    <span
      className={classNames(
        styles.badge,
        tones[tone],
        isPlain && styles.plain,
        isBlinking && styles.blinking,
      )}
    >
      <Icon name={toneIcons[tone]} size="s" />
      {word}
    </span>
  );
}
