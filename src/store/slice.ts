import type { AppState, AppStore } from './store.ts';

/**
 * One feature's part of the store, with what of it belongs in a shared link. Methods, so that a
 * `Slice<CityState>` is a `Slice<unknown>` for whoever only stores and hands it back.
 */
export interface Slice<State> {
  readonly id: string;
  readonly initial: State;
  readonly select: (state: AppState) => State;
  /** Replaces the slice by what `change` makes of it; does nothing where it returns the same object. */
  update(store: AppStore, change: (state: State) => State): void;
  /** The difference from `initial` that a shared link carries; undefined where there is none. */
  toShared(state: State): unknown;
  /** Reads what `toShared` wrote, in this or any earlier version; never throws. */
  readonly fromShared: (shared: unknown) => State;
  /**
   * What a link that is opened in the open city makes of the slice. Where the link says what is so already, the same
   * object; else what `fromShared` reads, with what `keep` takes over of what was found out or made here.
   */
  takeShared(state: State, shared: unknown): State;
}

export interface SliceOptions<State> {
  readonly id: string;
  readonly initial: State;
  readonly toShared?: (state: State) => unknown;
  readonly fromShared?: (shared: unknown) => State;
  /** Puts what sessions found out and a person made here into what a link says; nothing where it is left out. */
  readonly keep?: (linked: State, here: State) => State;
}

export function defineSlice<State>(options: SliceOptions<State>): Slice<State> {
  const { id, initial } = options;
  const select = (state: AppState) => (state.features[id] as State | undefined) ?? initial;
  const toShared = options.toShared ?? (() => undefined);
  const fromShared = options.fromShared ?? (() => initial);
  const keep = options.keep ?? ((linked) => linked);
  return {
    id,
    initial,
    select,
    update: (store, change) =>
      store.setState((state) => {
        const before = select(state);
        const after = change(before);
        return after === before ? state : { features: { ...state.features, [id]: after } };
      }),
    toShared,
    fromShared,
    takeShared: (here, shared) =>
      JSON.stringify(toShared(here)) === JSON.stringify(shared)
        ? here
        : keep(fromShared(shared), here),
  };
}
