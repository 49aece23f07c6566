// What the spread worker and the threads that compute members of its ensembles say to each other.

import type { FireScenario } from '#features/fire/contract.ts';
import type { TownFiles } from '../../town/client.ts';

/** One run of an ensemble. */
export interface Member {
  readonly burnt: number;
  /** Of each building of the town, by its number there; ∞ for never. */
  readonly ignitionS: Float64Array;
}

export interface MembersProtocol {
  readonly calls: {
    /** Reads the town; the scenario is that of every member to come. */
    readonly open: {
      params: {
        readonly city: TownFiles;
        readonly scenario: FireScenario;
        readonly members: number;
      };
      result: undefined;
    };
    readonly run: { params: { readonly member: number }; result: Member };
  };
  readonly streams: Readonly<Record<never, { params: unknown; item: unknown }>>;
}
