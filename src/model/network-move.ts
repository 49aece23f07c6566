// Where a person put a network whose file knows no place on the Earth, in place of where it was read to lie; and how the
// feature of pipes tells others of it. Degrees, m.

/** Channel of `scene/frames.ts` that carries `NetworkMoves` of the open city's own networks. */
export const NETWORK_MOVES = 'network-moves';

/** By the ending of their collections' ids: `storm` of `pipes-storm`; what nobody moved is not among them. */
export type NetworkMoves = Readonly<Record<string, NetworkMove>>;

export interface NetworkMove {
  /** Of the middle of the network's box; its x axis turned from where the file has it, counter-clockwise. */
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly turnDeg: number;
  /** Times its size as it was read. */
  readonly scale: number;
  /** Above where it was read to lie, m. */
  readonly upM: number;
}
