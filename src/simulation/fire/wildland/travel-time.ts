// Minimum travel time of fire over a raster whose cells each grow an ellipse (Finney 2002): Dijkstra over straight ways
// to 32 neighbours or more, and between two of them where the ground is alike. m, s; x to the east, y to the north, rows northwards.

import { createHeap } from './heap.ts';
import { createNeighbours } from './neighbours.ts';

export interface FireField {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Of the head in each cell; 0 does not burn. */
  readonly rateMs: Float64Array;
  /** Whither the head runs, rad clockwise from north. */
  readonly headingRad: Float64Array;
  readonly lengthToWidth: Float64Array;
}

export interface TravelTime {
  /**
   * Writes the arrival in each cell, s, `Infinity` where none comes before `untilS`; returns how many it reached.
   * Ignitions begin at 0, or each at its own of `startS`.
   */
  run(
    ignitions: Iterable<number>,
    untilS: number,
    arrivalS: Float64Array,
    startS?: ArrayLike<number>,
  ): number;
}

/**
 * Prepared once for a field, run for as many ignitions as wanted. From a focus an ellipse takes `A·|way| − b·way`: A
 * and b are kept per cell, so that no way needs a sine. Throws `RangeError` on arrays of another size, a rate below 0 or
 * a ratio below 1.
 */
export function createTravelTime(field: FireField): TravelTime {
  const { width, height, cellM } = field;
  const count = width * height;
  check(field, count);
  const { slow, driftEast, driftNorth } = toMetric(field);
  const heap = createHeap(count);
  const isDone = new Uint8Array(count);
  const neighbours = createNeighbours(reachOf(field));
  const ways = neighbours.length;

  function run(
    ignitions: Iterable<number>,
    untilS: number,
    arrivalS: Float64Array,
    startS?: ArrayLike<number>,
  ): number {
    if (arrivalS.length !== count)
      throw new RangeError(`Arrivals are ${arrivalS.length}; ${count} are expected.`);
    arrivalS.fill(Infinity);
    isDone.fill(0);
    heap.clear();
    let ignition = 0;
    for (const cell of ignitions) {
      const begins = startS?.[ignition++] ?? 0;
      if (!(cell >= 0 && cell < count))
        throw new RangeError(`The fire begins in cell ${cell}; 0 to ${count - 1} are expected.`);
      if (slow[cell]! === Infinity || begins > untilS || begins >= arrivalS[cell]!) continue;
      arrivalS[cell] = begins;
      heap.put(cell, begins);
    }
    let reached = 0;
    for (let cell = heap.take(); cell >= 0; cell = heap.take()) {
      isDone[cell] = 1;
      reached++;
      spreadFrom(cell, untilS, arrivalS);
    }
    // What waits in the heap beyond the end was never reached.
    return reached;
  }

  function spreadFrom(cell: number, untilS: number, arrivalS: Float64Array): void {
    const start = arrivalS[cell]!;
    const column = cell % width;
    const row = (cell - column) / width;
    for (let way = 0; way < ways; way++) {
      const { east, north, lengthCells, crossed } = neighbours[way]!;
      const x = column + east;
      const y = row + north;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const to = cell + north * width + east;
      if (isDone[to]) continue;
      let cost = 0;
      let alike = true;
      for (let at = 0; at < crossed.length; at++) {
        const { east: stepEast, north: stepNorth, share } = crossed[at]!;
        const over = cell + stepNorth * width + stepEast;
        const own = slow[over]!;
        if (own === Infinity) {
          cost = Infinity;
          break;
        }
        if (
          own !== slow[to] ||
          driftEast[over] !== driftEast[to] ||
          driftNorth[over] !== driftNorth[to]
        )
          alike = false;
        cost += share * (own * lengthCells - driftEast[over]! * east - driftNorth[over]! * north);
      }
      if (cost === Infinity) continue;
      let time = start + cost * cellM;
      if (alike) time = Math.min(time, timeBetween(to, way, start, arrivalS));
      if (time < arrivalS[to]! && time <= untilS) {
        arrivalS[to] = time;
        heap.put(to, time);
      }
    }
  }

  /** By way of the best point between the burned cell and one beside the straight way, where all is like the goal. */
  function timeBetween(to: number, way: number, start: number, arrivalS: Float64Array): number {
    let best = Infinity;
    const { east, north } = neighbours[way]!;
    const own = slow[to]!;
    const slideEast = driftEast[to]!;
    const slideNorth = driftNorth[to]!;
    const goalColumn = to % width;
    const goalRow = (to - goalColumn) / width;
    for (let side = -1; side <= 1; side += 2) {
      const { east: otherEast, north: otherNorth } = neighbours[(way + side + ways) % ways]!;
      const x = goalColumn - otherEast;
      const y = goalRow - otherNorth;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const other = to - otherNorth * width - otherEast;
      const otherTime = arrivalS[other]!;
      if (otherTime === Infinity || slow[other] !== own) continue;
      if (driftEast[other] !== slideEast || driftNorth[other] !== slideNorth) continue;
      // Without the drift it is a plain eikonal update on the segment from the burned cell to the other one.
      const from = start / cellM - slideEast * east - slideNorth * north;
      const there = otherTime / cellM - slideEast * otherEast - slideNorth * otherNorth;
      const segmentEast = east - otherEast;
      const segmentNorth = north - otherNorth;
      const segment = Math.sqrt(segmentEast * segmentEast + segmentNorth * segmentNorth);
      const gradient = (there - from) / (own * segment);
      if (!(gradient > -1 && gradient < 1)) continue;
      const along = (east * segmentEast + north * segmentNorth) / segment;
      const across = Math.abs(east * segmentNorth - north * segmentEast) / segment;
      const rest = (gradient * across) / Math.sqrt(1 - gradient * gradient);
      const place = along - rest;
      if (!(place > 0 && place < segment)) continue;
      const time =
        from + (there - from) * (place / segment) + own * Math.sqrt(across * across + rest * rest);
      best = Math.min(best, time * cellM);
    }
    return best;
  }

  return { run };
}

