import type {
  DrainageMatch,
  DrainageNews,
  DrainageRequest,
  OpenDrains,
} from '#features/pipes/contract/drainage.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import type { Protocol } from '../port.ts';

export interface DrainageProtocol extends Protocol {
  readonly calls: {
    /** Reads the networks and the catchments in the place of what was open. */
    readonly open: { params: OpenDrains; result: readonly DrainageMatch[] };
    /** Values of the network's latest run at the frame nearest to an instant; undefined where that is another run. */
    readonly frame: {
      params: { readonly network: string; readonly run: string; readonly atMs: number };
      result: NetworkValues | undefined;
    };
  };
  readonly streams: {
    /** A storm from start to end; it waits while nobody reads, stops when the reader leaves, and ends with the run. */
    readonly run: { params: DrainageRequest; item: DrainageNews };
  };
}
