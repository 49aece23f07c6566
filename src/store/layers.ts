import type { AppState, AppStore } from './store.ts';

/** One row of the workbench. */
export interface LayerState {
  readonly on: boolean;
  /** 0 … 1 */
  readonly opacity: number;
  readonly status: LayerStatus;
  /** Taken out of the workbench and off the globe; the catalogue brings it back. */
  readonly isRemoved?: boolean;
  /** Counts the wishes to draw it anew after a failure. */
  readonly attempt?: number;
}

export type LayerStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly pending: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string };

export const initialLayer: LayerState = { on: true, opacity: 1, status: { kind: 'idle' } };

export const selectLayer = (id: string) => (state: AppState) => state.layers[id] ?? initialLayer;

function changeLayer(store: AppStore, id: string, change: Partial<LayerState>): void {
  store.setState(({ layers }) => ({
    layers: { ...layers, [id]: { ...(layers[id] ?? initialLayer), ...change } },
  }));
}

export const showLayer = (store: AppStore, id: string, on: boolean) =>
  changeLayer(store, id, { on });

export const fadeLayer = (store: AppStore, id: string, opacity: number) =>
  changeLayer(store, id, { opacity: Math.min(1, Math.max(0, opacity)) });

export const removeLayer = (store: AppStore, id: string, isRemoved: boolean) =>
  changeLayer(store, id, { isRemoved, ...(isRemoved && { status: { kind: 'idle' } }) });

export const retryLayer = (store: AppStore, id: string) =>
  changeLayer(store, id, {
    attempt: (store.getState().layers[id]?.attempt ?? 0) + 1,
    status: { kind: 'idle' },
  });

export const reportLayer = (store: AppStore, id: string, status: LayerStatus) =>
  changeLayer(store, id, { status });
