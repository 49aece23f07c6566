// Drawing on the globe: pointer tools and typed coordinates add points, the shape says when it is whole.

import type { AppStore } from '#store/store.ts';
import type { PlaceDeg } from '../contract.ts';
import { floodSlice, selectFlood } from '../state.ts';
import { finish } from './finish-drawing.ts';
import { type Forecast, startForecast } from './forecast.ts';
import type { DrawnKind, FloodDrawing, FloodState } from './initial.ts';

const shapes: Readonly<Record<DrawnKind, FloodDrawing['shape']>> = {
  breach: 'line',
  inflow: 'line',
  stage: 'line',
  rain: 'area',
  'dam-break': 'area',
  burst: 'point',
  barrier: 'line',
  pump: 'pair',
  culvert: 'pair',
  gate: 'line',
  gauge: 'line',
};

/** Fewest and most points of each shape. */
export const pointsOf: Readonly<
  Record<FloodDrawing['shape'], readonly [least: number, most: number]>
> = { point: [1, 1], pair: [2, 2], line: [2, 200], area: [3, 200] };

/** Drawn by one click as well: a breach goes across the crest there, a gauge is a point, a dam break a pond around it. */
const byOneClick: ReadonlySet<DrawnKind> = new Set([
  ...(['breach', 'gauge', 'inflow', 'pump', 'dam-break'] as const),
]);

export const leastPoints = ({ part, shape }: Pick<FloodDrawing, 'part' | 'shape'>): number =>
  byOneClick.has(part) ? 1 : pointsOf[shape][0];

export function startDrawing(
  store: AppStore,
  part: DrawnKind,
  {
    into = 'scenario',
    redraws = '',
    forecast,
  }: Partial<Pick<FloodDrawing, 'into' | 'redraws' | 'forecast'>> = {},
): void {
  const drawing: FloodDrawing = {
    ...{ part, shape: shapes[part], points: [], redraws, into },
    ...(forecast && { forecast }),
  };
  change(store, () => ({ drawing }));
}

/** Adds a corner; what is whole with it is finished at once. */
export function addPoint(store: AppStore, place: PlaceDeg): void {
  const { drawing } = selectFlood(store.getState());
  if (!drawing) return;
  const next = { ...drawing, points: [...drawing.points, place] };
  change(store, () => ({ drawing: next }));
  if (next.points.length >= pointsOf[drawing.shape][1]) finishDrawing(store);
}

export const removePoint = (store: AppStore) =>
  change(store, ({ drawing }) =>
    drawing ? { drawing: { ...drawing, points: drawing.points.slice(0, -1) } } : {},
  );

export const cancelDrawing = (store: AppStore) => change(store, () => ({ drawing: undefined }));

/** Makes the part of what is drawn; leaves a drawing that lacks points as it is. */
export function finishDrawing(store: AppStore): void {
  const { drawing } = selectFlood(store.getState());
  if (!drawing || drawing.points.length < leastPoints(drawing)) return;
  change(store, () => ({ drawing: undefined }));
  if (!drawing.forecast) finish(store, drawing);
  else drawForecast(store, ...placed(drawing.forecast, drawing.points));
}

const drawnAs = { level: 'stage', flow: 'inflow', rain: 'rain' } as const;

/** Lets the places of those series be drawn, one after another; without any the run begins at once. */
export function drawForecast(store: AppStore, whole: Forecast, drawn: readonly number[]): void {
  const next = whole.series[drawn[0] ?? -1];
  if (next)
    startDrawing(store, drawnAs[next.quantity], { into: 'new', forecast: { whole, drawn } });
  else startForecast(store, whole);
}

/** The first series that is drawn has its place now. */
function placed(
  { whole, drawn: [first, ...rest] }: NonNullable<FloodDrawing['forecast']>,
  line: readonly PlaceDeg[],
): [Forecast, readonly number[]] {
  const series = whole.series.map((one, at) => (at === first ? { ...one, lines: [line] } : one));
  return [{ ...whole, series }, rest];
}

const change = (store: AppStore, part: (state: FloodState) => Partial<FloodState>) =>
  floodSlice.update(store, (state) => ({ ...state, ...part(state) }));
