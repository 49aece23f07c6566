// Water that comes in: a flow under a line split by length, with its momentum along the line's normal for shallow
// water; a burst main at a point, without momentum; water behind a dam that goes all at once. m³/s; volumes exact.

import { cellAt, cellsInside, cellsUnder, normalOf, type Point, toPoints } from './lines.ts';
import { type Operator, SLOW_S, type Workshop, window } from './operator.ts';
import type { BurstSource, DamBreakSource, InflowSource, Series } from './parts.ts';
import { meanOver } from './series.ts';

const GRAVITY = 9.80665;

export function createInflow(part: InflowSource, shop: Workshop): Operator {
  const { grid, book } = shop;
  const points = toPoints(shop, part.line);
  const { cells, lengths } = cellsUnder(grid, points);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const slots = cells.map((cell) => book.slotOf(cell));
  const [east, south] = inward(shop, points);
  const numbers = { flowM3s: 0, volumeM3: 0 };
  return {
    ...{ part, numbers, longestS: SLOW_S, readsCells: true, detail: () => ({}) },
    ...window(0),
    nextChange: (timeS) => nextPoint(part.flow, timeS),
    prepare({ timeS, untilS, scheme }) {
      const flow = meanOver(part.flow, timeS, untilS);
      numbers.flowM3s = flow;
      const perMetre = flow / (whole * grid.cellM);
      const critical = Math.cbrt((perMetre * perMetre) / GRAVITY);
      slots.forEach((slot, k) => {
        const share = (flow * (lengths[k] ?? 0)) / whole;
        const speed =
          scheme === 'shallow-water' && critical > 0
            ? perMetre / Math.max(book.depthM(slot), critical)
            : 0;
        const push = (share / book.areaM2) * speed;
        book.add(slot, share, push * east, -push * south);
      });
    },
  };
}

/** The normal of the line that points to where the ground is lower, and into the grid at its edge. */
function inward({ grid, land }: Workshop, points: readonly Point[]): Point {
  const [east, south] = normalOf(points);
  const middle = points[Math.floor(points.length / 2)] ?? [0, 0];
  const half: Point =
    points.length === 2 && points[0] && points[1]
      ? [(points[0][0] + points[1][0]) / 2, (points[0][1] + points[1][1]) / 2]
      : middle;
  const levelAt = (cells: number) => {
    const cell = cellAt(grid, [half[0] + cells * east, half[1] + cells * south]);
    return cell < 0 ? Number.POSITIVE_INFINITY : land.bedOf(cell);
  };
  // Ground without data is taken for a wall.
  const wall = (level: number) => (Number.isNaN(level) ? Number.POSITIVE_INFINITY : level);
  const isAhead = wall(levelAt(3)) <= wall(levelAt(-3));
  return isAhead ? [east, south] : [-east, -south];
}

export function createBurst(part: BurstSource, shop: Workshop): Operator {
  const slot = shop.book.slotOf(cellAt(shop.grid, shop.toGrid(part.at)));
  const numbers = { flowM3s: 0, volumeM3: 0 };
  return {
    ...{ part, numbers, longestS: SLOW_S, readsCells: false, detail: () => ({}) },
    ...window(0),
    nextChange: (timeS) => nextPoint(part.flow, timeS),
    prepare({ timeS, untilS }) {
      numbers.flowM3s = meanOver(part.flow, timeS, untilS);
      shop.book.add(slot, numbers.flowM3s);
    },
  };
}

/** Steps end where the series bends, so that a short pulse isn't spread. */
function nextPoint(series: Series, timeS: number): number {
  for (const [time] of series) if (time > timeS) return time;
  return Number.POSITIVE_INFINITY;
}

/** In so many seconds a dam is gone: short against all that follows, and a flux like others, so that balances hold. */
const GONE_S = 0.05;

export function createDamBreak(part: DamBreakSource, shop: Workshop): Operator {
  const cells = cellsInside(shop.grid, toPoints(shop, part.area));
  const numbers = { flowM3s: 0, volumeM3: 0, isGone: 0 };
  const endS = part.atS + GONE_S;
  return {
    ...{ part, numbers, longestS: SLOW_S, readsCells: false },
    ...window(part.atS, endS),
    needsState: (timeS) => timeS >= part.atS && numbers.isGone === 0,
    prepare({ timeS, seconds, state, once }) {
      numbers.flowM3s = 0;
      if (timeS < part.atS || numbers.isGone === 1 || !state) return;
      numbers.isGone = 1;
      for (const cell of cells) {
        const lacking = part.levelM - shop.land.bedOf(cell) - (state.depthM[cell] ?? 0);
        if (lacking <= 0) continue;
        const flow = (lacking * shop.book.areaM2) / seconds;
        once.set(cell, (once.get(cell) ?? 0) + flow);
        numbers.flowM3s += flow;
      }
    },
    detail: () => ({ levelM: part.levelM, areaM2: cells.length * shop.book.areaM2 }),
  };
}
