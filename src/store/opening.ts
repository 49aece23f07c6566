import type { CityManifest } from '#contract/city-package.ts';
import type { Instant } from '#model/time.ts';
import type { AppStore } from './store.ts';

/** How far the app is on its way to a city. */
export interface OpeningState {
  readonly step: OpeningStep;
  /** The cities of the server, as far as they could be read. */
  readonly cities: readonly CityEntry[];
  /** Since when the server has not answered; undefined while it does. */
  readonly silentSince: Instant | undefined;
}

export type OpeningStep =
  | { readonly kind: 'asking' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'open' }
  /** Tries again by itself at `nextTry`. */
  | { readonly kind: 'failed'; readonly reason: string; readonly nextTry: Instant };

export interface CityEntry {
  readonly id: string;
  readonly name: string;
  /** Absolute URL of its city.json. */
  readonly url: string;
  /** Undefined where it could not be read. */
  readonly manifest: CityManifest | undefined;
  /** Of a package that was dropped onto a city: the id of that city, in which it is shown. */
  readonly guestOf?: string | undefined;
}

export const initialOpening: OpeningState = {
  step: { kind: 'asking' },
  cities: [],
  silentSince: undefined,
};

export function changeOpening(store: AppStore, change: Partial<OpeningState>): void {
  store.setState(({ opening }) => ({ opening: { ...opening, ...change } }));
}
