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