function check(field: FireField, count: number): void {
  const { width, height, cellM, rateMs, headingRad, lengthToWidth } = field;
  if (!(width > 0 && height > 0))
    throw new RangeError(`The raster has ${width} × ${height} cells.`);
  if (!(cellM > 0)) throw new RangeError(`Cells are ${cellM} m wide; more than 0 is expected.`);
  for (const array of [rateMs, headingRad, lengthToWidth])
    if (array.length !== count)
      throw new RangeError(
        `An array of the field has ${array.length} cells; ${count} are expected.`,
      );
  for (let cell = 0; cell < count; cell++) {
    if (!(rateMs[cell]! >= 0))
      throw new RangeError(`Cell ${cell} spreads ${rateMs[cell]} m/s; 0 or more is expected.`);
    if (rateMs[cell]! > 0 && !(lengthToWidth[cell]! >= 1))
      throw new RangeError(
        `Cell ${cell} has a length to width of ${lengthToWidth[cell]}; 1 or more is expected.`,
      );
  }
}

const LEAST_REACH = 3;
const MOST_REACH = 8;

/**
 * The longer the ellipses, the finer the directions have to be: with 32 of them an ellipse of 8 to 1 loses 11 % of its
 * area, with 176 of them see `validation/fire/wildland.ts`.
 */
function reachOf({ rateMs, lengthToWidth }: FireField): number {
  let longest = 1;
  for (let cell = 0; cell < rateMs.length; cell++)
    if (rateMs[cell]! > 0) longest = Math.max(longest, lengthToWidth[cell]!);
  return Math.min(MOST_REACH, Math.max(LEAST_REACH, Math.ceil(longest)));
}

/** s/m: 1/(R(1−e)) and e of it towards the head. */
function toMetric({ rateMs, headingRad, lengthToWidth }: FireField) {
  const slow = new Float64Array(rateMs.length);
  const driftEast = new Float64Array(rateMs.length);
  const driftNorth = new Float64Array(rateMs.length);
  for (let cell = 0; cell < rateMs.length; cell++) {
    const rate = rateMs[cell]!;
    if (rate === 0) {
      slow[cell] = Infinity;
      continue;
    }
    const ratio = lengthToWidth[cell]!;
    const eccentricity = Math.sqrt(ratio * ratio - 1) / ratio;
    slow[cell] = 1 / (rate * (1 - eccentricity));
    driftEast[cell] = slow[cell]! * eccentricity * Math.sin(headingRad[cell]!);
    driftNorth[cell] = slow[cell]! * eccentricity * Math.cos(headingRad[cell]!);
  }
  return { slow, driftEast, driftNorth };
}
