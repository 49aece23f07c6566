import { classNames } from '../class-names.ts';
import styles from './Meter.module.css';
import tones from './tone.module.css';
import type { Tone } from './tone.ts';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Writes value and budget, e.g. `412 of 512 MB`. */
  readonly format?: (value: number, max: number) => string;
  /** Shares of the budget from which the bar warns. */
  readonly warnAt?: number;
  readonly failAt?: number;
}

/** How much of a budget is used. */
export function Meter({
  label,
  value,
  max,
  format = (used, budget) => `${used} / ${budget}`,
  warnAt = 0.85,
  failAt = 1,
}: MeterProps) {
  const share = max > 0 ? value / max : 0;
  const tone: Tone = share >= failAt ? 'critical' : share >= warnAt ? 'warning' : 'info';
  const words = format(value, max);
  return (
    <div className={classNames(styles.meter, tones[tone])}>
      <div className={styles.caption}>
        <span>{label}</span>
        <span className={styles.words}>{words}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the parts of a meter element can't be styled alike everywhere. */}
      <div
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={words}
      >
        <span className={styles.fill} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </div>
    </div>
  );
}
