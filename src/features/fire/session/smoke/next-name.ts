import type { Text } from '#model/text.ts';
import type { AppState } from '#store/store.ts';
import { selectFire } from '../../state.ts';

const words = (number: number): Text => ({ en: `Release ${number}`, zh: `释放 ${number}` });

/** Numbered: a place on the globe has no name of its own. */
export const nextReleaseName = (state: AppState): string =>
  words(selectFire(state).releases.releases.length + 1)[state.preferences.language];
