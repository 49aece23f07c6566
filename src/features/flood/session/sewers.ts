// Where a person put the city's storm sewers, as the feature of pipes tells it: runs that begin take them there.

import type { SessionContext } from '#features/feature.ts';
import { NETWORK_MOVES, type NetworkMoves } from '#model/network-move.ts';
import { setSewersAt } from '../state/waters.ts';

const NETWORK = 'storm';

export function followSewers({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  const follow = () => setSewersAt(store, frames.peek<NetworkMoves>(NETWORK_MOVES)?.[NETWORK]);
  follow();
  return frames.subscribe((channel) => channel === NETWORK_MOVES && follow());
}
