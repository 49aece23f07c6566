import { formatInstant, type Instant } from '#model/time.ts';
import { classNames } from '../class-names.ts';
import { StatusBadge } from '../feedback/StatusBadge.tsx';
import { localeOf, useKit, useWord } from '../kit-context.ts';
import { formatNumber, type NumberFormat, unitGap } from './format-quantity.ts';
import styles from './Quantity.module.css';

interface QuantityProps extends NumberFormat {
  readonly value: number | undefined | null;
  /** As it is written: `m`, `m³/s`, `°`, `%`; empty for a count. */
  readonly unit?: string;
  readonly time?: Instant | undefined;
  /** IANA name of the city's zone, to print `time` in. */
  readonly timeZone?: string;
  readonly source?: string | undefined;
  /** `stale` fades the value; `time` then says since when. */
  readonly state?: 'measured' | 'stale' | 'simulated';
  /** Which model simulated it, and where that is valid. */
  readonly model?: string | undefined;
}

/** A value with its unit, time, source and standing. */
export function Quantity({
  value,
  unit = '',
  time,
  timeZone = 'UTC',
  source,
  state = 'measured',
  model,
  ...format
}: QuantityProps) {
  const { language } = useKit();
  const say = useWord();
  const number = formatNumber(value, language, format);
  const hasValue = value !== undefined && value !== null && !Number.isNaN(value);
  const when = time !== undefined && formatInstant(time, timeZone, localeOf(language));
  const small = [
    when && (state === 'stale' ? `${say('since')} ${when}` : when),
    source,
    state === 'simulated' && model,
  ].filter((part) => Boolean(part));
  return (
    <span className={classNames(styles.quantity, state === 'stale' && styles.stale)}>
      <span className={styles.value}>
        {hasValue ? (
          <>
            {number}
            {unit && (
              <span className={styles.unit}>
                {unitGap(unit)}
                {unit}
              </span>
            )}
          </>
        ) : (
          <span className={styles.none} role="img" aria-label={say('noValue')}>
            {number}
          </span>
        )}
        {state !== 'measured' && (
          <span className={styles.badge}>
            <StatusBadge tone={state} word={say(state)} isPlain />
          </span>
        )}
      </span>
      {small.length > 0 && <span className={styles.small}>{small.join(' · ')}</span>}
    </span>
  );
}
