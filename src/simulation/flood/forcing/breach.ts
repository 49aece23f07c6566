// A levee that opens: width and invert grow linearly over `growthS`. Until the invert is down at the toe a broad-crested
// weir hands water across the levee; then the bed of its cells is cut and the solver's own equations take over
// (flood guide 1.3; LISFLOOD-FP and SFINCS treat weirs alike). Levels m, flows m³/s, positive to the right of the line.

import { type BreachShape, facesWithin, shapeBreach } from './breach-shape.ts';
import { toPoints } from './lines.ts';
import { weirFlow } from './openings.ts';
import { FAST_S, type Operator, type Step, type Workshop, window } from './operator.ts';
import type { BreachSource } from './parts.ts';
import { createPool, most } from './pool.ts';

const GRAVITY = 9.80665;
/** Beds are cut anew each time the breach has grown by this share. */
const STEPS_OF_CUT = 20;

export function createBreach(part: BreachSource, shop: Workshop): Operator {
  const { grid, book, land } = shop;
  const shape = shapeBreach(grid, toPoints(shop, part.line), part.widthM, part.invertM);
  if (!shape) throw new RangeError(`Breach ${part.id} lies on no ground.`);
  const { profiles, crestM, invertM, toeM, normal } = shape;
  const half = part.widthM / grid.cellM / 2;
  const [leftToes, rightToes] = toesOf(shape);
  const wantedM2 = Math.max(100, part.widthM * 20);
  const body = new Set(profiles.flatMap((profile) => profile.body));
  const walled = new Set(facesAround(grid.width, body));
  const left = createPool(shop, leftToes, wantedM2, walled);
  const right = createPool(shop, rightToes, wantedM2, walled);
  // Where the flow through the cut is read: the cells under the crest.
  const middles = [...new Set(profiles.map((one) => one.body[one.body.length >> 1] ?? one.left))];
  const gauge = middles.map((cell) => book.slotOf(cell));
  const times = window(part.atS);
  const numbers = { flowM3s: 0, volumeM3: 0, widthM: 0, invertM: crestM, cutSteps: 0 };
  let cutDone = 0;

  function cut(grown: number): void {
    const beds = new Map<number, number>();
    const cells = new Set<number>();
    for (const profile of profiles) {
      if (profile.away > half * grown && grown < 1) continue;
      for (const cell of profile.body) beds.set(cell, numbers.invertM);
      for (const cell of [profile.left, profile.right, ...profile.body]) cells.add(cell);
    }
    const cuts = new Map(facesWithin(grid, cells).map((face) => [face, numbers.invertM]));
    land.want(part.id, { beds, cuts });
  }

  function overWeir({ seconds }: Step): void {
    const levels = [left.levelM(), right.levelM()] as const;
    const isRight = levels[0] >= levels[1];
    const [up, down] = isRight ? [left, right] : [right, left];
    const [high, low] = isRight ? levels : [levels[1], levels[0]];
    const head = high - numbers.invertM;
    const flow = weirFlow(numbers.widthM, head, low - numbers.invertM);
    const got = up.take(Math.min(flow, most(up, down, high - low, seconds)), seconds);
    const speed = (isRight ? 1 : -1) * Math.sqrt((2 / 3) * GRAVITY * Math.max(0, head));
    down.give(got, speed * normal[0], -speed * normal[1]);
    numbers.flowM3s = isRight ? got : -got;
  }

  /** What the solver lets through the cut, m³/s. */
  function throughCut(): number {
    const perCell = numbers.widthM / Math.max(1, gauge.length);
    let flow = 0;
    for (const slot of gauge) {
      const across = book.uMs(slot) * normal[0] - book.vMs(slot) * normal[1];
      flow += book.depthM(slot) * across * perCell;
    }
    return flow;
  }

  return {
    ...{ part, numbers, longestS: FAST_S, readsCells: true },
    ...times,
    nextChange: (timeS) =>
      timeS < part.atS
        ? part.atS
        : timeS < part.atS + part.growthS
          ? part.atS + part.growthS
          : Number.POSITIVE_INFINITY,
    prepare(step) {
      numbers.flowM3s = 0;
      if (times.phase(step.timeS) !== 'working') return;
      const grown = part.growthS > 0 ? Math.min(1, (step.timeS - part.atS) / part.growthS) : 1;
      numbers.widthM = grown * part.widthM;
      numbers.invertM = crestM - grown * (crestM - invertM);
      if (grown < 1 && numbers.invertM > toeM) {
        overWeir(step);
        return;
      }
      numbers.cutSteps = Math.max(1, Math.floor(grown * STEPS_OF_CUT));
      if (numbers.cutSteps !== cutDone) cut(grown);
      cutDone = numbers.cutSteps;
      numbers.flowM3s = throughCut();
    },
    detail: () => ({ widthM: numbers.widthM, invertM: numbers.invertM }),
  };
}

function toesOf({ profiles }: BreachShape): readonly [left: number[], right: number[]] {
  const lefts = new Set(profiles.map((profile) => profile.left));
  const rights = new Set(profiles.map((profile) => profile.right));
  const alone = [...rights].filter((cell) => !lefts.has(cell));
  return [[...lefts], alone.length > 0 ? alone : [...rights]];
}

/** All four faces of each cell: pools beside a levee don't reach over it. */
function facesAround(width: number, cells: ReadonlySet<number>): number[] {
  return [...cells].flatMap((cell) => [
    2 * cell,
    2 * cell + 1,
    2 * (cell + 1),
    2 * (cell + width) + 1,
  ]);
}
