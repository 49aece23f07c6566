import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { localeOf, useKit, useWord } from '../kit-context.ts';
import styles from './TimeSeriesChart.module.css';
import { TimeSeriesLegend } from './TimeSeriesLegend.tsx';
import {
  alignSeries,
  type SeriesLimit,
  type TimeRange,
  type TimeSeries,
  valueAt,
  zoomRange,
} from './time-series.ts';
import { momentText } from './time-ticks.ts';
import { usePlot } from './use-plot.ts';

interface TimeSeriesChartProps {
  readonly label: string;
  /** All in one unit; two units are two charts. */
  readonly series: readonly TimeSeries[];
  /** A value as it is written, with its unit. */
  readonly formatValue: (value: number) => string;
  readonly fromMs: number;
  readonly toMs: number;
  /** IANA name of the city's zone; every time is printed in it. */
  readonly timeZone: string;
  readonly limits?: readonly SeriesLimit[];
  /** The moment that the city's clock shows: a line across. */
  readonly markMs?: number | undefined;
  /** Charts with the same key show the same moment. */
  readonly syncKey?: string;
  readonly height?: string;
  /** Told what is in sight after zooming, so that finer data can be fetched. */
  readonly onRangeChange?: (range: TimeRange) => void;
}

const NO_LIMITS: readonly SeriesLimit[] = [];
const STEPS = 100;

/** Lines over time: drag to zoom, arrow keys to read, a break where readings are missing. */
export function TimeSeriesChart({
  label,
  series,
  formatValue,
  fromMs,
  toMs,
  timeZone,
  limits = NO_LIMITS,
  markMs,
  syncKey,
  height = '11rem',
  onRangeChange,
}: TimeSeriesChartProps) {
  const { language } = useKit();
  const say = useWord();
  const box = useRef<HTMLDivElement>(null);
  const [cursorMs, setCursorMs] = useState<number>();
  const [zoomed, setZoomed] = useState<TimeRange>();
  const data = useMemo(() => alignSeries(series), [series]);
  const whole = { fromMs, toMs };
  const range = zoomed ?? whole;

  const zoom = (next: TimeRange | undefined) => {
    setZoomed(next);
    onRangeChange?.(next ?? whole);
  };
  const plot = usePlot(box, {
    data,
    range,
    mark: markMs,
    series,
    limits,
    timeZone,
    formatValue,
    syncKey,
    onCursor: setCursorMs,
    onZoom: zoom,
  });
  useEffect(() => {
    if (zoomed && (zoomed.toMs <= fromMs || zoomed.fromMs >= toMs)) setZoomed(undefined);
  }, [zoomed, fromMs, toMs]);

  const readMs = cursorMs ?? markMs ?? range.toMs;
  const moment = momentText(readMs, timeZone, localeOf(language));
  const read = (one: TimeSeries) => {
    const value = valueAt(one, readMs);
    return value === undefined ? '–' : formatValue(value);
  };
  const zoomBy = (factor: number) => zoom(zoomRange(range, factor, readMs, whole));
  const handleKey = (event: KeyboardEvent) => {
    const stepMs = ((range.toMs - range.fromMs) / STEPS) * (event.shiftKey ? 10 : 1);
    const targets: Record<string, number> = {
      ArrowLeft: readMs - stepMs,
      ArrowRight: readMs + stepMs,
      Home: range.fromMs,
      End: range.toMs,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      const timeMs = Math.min(range.toMs, Math.max(range.fromMs, target));
      setCursorMs(timeMs);
      plot.current?.setCursor(timeMs);
    } else if (event.key === '+' || event.key === '=') zoomBy(0.5);
    else if (event.key === '-') zoomBy(2);
    else if (event.key === 'Escape' && zoomed) zoom(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <figure className={styles.chart} aria-label={label}>
      <div className={styles.head}>
        <TimeSeriesLegend series={series} read={read} />
        <div className={styles.tools}>
          <IconButton icon="zoom-in" size="s" label={say('zoomIn')} onClick={() => zoomBy(0.5)} />
          <IconButton
            icon="zoom-out"
            size="s"
            label={say('zoomOut')}
            disabled={!zoomed}
            onClick={() => zoom(undefined)}
          />
        </div>
      </div>
      <div
        ref={box}
        className={styles.plot}
        style={{ blockSize: height }}
        role="slider"
        tabIndex={0}
        aria-label={`${label}: ${say('readAt')}`}
        aria-valuemin={range.fromMs}
        aria-valuemax={range.toMs}
        aria-valuenow={readMs}
        aria-valuetext={[moment, ...series.map((one) => `${one.name} ${read(one)}`)].join(', ')}
        onKeyDown={handleKey}
        onDoubleClick={() => zoom(undefined)}
      />
      <figcaption className={styles.moment}>{moment}</figcaption>
    </figure>
  );
}
