// Which part of a section a plot shows. m.

export interface PlotBounds {
  readonly startM: number;
  readonly endM: number;
  readonly lowM: number;
  readonly highM: number;
}

export interface PlotView {
  /** Left edge. */
  readonly startM: number;
  /** Top edge. */
  readonly topM: number;
  /** Pixels for a metre along. */
  readonly scale: number;
}

/** `exaggeration`: pixels for a metre up by pixels for a metre along. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly exaggeration: number;
}

/** The whole section in the middle of the frame. */
export function fitView(bounds: PlotBounds, { width, height, exaggeration }: PlotFrame): PlotView {
  const spanM = Math.max(bounds.endM - bounds.startM, 1e-3);
  const riseM = Math.max(bounds.highM - bounds.lowM, 1e-3);
  const scale = Math.min(width / spanM, height / (riseM * exaggeration));
  return {
    scale,
    startM: bounds.startM - (width / scale - spanM) / 2,
    topM: bounds.highM + (height / (scale * exaggeration) - riseM) / 2,
  };
}

/** Keeps the metre under (x, y) pixels where it is. */
export function zoomView(
  view: PlotView,
  { exaggeration }: PlotFrame,
  factor: number,
  x: number,
  y: number,
): PlotView {
  const scale = Math.min(5000, Math.max(0.01, view.scale * factor));
  return {
    scale,
    startM: view.startM + x / view.scale - x / scale,
    topM: view.topM - y / (view.scale * exaggeration) + y / (scale * exaggeration),
  };
}

export const panView = (view: PlotView, { exaggeration }: PlotFrame, x: number, y: number) => ({
  ...view,
  startM: view.startM - x / view.scale,
  topM: view.topM + y / (view.scale * exaggeration),
});

/** How much heights have to be exaggerated so that a long section fills its frame: 1, 2, 5, 10 … */
export function fittingExaggeration(bounds: PlotBounds, width: number, height: number): number {
  const wanted =
    (height * (bounds.endM - bounds.startM)) / (width * Math.max(bounds.highM - bounds.lowM, 0.1));
  if (!(wanted > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power;
}

/** Round numbers from `low` to `high`, about `count` of them. */
export function roundSteps(low: number, high: number, count: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}
