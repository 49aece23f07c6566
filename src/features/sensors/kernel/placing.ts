// Which sensors get a pin of their own where more are in view than find room: the more urgent first, then
// those that stand already, then an order that never changes. What finds no room is counted into the nearest
// pin that stands in its way. Two pins are never nearer than `spacingPx` in both axes, so the work is one
// look into nine cells of a grid for each sensor: no sorting, and nothing is allocated.

/** How urgent a sensor is: level normal, warning, alarm, and an alarm that nobody has acknowledged. */
export const UNACKNOWLEDGED = 3;

/** Ranks from 0 to this one; the caller says what they mean, higher goes first. */
export const HIGHEST_RANK = 7;

/** Nearer than this share of the spacing, a standing pin gives way; nothing new comes nearer than the spacing. */
const KEPT_SHARE = 0.85;
/** A sensor stays counted into the same pin up to this many spacings away. */
const KEPT_REACH = 1.3;

export interface PlacingInput {
  /** Where each sensor is on the screen, CSS px from the corner; NaN where it is not to be seen. */
  readonly xPx: Float32Array;
  readonly yPx: Float32Array;
  readonly rank: Uint8Array;
  /** 0 … `UNACKNOWLEDGED`, for the badge of the pin that it is counted into. */
  readonly urgency: Uint8Array;
  /** All sensors, the more important of the same rank first. */
  readonly order: Uint32Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly spacingPx: number;
}

/** Arrays of the placer: the next placing overwrites them. */
export interface Placing {
  /** Pins. */
  readonly count: number;
  /** By pin: its sensor. */
  readonly sensor: Int32Array;
  /** By pin: how many others are counted into it, and how urgent the worst of them is. */
  readonly others: Uint32Array;
  readonly worst: Uint8Array;
  /** By sensor: the pin that it has or is counted into; −1 where it is not to be seen. */
  readonly pinOf: Int32Array;
}

export interface Placer {
  place(input: PlacingInput): Placing;
  /** Forgets what stands, as after a jump of the camera. */
  forget(): void;
}

/** Least spacing, from `leastPx` up, at which no more than `mostPins` fit on the screen. */
export function spacingFor(
  widthPx: number,
  heightPx: number,
  leastPx: number,
  mostPins: number,
): number {
  let spacingPx = leastPx;
  const pinsAlong = (sidePx: number) => Math.floor(sidePx / (spacingPx * KEPT_SHARE)) + 1;
  while (pinsAlong(widthPx) * pinsAlong(heightPx) > mostPins) spacingPx += 1;
  return spacingPx;
}

/** Places up to `sensors` sensors on at most `mostPins` pins. */
export function createPlacer(sensors: number, mostPins: number): Placer {
  const queue = new Int32Array(sensors);
  const pinOf = new Int32Array(sensors).fill(-1);
  // The sensor that each was last counted into, itself where it had a pin; −1 where it was not to be seen.
  const keeper = new Int32Array(sensors).fill(-1);
  const sensor = new Int32Array(mostPins);
  const nextInCell = new Int32Array(mostPins);
  const others = new Uint32Array(mostPins);
  const worst = new Uint8Array(mostPins);
  const starts = new Uint32Array(2 * (HIGHEST_RANK + 1) + 1);
  let heads = new Int32Array(0);

  /** Fills `queue` with what is to be seen, first come first; returns how many. */
  function line(input: PlacingInput): number {
    const { xPx, rank, order } = input;
    const turnOf = (at: number) => 2 * (HIGHEST_RANK - rank[at]!) + (keeper[at] === at ? 0 : 1);
    starts.fill(0);
    for (let at = 0; at < sensors; at++) if (!Number.isNaN(xPx[at]!)) starts[turnOf(at) + 1]!++;
    for (let turn = 1; turn < starts.length; turn++) starts[turn]! += starts[turn - 1]!;
    const count = starts[starts.length - 1]!;
    for (let turn = 0; turn < sensors; turn++) {
      const at = order[turn]!;
      if (!Number.isNaN(xPx[at]!)) queue[starts[turnOf(at)]!++] = at;
    }
    return count;
  }

  function place(input: PlacingInput): Placing {
    const { xPx, yPx, urgency, spacingPx } = input;
    const waiting = line(input);
    // A border of one cell, so that no look goes over the edge; what lies farther out shares the border.
    const columns = Math.ceil(input.widthPx / spacingPx) + 2;
    const rows = Math.ceil(input.heightPx / spacingPx) + 2;
    if (heads.length < columns * rows) heads = new Int32Array(columns * rows);
    heads.fill(-1);
    const columnOf = (at: number) =>
      Math.min(columns - 1, Math.max(0, Math.floor(xPx[at]! / spacingPx) + 1));
    const rowOf = (at: number) =>
      Math.min(rows - 1, Math.max(0, Math.floor(yPx[at]! / spacingPx) + 1));

    /** The nearest pin less than `roomPx` away in both axes; −1 where there is none. */
    function nearest(at: number, roomPx: number, isAnyEnough: boolean): number {
      const column = columnOf(at);
      const row = rowOf(at);
      let found = -1;
      let leastSquare = Number.POSITIVE_INFINITY;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          for (let pin = heads[y * columns + x]!; pin >= 0; pin = nextInCell[pin]!) {
            const dx = Math.abs(xPx[sensor[pin]!]! - xPx[at]!);
            const dy = Math.abs(yPx[sensor[pin]!]! - yPx[at]!);
            if (dx >= roomPx || dy >= roomPx) continue;
            if (isAnyEnough) return pin;
            const square = dx * dx + dy * dy;
            if (square < leastSquare || (square === leastSquare && pin < found)) {
              leastSquare = square;
              found = pin;
            }
          }
        }
      }
      return found;
    }

    pinOf.fill(-1);
    let count = 0;
    for (let turn = 0; turn < waiting && count < mostPins; turn++) {
      const at = queue[turn]!;
      const roomPx = keeper[at] === at ? spacingPx * KEPT_SHARE : spacingPx;
      if (nearest(at, roomPx, true) >= 0) continue;
      const cell = rowOf(at) * columns + columnOf(at);
      nextInCell[count] = heads[cell]!;
      heads[cell] = count;
      sensor[count] = at;
      others[count] = 0;
      worst[count] = 0;
      pinOf[at] = count;
      count++;
    }

    const reachPx = spacingPx * KEPT_REACH;
    for (let turn = 0; turn < waiting; turn++) {
      const at = queue[turn]!;
      if (pinOf[at]! >= 0) continue;
      const kept = keeper[at]! < 0 ? -1 : pinOf[keeper[at]!]!;
      // The keeper has a pin of its own where it is that pin's sensor, not merely counted into it.
      const isKept =
        kept >= 0 && sensor[kept] === keeper[at] && isWithin(at, sensor[kept]!, reachPx);
      const pin = isKept ? kept : nearest(at, spacingPx, false);
      if (pin < 0) continue;
      pinOf[at] = pin;
      others[pin]!++;
      if (urgency[at]! > worst[pin]!) worst[pin] = urgency[at]!;
    }
    for (let at = 0; at < sensors; at++) keeper[at] = pinOf[at]! < 0 ? -1 : sensor[pinOf[at]!]!;
    return { count, sensor, others, worst, pinOf };

    function isWithin(a: number, b: number, roomPx: number): boolean {
      return Math.abs(xPx[a]! - xPx[b]!) < roomPx && Math.abs(yPx[a]! - yPx[b]!) < roomPx;
    }
  }

  return { place, forget: () => keeper.fill(-1) };
}
