import type { CityManifest } from '#contract/city-package.ts';
import type { AppStore } from './store.ts';

/**
 * A package that a person dropped onto the open city and that stands in it as its guest: a building model.
 * It is kept in this browser, and joins again when the same city is opened.
 */
export interface Guest {
  /** As in its manifest, `dropped-…`. */
  readonly id: string;
  readonly manifest: CityManifest;
  /** Absolute URL of the folder that its city.json lies in, with its closing slash. */
  readonly baseUrl: string;
}

/** Adds a guest to the open city, in place of the one of the same id. */
export const welcomeGuest = (store: AppStore, guest: Guest) =>
  store.setState(({ guests }) => ({
    guests: [...guests.filter(({ id }) => id !== guest.id), guest],
  }));

export const dismissGuest = (store: AppStore, id: string) =>
  store.setState(({ guests }) => ({ guests: guests.filter((guest) => guest.id !== id) }));
