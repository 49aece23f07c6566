import type { Service } from '../port.ts';
import type { ModelList } from './model-list.ts';
import type { BimProtocol } from './protocol.ts';

/** Fetches what searches for clashes when one begins: it brings `three` along, which nothing else here needs. */
export const createClashStreams = (
  list: ModelList,
): Pick<Service<BimProtocol>['streams'], 'clashes'> => ({
  clashes: async function* (params, { signal }) {
    const { runClashes } = await import('./clash/run.ts');
    yield* runClashes(list, params, signal);
  },
});
