import { classNames } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import styles from './Loading.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SpinnerProps {
  /** Beside the spinner where given; otherwise for screen readers alone. */
  readonly label?: string;
  readonly size?: 's' | 'm' | 'l';
}

export function Spinner({ label, size = 'm' }: SpinnerProps) {
  const say = useWord();
  return (
    <span className={styles.spinner} role="status">
      <span className={classNames(styles.ring, styles[size])} aria-hidden />
      {label ?? <VisuallyHidden>{say('loading')}</VisuallyHidden>}
    </span>
  );
}
