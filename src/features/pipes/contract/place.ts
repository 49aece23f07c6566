// A network that a person puts somewhere: where it stands, and what a hand does to it.

import type { NetworkMove } from '#model/network-move.ts';

/** Of the network's box where it stands. */
export interface NetworkMiddle {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** From the middle to a corner. */
  readonly reachM: number;
}

/** Channel of `scene/frames.ts` on which the globe says where a hand drags or turns a network: a `PlaceGesture`. */
export const PIPES_PLACE = 'pipes/place';

export interface PlaceGesture {
  readonly network: string;
  readonly move: NetworkMove;
  /** The hand let go. */
  readonly isDropped: boolean;
}
