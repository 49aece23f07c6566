// What the page and the wildland worker say to each other.

import type {
  WildlandFrame,
  WildlandMap,
  WildlandNews,
  WildlandRequest,
} from '#features/fire/contract/wildland.ts';
import type { TownFiles } from '../town/client.ts';

export interface WildlandProtocol {
  readonly calls: {
    /** Where the city lies; it is read with the first question. */
    readonly open: { params: { readonly city: TownFiles }; result: undefined };
    /**
     * A map of what was computed last under that id; undefined where it wasn't: no fire was lit, no chance was asked.
     */
    readonly map: {
      params: { readonly of: string; readonly map: WildlandMap };
      result: WildlandFrame | undefined;
    };
  };
  readonly streams: {
    /** A fire, or only the weather. Rejects with one sentence where nothing burns there or the weather can't be. */
    readonly run: {
      params: { readonly of: string; readonly request: WildlandRequest };
      item: WildlandNews;
    };
    /** Fires that begin anywhere, in winds around the request's; leaving the loop stops it. */
    readonly chance: {
      params: {
        readonly of: string;
        readonly request: WildlandRequest;
        readonly fires: number;
        readonly seed: number;
      };
      item: WildlandNews;
    };
  };
}
