import { seriesDash, seriesVariable } from './chart-tokens.ts';
import styles from './TimeSeriesChart.module.css';
import type { TimeSeries } from './time-series.ts';

interface TimeSeriesLegendProps {
  readonly series: readonly TimeSeries[];
  /** The value at the moment that is read, in words. */
  readonly read: (series: TimeSeries) => string;
}

/** Which line is whose, and its value at the moment under the pointer. */
export function TimeSeriesLegend({ series, read }: TimeSeriesLegendProps) {
  return (
    <ul className={styles.legend}>
      {series.map((one, position) => (
        <li key={one.id} className={styles.entry}>
          <svg className={styles.swatch} viewBox="0 0 24 4" aria-hidden>
            <line
              x1="0"
              x2="24"
              y1="2"
              y2="2"
              stroke={seriesVariable(position)}
              strokeWidth="2.5"
              strokeDasharray={seriesDash(position).join(' ')}
            />
          </svg>
          <span className={styles.name}>{one.name}</span>
          <span className={styles.value}>{read(one)}</span>
        </li>
      ))}
    </ul>
  );
}
