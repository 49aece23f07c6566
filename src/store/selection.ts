import type { AppStore } from './store.ts';

/** One selected thing: a building, later a pipe, a sensor, an incident. */
export interface Selected {
  /** Id of the feature that owns it, e.g. `city`. */
  readonly feature: string;
  /** City-wide index inside that feature, for the state textures; changes when the city is built anew. */
  readonly index: number;
  /** Id in the city's own data, e.g. `NL.IMBAG.Pand.0518100000213709`; stays when the city is built anew. */
  readonly id: string;
}

const isSame = (a: Selected, b: Selected) => a.feature === b.feature && a.id === b.id;

export function select(store: AppStore, selection: readonly Selected[]): void {
  store.setState({ selection });
}

/** Adds the thing, or takes it away where it is selected already. */
export function toggleSelected(store: AppStore, thing: Selected): void {
  store.setState(({ selection }) => ({
    selection: selection.some((one) => isSame(one, thing))
      ? selection.filter((one) => !isSame(one, thing))
      : [...selection, thing],
  }));
}
