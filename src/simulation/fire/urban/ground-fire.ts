// Fire over the ground between buildings in order of time: minimum travel time over straight ways to 32 neighbours (as
// ../wildland/travel-time.ts), event by event, under a wind that turns. m, s. How far a way is gone follows from when its
// cell caught fire and the winds since: nothing else is kept, so that going on from a state gives the same bytes.

import { type Crossed, createNeighbours } from '../wildland/neighbours.ts';
import { createEventHeap } from './event-heap.ts';
import { cellAt, type UrbanGround } from './ground.ts';
import { type GroundRates, groundRates, type VegetationState } from './ground-fuels.ts';
import type { WindHistory } from './wind-history.ts';

/** Within it somebody holds the fire. */
export interface HeldCircle {
  readonly xM: number;
  readonly yM: number;
  readonly reachM: number;
}

/** Cells that have burnt, in that order, and when. */
export interface GroundState {
  readonly cells: Int32Array;
  readonly timeS: Float64Array;
}

export interface GroundFire {
  readonly ground: UrbanGround;
  /** When the next cell burns by what is known. */
  firstS(): number;
  first(): number;
  /** Sets a cell on fire and spreads from it; false where it burns no more, or can't. */
  ignite(cell: number, nowS: number): boolean;
  /** Lets a cell burn from a time on, unless the wind turns or somebody holds it before. */
  light(cell: number, timeS: number): void;
  /** The burnable cell at a point, −1 where there is none. */
  burnableAt(xM: number, yM: number): number;
  /** Whether anything within a circle has caught fire since. */
  hasBurnt(circle: HeldCircle, sinceS: number): boolean;
  begin(vegetation: VegetationState | undefined): void;
  /** Wind or water is another from now on: what waited to burn is found anew from all that burns. */
  turn(nowS: number, held: readonly HeldCircle[]): void;
  snapshot(): GroundState;
  restore(state: GroundState): void;
  clear(): void;
}

const REACH = 3;
/** Flames up to here are held by an engine's crew: 8 ft (Andrews & Rothermel 1982, INT-131). */
const HELD_FLAME_M = 2.44;
/** Rounding of times. */
const LATE_S = 1e-6;

