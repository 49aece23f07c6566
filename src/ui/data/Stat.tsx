import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { useKit, useWord } from '../kit-context.ts';
import { formatNumber, type NumberFormat, unitGap } from './format-quantity.ts';
import styles from './Stat.module.css';

interface StatProps extends NumberFormat {
  readonly label: string;
  readonly value: number | undefined | null;
  readonly unit?: string;
  /** Which way it goes and how that is judged; `words` say by how much. */
  readonly trend?: {
    readonly direction: 'up' | 'down' | 'flat';
    readonly words: string;
    readonly judgement?: 'good' | 'bad' | 'neutral';
  };
  /** A badge, a source, a time. */
  readonly children?: ReactNode;
}

/** One figure that is read from afar. */
export function Stat({ label, value, unit = '', trend, children, ...format }: StatProps) {
  const { language } = useKit();
  const say = useWord();
  const directions = {
    up: { icon: 'trend-up', word: 'trendUp' },
    down: { icon: 'trend-down', word: 'trendDown' },
    flat: { icon: 'arrow-right', word: 'trendFlat' },
  } as const;
  const direction = trend && directions[trend.direction];
  const isKnown = value !== undefined && value !== null && !Number.isNaN(value);
  return (
    <div className={styles.stat}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {formatNumber(value, language, format)}
        {isKnown && unit && (
          <span className={styles.unit}>
            {unitGap(unit)}
            {unit}
          </span>
        )}
      </span>
      {trend && direction && (
        <span className={classNames(styles.trend, styles[trend.judgement ?? 'neutral'])}>
          <Icon name={direction.icon} size="s" label={say(direction.word)} />
          {trend.words}
        </span>
      )}
      {children && <span className={styles.more}>{children}</span>}
    </div>
  );
}
