// A water level held at the edge of the grid, or inside it under a line: tide, surge, a river gauge. At the edge the
// solver's own stage edges do it; inside, each cell under the line is filled or drained to the level in every step.
// (An integral term that makes up for what flows on meanwhile was tried: it winds up while a basin fills and then
// overshoots by a third.) Levels m.

import type { FloodEdge, FloodGrid } from '../parts.ts';
import { cellsUnder, hasData, type Point, toPoints } from './lines.ts';
import { type Operator, SLOW_S, type Workshop, window } from './operator.ts';
import type { StageSource } from './parts.ts';
import { meanOver, valueAt } from './series.ts';

/** A line drawn this near to the outer edge (cells) means the edge. */
const NEAR_EDGE = 3;
/** Short, so that little flows away between: the level sags by that much. */
const HOLD_S = 0.5;

type Side = FloodEdge['side'];

export function createStage(part: StageSource, shop: Workshop): Operator {
  const { grid } = shop;
  const { cells } = cellsUnder(grid, snapToEdge(grid, toPoints(shop, part.line)));
  const driven = shop.waters.flatMap((one) => (one.sources.includes(part.id) ? one.edges : []));
  if (driven.length > 0) return drive(part, driven);
  const open = cells.flatMap((cell) => outerSides(grid, cell).map((side) => ({ cell, side })));
  const isAtEdge = new Set(open.map(({ cell }) => cell)).size * 2 > cells.length;
  return isAtEdge ? atEdge(part, open) : inside(part, shop, cells);
}

/** Cells that a stage line holds, for checks. */
export const stageCells = (shop: Pick<Workshop, 'grid' | 'toGrid'>, part: StageSource): number[] =>
  cellsUnder(shop.grid, snapToEdge(shop.grid, toPoints(shop, part.line))).cells;

function atEdge(part: StageSource, open: readonly Pick<FloodEdge, 'cell' | 'side'>[]): Operator {
  return driving(part, (levelM) =>
    open.map(({ cell, side }) => ({ cell, side, kind: 'stage', value: levelM })),
  );
}

/** A river keeps the slope that it has at the start: all its edges rise and fall together. */
function drive(part: StageSource, edges: readonly FloodEdge[]): Operator {
  const atStart = valueAt(part.level, 0);
  return driving(part, (levelM) =>
    edges.map((edge) => ({ ...edge, value: edge.value + levelM - atStart })),
  );
}

function driving(part: StageSource, edgesAt: (levelM: number) => readonly FloodEdge[]): Operator {
  const numbers = { flowM3s: 0, volumeM3: 0, levelM: 0 };
  return {
    ...{ part, numbers, longestS: SLOW_S, readsCells: false },
    ...window(0),
    prepare({ timeS, untilS }) {
      numbers.levelM = meanOver(part.level, timeS, untilS);
    },
    edges: () => edgesAt(numbers.levelM),
    detail: () => ({ levelM: numbers.levelM }),
  };
}

function inside(part: StageSource, { book }: Workshop, cells: readonly number[]): Operator {
  const slots = cells.map((cell) => book.slotOf(cell));
  const numbers = { flowM3s: 0, volumeM3: 0, levelM: 0 };
  return {
    ...{ part, numbers, longestS: HOLD_S, readsCells: true },
    ...window(0),
    prepare({ timeS, untilS, seconds }) {
      numbers.levelM = meanOver(part.level, timeS, untilS);
      numbers.flowM3s = 0;
      for (const slot of slots) {
        const flow = ((numbers.levelM - book.levelM(slot)) * book.areaM2) / seconds;
        if (flow >= 0) book.add(slot, flow);
        numbers.flowM3s += flow >= 0 ? flow : -book.take(slot, -flow, seconds);
      }
    },
    detail: () => ({ levelM: numbers.levelM }),
  };
}

function snapToEdge({ width, height }: FloodGrid, points: readonly Point[]): Point[] {
  const near = (pick: (point: Point) => number) => points.every((point) => pick(point) < NEAR_EDGE);
  const isWest = near(([x]) => x);
  const isEast = near(([x]) => width - x);
  const isNorth = near(([, y]) => y);
  const isSouth = near(([, y]) => height - y);
  const into = (value: number, most: number) => Math.max(0.5, Math.min(most - 0.5, value));
  return points.map(
    ([x, y]): Point => [
      isWest ? 0.5 : isEast ? width - 0.5 : into(x, width),
      isNorth ? 0.5 : isSouth ? height - 0.5 : into(y, height),
    ],
  );
}

function outerSides(grid: FloodGrid, cell: number): Side[] {
  const { width, height } = grid;
  const x = cell % width;
  const y = (cell - x) / width;
  const beyond = (inGrid: boolean, next: number) => !inGrid || !hasData(grid, next);
  const sides: Side[] = [];
  if (beyond(x > 0, cell - 1)) sides.push('west');
  if (beyond(y > 0, cell - width)) sides.push('north');
  if (beyond(x < width - 1, cell + 1)) sides.push('east');
  if (beyond(y < height - 1, cell + width)) sides.push('south');
  return sides;
}