export function createGroundFire(ground: UrbanGround, wind: WindHistory): GroundFire {
  const { columns, rows, cellM, westM, northM, cover } = ground;
  const ways = createNeighbours(REACH);
  const offsets = ways.map(({ crossed }) =>
    Int32Array.from(crossed, ({ east, north }) => east - north * columns),
  );
  const shares = ways.map(({ crossed }) => Float64Array.from(crossed, ({ share }) => share));
  const corners = ways.map(({ crossed }) => Int32Array.from(cornersOf(crossed, columns)));
  const next = createEventHeap(cover.length);
  const ignitionS = new Float64Array(cover.length).fill(Infinity);
  const order: number[] = [];
  /** Burnt cells from which fire may still go on. */
  let alive: number[] = [];
  let rates: readonly GroundRates[] = [];
  let held: readonly HeldCircle[] = [];

  /** s from a cell along a way under a wind. */
  function costS(cell: number, way: number, { slowSm, driftX, driftY }: GroundRates): number {
    const { east, north, lengthCells } = ways[way]!;
    const over = offsets[way]!;
    const share = shares[way]!;
    let cost = 0;
    for (let at = 0; at < over.length; at++) {
      const code = cover[cell + over[at]!]!;
      cost +=
        share[at]! * (slowSm[code]! * lengthCells - driftX[code]! * east - driftY[code]! * north);
    }
    return cost * cellM;
  }

  /** When fire comes along a way; ∞ where it never does, or came to its end before and found nobody. */
  function arrivalS(cell: number, way: number): number {
    const bornS = ignitionS[cell]!;
    let left = 1;
    let sinceS = bornS;
    for (let spell = 0; spell < wind.at; spell++) {
      const untilS = wind.drives[spell + 1]!.fromS;
      if (untilS <= sinceS) continue;
      const cost = costS(cell, way, rates[spell]!);
      if (cost === Infinity) return Infinity;
      left -= (untilS - sinceS) / cost;
      sinceS = untilS;
    }
    return left < -1e-9 ? Infinity : sinceS + Math.max(0, left) * costS(cell, way, rates[wind.at]!);
  }

  /** From cell to cell through a corner between two bare ones there is no ground. */
  function passesBareCorner(cell: number, way: number): boolean {
    const beside = corners[way]!;
    for (let at = 0; at < beside.length; at += 2)
      if (cover[cell + beside[at]!] === 0 && cover[cell + beside[at + 1]!] === 0) return true;
    return false;
  }

  const isBurnable = (cell: number): boolean =>
    ignitionS[cell] === Infinity && (rates[wind.at]?.slowSm[cover[cell]!] ?? Infinity) < Infinity;

  function isHeld(cell: number): boolean {
    if (held.length === 0 || !(rates[wind.at]!.flameM[cover[cell]!]! <= HELD_FLAME_M)) return false;
    const x = westM + ((cell % columns) + 0.5) * cellM;
    const y = northM - (Math.floor(cell / columns) + 0.5) * cellM;
    return held.some(({ xM, yM, reachM }) => (x - xM) ** 2 + (y - yM) ** 2 <= reachM * reachM);
  }

  /** Whether fire may still go on from there. */
  function spread(cell: number, nowS: number): boolean {
    const column = cell % columns;
    const row = (cell - column) / columns;
    let mayGoOn = false;
    for (let way = 0; way < ways.length; way++) {
      const { east, north } = ways[way]!;
      const x = column + east;
      const y = row - north;
      if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
      const to = cell + east - north * columns;
      if (cover[to] === 0 || ignitionS[to]! < Infinity) continue;
      if (passesBareCorner(cell, way)) continue;
      const timeS = arrivalS(cell, way);
      // Late: it came while the goal was held, and is out.
      if (timeS === Infinity || timeS < nowS - LATE_S) continue;
      mayGoOn = true;
      light(to, Math.max(timeS, nowS));
    }
    return mayGoOn;
  }

  function light(cell: number, timeS: number): void {
    if (timeS < next.timeS[cell]! && isBurnable(cell) && !isHeld(cell)) next.set(cell, timeS);
  }

  return {
    ...{ ground, light },
    firstS: () => (next.size() > 0 ? next.timeS[next.first()]! : Infinity),
    first: () => next.first(),
    ignite(cell, nowS) {
      next.set(cell, Infinity);
      if (!isBurnable(cell) || isHeld(cell)) return false;
      ignitionS[cell] = nowS;
      order.push(cell);
      if (spread(cell, nowS)) alive.push(cell);
      return true;
    },
    burnableAt(xM, yM) {
      const cell = cellAt(ground, xM, yM);
      return cell >= 0 && isBurnable(cell) ? cell : -1;
    },
    hasBurnt({ xM, yM, reachM }, sinceS) {
      for (let at = order.length - 1; at >= 0 && ignitionS[order[at]!]! >= sinceS; at--) {
        const x = westM + ((order[at]! % columns) + 0.5) * cellM;
        const y = northM - (Math.floor(order[at]! / columns) + 0.5) * cellM;
        if ((x - xM) ** 2 + (y - yM) ** 2 <= reachM * reachM) return true;
      }
      return false;
    },
    begin(vegetation) {
      rates = vegetation ? groundRates(vegetation, wind.drives) : [];
    },
    turn(nowS, circles) {
      next.clear();
      held = circles;
      if (rates.length === 0) return;
      alive = alive.filter((cell) => spread(cell, nowS));
    },
    snapshot: () => ({
      cells: Int32Array.from(order),
      timeS: Float64Array.from(order, (cell) => ignitionS[cell]!),
    }),
    restore({ cells, timeS }) {
      cells.forEach((cell, at) => {
        ignitionS[cell] = timeS[at]!;
        order.push(cell);
        alive.push(cell);
      });
    },
    clear() {
      next.clear();
      for (const cell of order) ignitionS[cell] = Infinity;
      order.length = 0;
      alive = [];
      held = [];
    },
  };
}

/** Offsets of the two cells beside each corner that a way goes through. */
function cornersOf(crossed: readonly Crossed[], columns: number): number[] {
  return crossed.slice(1).flatMap(({ east, north }, before) => {
    const { east: fromEast, north: fromNorth } = crossed[before]!;
    if (east === fromEast || north === fromNorth) return [];
    return [east - fromNorth * columns, fromEast - north * columns];
  });
}
