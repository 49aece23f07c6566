import type { WaterRunNews, WaterRunRequest } from '#features/pipes/contract/water.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import type { WaterList } from './water-list.ts';

/** Calls and streams about an extended period. */
export function createRunCalls(list: WaterList) {
  return {
    calls: {
      frame: ({
        network,
        run,
        atMs,
      }: {
        readonly network: string;
        readonly run: string;
        readonly atMs: number;
      }): NetworkValues | undefined => list.get(network).frame(run, atMs),
    },
    streams: {
      run: (
        request: WaterRunRequest,
        { signal }: { readonly signal: AbortSignal },
      ): AsyncIterable<WaterRunNews> => list.get(request.network).run(request, signal),
    },
  };
}
