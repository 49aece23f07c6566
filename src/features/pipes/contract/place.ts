// Where a person put a network whose file knows no place on the Earth, in place of where it was read to lie.

/** Of the middle of the network's box; its x axis turned from where the file has it, counter-clockwise. */
export interface NetworkMove {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly turnDeg: number;
  /** Times its size as it was read. */
  readonly scale: number;
  /** Above where it was read to lie, m. */
  readonly upM: number;
}

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
