// What the page and the spread worker say to each other.

import type {
  BurningPlaces,
  FireSpread,
  SecondaryIgnitions,
  SpreadEnsemble,
} from '#features/fire/contract/spread.ts';
import type { FireScenario, FireStatus, HazardZones } from '#features/fire/contract.ts';
import type { TownFiles } from '../town/client.ts';

export type SpreadNews =
  | { readonly kind: 'status'; readonly status: FireStatus }
  | { readonly kind: 'spread'; readonly spread: FireSpread; readonly places: BurningPlaces };

/** How far the buildings have been gone through; the last one has the result. */
export interface SecondaryProgress {
  readonly done: number;
  readonly buildings: number;
  readonly result?: SecondaryIgnitions;
}

export interface SpreadProtocol {
  readonly calls: {
    /** Where the city lies; it is read when the first fire is computed. A city that is open already keeps its fires. */
    readonly open: { params: { readonly city: TownFiles }; result: undefined };
    /** What burns at a time and what will within 30 and 60 minutes, outlined, with who is inside; of the last good run. */
    readonly zones: {
      params: { readonly scenario: string; readonly timeS: number };
      result: HazardZones;
    };
    readonly forget: { params: { readonly scenario: string }; result: undefined };
  };
  readonly streams: {
    /** A fire as a whole; the last one stays where it fails. Rejects with one sentence. */
    readonly run: { params: { readonly scenario: FireScenario }; item: SpreadNews };
    /** One item a member. */
    readonly ensemble: {
      params: { readonly scenario: FireScenario; readonly members: number };
      item: SpreadEnsemble;
    };
    /** A fire in each building of the city, one after the other; between two items others have their turn. */
    readonly secondary: {
      params: Pick<SecondaryIgnitions, 'wind' | 'withinS'>;
      item: SecondaryProgress;
    };
  };
}
