import type { Geodetic } from '#model/position.ts';
import type { Text } from '#model/text.ts';
import type { AppState, AppStore } from './store.ts';

/** Something a person can do: toolbar, menu, palette and shortcut sheet are read from these. */
export interface Command {
  readonly id: string;
  readonly title: Text;
  readonly icon: string;
  /** e.g. `N`, `Shift+F`, `Mod+K`, where Mod is Ctrl or Cmd. */
  readonly shortcut?: string;
  readonly when?: (state: AppState) => boolean;
  readonly run: (store: AppStore) => void;
}

/** Something a person can do at a place of the globe: the menu of a right click or a long press reads these. */
export interface PlaceAct {
  readonly id: string;
  readonly title: Text;
  readonly icon: string;
  readonly when?: (state: AppState) => boolean;
  readonly run: (store: AppStore, place: Geodetic) => void;
}
