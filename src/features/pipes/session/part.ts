// How the session is put together: each capability (water, drainage, gas and heat, incident …) is a part that runs
// while networks are open and gives back how to stop it. The list is in `parts.ts`.

import type { SessionContext } from '#features/feature.ts';
import type { NetworkSource, OpenNetwork } from '../contract.ts';

export interface PartContext extends SessionContext {
  /** The networks of the open city; a new list starts the part anew. */
  readonly networks: readonly OpenNetwork[];
  /** The same networks as sources, for a worker that reads them itself. */
  readonly sources: readonly NetworkSource[];
  /** Aborted when the city closes or its networks change. */
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export type StartPart = (context: PartContext) => () => void;
