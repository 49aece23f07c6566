// uPlot behind one small handle; loaded when the first chart is shown.

import 'uplot/dist/uPlot.min.css';
import UPlot from 'uplot';
import { readTokens, seriesColour, seriesDash } from './chart-tokens.ts';
import {
  type AlignedSeries,
  rangeOfValues,
  type SeriesLimit,
  type TimeRange,
  type TimeSeries,
} from './time-series.ts';
import { timeTicks } from './time-ticks.ts';

export interface PlotOptions {
  readonly series: readonly Pick<TimeSeries, 'name' | 'isStepped'>[];
  readonly limits: readonly SeriesLimit[];
  readonly timeZone: string;
  readonly locale: string;
  readonly formatValue: (value: number) => string;
  /** Charts with the same key show the same moment. */
  readonly syncKey?: string | undefined;
  readonly onCursor: (timeMs: number | undefined) => void;
  readonly onZoom: (range: TimeRange) => void;
}

export interface Plot {
  setData(data: AlignedSeries): void;
  setRange(range: TimeRange): void;
  /** The moment that the city's clock shows; undefined draws no line. */
  setMark(timeMs: number | undefined): void;
  setCursor(timeMs: number): void;
  destroy(): void;
}

const LEAST_ZOOM_PX = 8;
const LABEL_MARGIN = 0.75;

/** Draws into `element` and follows its size. */
export function createPlot(element: HTMLElement, options: PlotOptions): Plot {
  const tokens = readTokens(element);
  let mark: number | undefined;
  let range: TimeRange = { fromMs: 0, toMs: 1 };

  const axis: UPlot.Axis = {
    font: tokens.font,
    stroke: tokens.inkFaint,
    grid: { stroke: tokens.line, width: 1 },
    ticks: { show: false },
  };
  const plot = new UPlot(
    {
      width: Math.max(1, element.clientWidth),
      height: Math.max(1, element.clientHeight),
      ms: 1,
      tzDate: (timeMs) => UPlot.tzDate(new Date(timeMs), options.timeZone),
      legend: { show: false },
      padding: [tokens.rootPx / 2, tokens.rootPx * 1.25, 0, 0],
      scales: {
        x: { time: true, range: () => [range.fromMs, range.toMs] },
        y: { range: (_, min, max) => rangeOfValues(min, max, options.limits) },
      },
      axes: [
        {
          ...axis,
          size: tokens.rootPx * 1.75,
          gap: tokens.rootPx / 4,
          space: tokens.rootPx * 4,
          values: (_, times, __, ___, stepMs) =>
            timeTicks(times, stepMs, options.timeZone, options.locale),
        },
        {
          ...axis,
          size: (self, labels) => widthOf(self, labels, tokens),
          gap: tokens.rootPx / 4,
          space: tokens.rootPx * 2,
          values: (_, values) => values.map(options.formatValue),
        },
      ],
      series: [
        {},
        ...options.series.map(({ name, isStepped }, position): UPlot.Series => {
          const { stepped } = UPlot.paths;
          return {
            label: name,
            stroke: seriesColour(tokens, position),
            dash: [...seriesDash(position)],
            width: 1.5,
            ...(isStepped && stepped && { paths: stepped({ align: 1 }) }),
          };
        }),
      ],
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false, dist: LEAST_ZOOM_PX },
        points: { size: tokens.rootPx / 2 },
        ...(options.syncKey && { sync: { key: options.syncKey, setSeries: false } }),
      },
      hooks: {
        setCursor: [
          ({ cursor: { left = -1 } }) =>
            options.onCursor(left < 0 ? undefined : plot.posToVal(left, 'x')),
        ],
        setSelect: [
          ({ select: { left, width } }) => {
            if (width < LEAST_ZOOM_PX) return;
            options.onZoom({
              fromMs: plot.posToVal(left, 'x'),
              toMs: plot.posToVal(left + width, 'x'),
            });
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
        draw: [
          (drawn) => {
            for (const limit of options.limits) drawLimit(drawn, limit, tokens);
            if (mark !== undefined) drawMark(drawn, mark, tokens);
          },
        ],
      },
    },
    [new Float64Array(), ...options.series.map(() => [])],
    element,
  );

  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) plot.setSize({ width, height });
  });
  sizes.observe(element);

  return {
    setData: (data) => plot.setData(data),
    setRange(next) {
      range = next;
      plot.setScale('x', { min: next.fromMs, max: next.toMs });
    },
    setMark(timeMs) {
      mark = timeMs;
      plot.redraw(false, false);
    },
    setCursor: (timeMs) => plot.setCursor({ left: plot.valToPos(timeMs, 'x'), top: 0 }),
    destroy() {
      sizes.disconnect();
      plot.destroy();
    },
  };
}

type Tokens = ReturnType<typeof readTokens>;

/** Room for the longest label of the axis of values, in CSS pixels. */
function widthOf({ ctx }: UPlot, labels: readonly string[] | null, tokens: Tokens): number {
  ctx.save();
  ctx.font = tokens.canvasFont;
  const widest = Math.max(0, ...(labels ?? []).map((label) => ctx.measureText(label).width));
  ctx.restore();
  return Math.ceil(widest / devicePixelRatio + tokens.rootPx * LABEL_MARGIN);
}

function drawLimit(plot: UPlot, { value, name, tone }: SeriesLimit, tokens: Tokens): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(value, 'y', true);
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.save();
  ctx.strokeStyle = tokens[tone];
  ctx.fillStyle = tokens[tone];
  ctx.lineWidth = UPlot.pxRatio;
  ctx.setLineDash(tone === 'critical' ? [] : [4 * UPlot.pxRatio, 3 * UPlot.pxRatio]);
  line(ctx, bbox.left, y, bbox.left + bbox.width, y);
  ctx.font = tokens.canvasFont;
  ctx.textAlign = 'right';
  ctx.textBaseline = y - bbox.top > tokens.rootPx * UPlot.pxRatio ? 'bottom' : 'top';
  ctx.fillText(name, bbox.left + bbox.width - 2 * UPlot.pxRatio, y);
  ctx.restore();
}

function drawMark(plot: UPlot, timeMs: number, tokens: Tokens): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(timeMs, 'x', true);
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = tokens.accent;
  ctx.lineWidth = 1.5 * UPlot.pxRatio;
  line(ctx, x, bbox.top, x, bbox.top + bbox.height);
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
