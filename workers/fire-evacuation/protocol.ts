import type { EvacuationRequest, EvacuationResult } from '#features/fire/contract/evacuation.ts';
import type { HazardZone } from '#features/fire/contract.ts';
import type { ClosureSource } from '#model/road-closures.ts';
import type { TownFiles } from '../town/client.ts';

/** A street that cars can't pass. People whose own street it is still get out, on foot along it. */
export interface ClosedStreet {
  readonly id: string;
  readonly source: ClosureSource;
}

export type EvacuationNews =
  | {
      readonly kind: 'progress';
      readonly step: 'reading' | 'ways' | 'driving' | 'comparing';
      /** 0 … 1 of all of it. */
      readonly share: number;
    }
  | {
      readonly kind: 'result';
      readonly result: EvacuationResult;
      /** The same without contraflow; undefined where there is none or it isn't asked for. */
      readonly without: EvacuationResult | undefined;
      /** Who and what is in the zone, by day and by night. */
      readonly zone: HazardZone;
    };

/** What of the city an evacuation can't be told from. */
export type EvacuationLack = 'buildings' | 'people' | 'streets' | 'street-graph' | 'shelters';

export interface EvacuationPlace {
  readonly shelters: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
    readonly capacity: number;
  }[];
  readonly lacks: readonly EvacuationLack[];
}

export interface EvacuationProtocol {
  readonly calls: {
    /** Reads the city once; a city that is open already stays. */
    readonly open: { params: { readonly city: TownFiles }; result: EvacuationPlace };
    /** What the city calls buildings, by their city-wide indices: ids, names, addresses; '' where it has no word. */
    readonly words: {
      params: { readonly index: Uint32Array };
      result: {
        readonly ids: readonly string[];
        readonly names: readonly string[];
        readonly addresses: readonly string[];
      };
    };
  };
  readonly streams: {
    /** Progress, then the result, last. Leaving the loop stops the work. */
    readonly evacuate: {
      params: {
        readonly request: EvacuationRequest;
        readonly closed: readonly ClosedStreet[];
        readonly isCompared: boolean;
      };
      item: EvacuationNews;
    };
  };
}
