import { type RefObject, useEffect, useRef } from 'react';
import { localeOf, useKit } from '../kit-context.ts';
import type { AlignedSeries, SeriesLimit, TimeRange, TimeSeries } from './time-series.ts';
import type { Plot } from './time-series-plot.ts';

interface PlotContent {
  readonly data: AlignedSeries;
  readonly range: TimeRange;
  readonly mark: number | undefined;
  readonly series: readonly TimeSeries[];
  readonly limits: readonly SeriesLimit[];
  readonly timeZone: string;
  readonly formatValue: (value: number) => string;
  readonly syncKey: string | undefined;
  readonly onCursor: (timeMs: number | undefined) => void;
  readonly onZoom: (range: TimeRange) => void;
}

/** Keeps a plot in `box`: built anew when its lines, limits or looks change, else only given new data. */
export function usePlot(
  box: RefObject<HTMLElement | null>,
  content: PlotContent,
): RefObject<Plot | undefined> {
  const { theme, language } = useKit();
  const { data, range, mark, series, limits, timeZone, syncKey } = content;
  const plot = useRef<Plot>(undefined);
  const latest = useRef(content);
  latest.current = content;
  const looks = JSON.stringify([
    ...[theme, language, timeZone, syncKey, limits],
    series.map(({ id, name, isStepped }) => [id, name, isStepped]),
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` stands for all that the plot is built from.
  useEffect(() => {
    let isGone = false;
    let made: Plot | undefined;
    void import('./time-series-plot.ts').then(({ createPlot }) => {
      if (isGone || !box.current) return;
      const now = latest.current;
      made = createPlot(box.current, {
        series: now.series,
        limits: now.limits,
        timeZone: now.timeZone,
        locale: localeOf(language),
        syncKey: now.syncKey,
        formatValue: (value) => latest.current.formatValue(value),
        onCursor: (timeMs) => latest.current.onCursor(timeMs),
        onZoom: (zoomed) => latest.current.onZoom(zoomed),
      });
      plot.current = made;
      made.setRange(now.range);
      made.setData(now.data);
      made.setMark(now.mark);
    });
    return () => {
      isGone = true;
      made?.destroy();
      plot.current = undefined;
    };
  }, [looks, box]);

  useEffect(() => plot.current?.setData(data), [data]);
  const { fromMs, toMs } = range;
  useEffect(() => plot.current?.setRange({ fromMs, toMs }), [fromMs, toMs]);
  useEffect(() => plot.current?.setMark(mark), [mark]);
  return plot;
}
