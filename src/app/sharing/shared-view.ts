import type { Feature } from '#features/feature.ts';
import { instant } from '#model/time.ts';
import { type CameraState, initialCamera } from '#store/camera.ts';
import { type ClockState, presentOf } from '#store/clock.ts';
import { initialLayer, type LayerState } from '#store/layers.ts';
import { scenariosSlice } from '#store/scenarios.ts';
import type { Selected } from '#store/selection.ts';
import type { Slice } from '#store/slice.ts';
import type { AppState } from '#store/store.ts';

/** What a shared link carries: where one looks, when, at what, with which layers. */
export interface SharedView {
  readonly city: string;
  /** The build that the selection's indices belong to. */
  readonly build: string;
  readonly camera: Omit<CameraState, 'flight'>;
  /** Absent while the clock is live. */
  readonly clock?: Pick<ClockState, 'now' | 'rate'>;
  /** Only those that differ from how a layer starts. */
  readonly layers: Readonly<Record<string, Omit<LayerState, 'status' | 'attempt'>>>;
  /** What each feature's `toShared` gave. */
  readonly features: Readonly<Record<string, unknown>>;
  readonly selection: readonly Selected[];
}

/** More selected things than this would make the link too long to paste. */
export const MOST_SHARED_SELECTED = 100;

/** Reads the view off the state; undefined where no city is open. */
export function toSharedView(
  state: AppState,
  features: readonly Feature[],
): SharedView | undefined {
  if (!state.city) return undefined;
  const { position, heading, pitch, roll } = state.camera.flight?.to ?? state.camera;
  const layers = Object.entries(state.layers)
    .filter(
      ([, { on, opacity, isRemoved }]) => !on || opacity !== initialLayer.opacity || isRemoved,
    )
    .map(([id, { on, opacity, isRemoved }]) => [
      id,
      { on, opacity, ...(isRemoved && { isRemoved }) },
    ]);
  const slices = slicesOf(features).flatMap((slice) => {
    const shared = slice.toShared(slice.select(state));
    return shared === undefined ? [] : [[slice.id, shared]];
  });
  const { mode, now, rate } = state.clock;
  return {
    city: state.city.manifest.id,
    build: state.city.manifest.build,
    camera: { position, heading, pitch, roll },
    ...(mode === 'set' && { clock: { now, rate } }),
    layers: Object.fromEntries(layers),
    features: Object.fromEntries(slices),
    selection: state.selection.slice(0, MOST_SHARED_SELECTED),
  };
}

/** The part of the state that a view sets; the selection comes after the sessions know its things. */
export function fromSharedView(
  view: SharedView,
  features: readonly Feature[],
): Pick<AppState, 'camera' | 'layers' | 'features'> & Partial<Pick<AppState, 'clock'>> {
  const layers = Object.entries(view.layers).map(([id, shown]) => [
    id,
    { ...initialLayer, ...shown },
  ]);
  const slices = slicesOf(features).flatMap((slice) =>
    slice.id in view.features ? [[slice.id, slice.fromShared(view.features[slice.id])]] : [],
  );
  return {
    camera: { ...initialCamera, ...view.camera, flight: { to: view.camera, durationS: 0 } },
    ...(view.clock && { clock: { ...view.clock, mode: 'set' } }),
    layers: Object.fromEntries(layers),
    features: Object.fromEntries(slices),
  };
}

/** The same in a city that is open: what was found out and made there stays, and so does what is drawn already. */
export function takeSharedView(
  { camera, clock, layers, features: slices }: AppState,
  view: SharedView,
  features: readonly Feature[],
): Pick<AppState, 'camera' | 'clock' | 'layers' | 'features'> {
  const rows = [...new Set([...Object.keys(layers), ...Object.keys(view.layers)])].map((id) => {
    const { on, opacity, isRemoved = false } = view.layers[id] ?? initialLayer;
    const here = layers[id] ?? initialLayer;
    const status = isRemoved ? initialLayer.status : here.status;
    return [id, { ...here, on, opacity, isRemoved, status }];
  });
  const taken = slicesOf(features).map((slice) => [
    slice.id,
    slice.takeShared(slices[slice.id] ?? slice.initial, view.features[slice.id]),
  ]);
  return {
    camera: { ...camera, flight: { to: view.camera, durationS: 0 } },
    clock: view.clock
      ? { ...clock, ...view.clock, mode: 'set' }
      : { ...clock, now: presentOf(clock, instant(Date.now())), mode: 'live', rate: 1 },
    layers: Object.fromEntries(rows),
    features: { ...slices, ...Object.fromEntries(taken) },
  };
}

/** What of the state belongs to a city: each feature's part, and the scenarios that several of them read. */
export const slicesOf = (features: readonly Feature[]): readonly Slice<unknown>[] => [
  ...features.flatMap(({ slice }) => (slice ? [slice] : [])),
  scenariosSlice,
];
