// Walls on the faces between cells: barriers that stand from and until a time, and gates with an opening over time in
// a wall that nothing else passes. Crests and sills m, flows m³/s.

import { facesAlong, lengthOf, sidesOf, toPoints } from './lines.ts';
import { gateFlow } from './openings.ts';
import { FAST_S, type Operator, SLOW_S, type Workshop, window } from './operator.ts';
import type { BarrierStructure, GateStructure } from './parts.ts';
import { createPool, most } from './pool.ts';
import { meanOver } from './series.ts';

/** Height of a barrier that says neither height nor crest, m. */
export const BARRIER_M = 1;

export function createBarrier(part: BarrierStructure, shop: Workshop): Operator {
  const { grid, land } = shop;
  const faces = facesAlong(grid, toPoints(shop, part.line));
  const crests = new Map(
    faces.map((face) => {
      const [owner, other] = sidesOf(grid, face);
      const ground = Math.max(grid.zM[owner] ?? 0, grid.zM[other] ?? 0);
      return [face, part.crestM ?? ground + (part.heightM ?? BARRIER_M)];
    }),
  );
  const highest = Math.max(...crests.values());
  const times = window(part.fromS, part.untilS);
  let stands = false;
  return {
    ...{ part, numbers: { flowM3s: 0, volumeM3: 0 }, longestS: SLOW_S, readsCells: false },
    ...times,
    prepare({ timeS }) {
      const wanted = times.phase(timeS) === 'working';
      if (wanted === stands) return;
      stands = wanted;
      if (wanted) land.want(part.id, { walls: crests });
      else land.drop(part.id);
    },
    detail: () => ({ crestM: highest }),
  };
}

export function createGate(part: GateStructure, shop: Workshop): Operator {
  const { grid, land } = shop;
  const points = toPoints(shop, part.line);
  const faces = facesAlong(grid, points);
  const closed = new Set(faces);
  const widthM = lengthOf(points) * grid.cellM;
  const owners = [...new Set(faces.map((face) => sidesOf(grid, face)[0]))];
  const others = [...new Set(faces.map((face) => sidesOf(grid, face)[1]))];
  const wantedM2 = Math.max(100, widthM * 10);
  const east = createPool(shop, owners, wantedM2, closed);
  const west = createPool(shop, others, wantedM2, closed);
  const walls = new Map(faces.map((face) => [face, Number.POSITIVE_INFINITY]));
  const numbers = { flowM3s: 0, volumeM3: 0, openingM: 0 };
  let stands = false;
  return {
    ...{ part, numbers, longestS: FAST_S, readsCells: true },
    ...window(0),
    prepare({ timeS, untilS, seconds }) {
      if (!stands) land.want(part.id, { walls });
      stands = true;
      numbers.openingM = Math.max(0, meanOver(part.opening, timeS, untilS));
      const [a, b] = [west.levelM(), east.levelM()];
      const [up, down] = a >= b ? [west, east] : [east, west];
      const above = Math.max(a, b) - part.sillM;
      const flow = gateFlow(widthM, numbers.openingM, above, Math.min(a, b) - part.sillM);
      const wanted = Math.min(flow, most(up, down, Math.abs(a - b), seconds));
      const got = up.take(wanted, seconds);
      down.give(got);
      numbers.flowM3s = a >= b ? got : -got;
    },
    detail: () => ({ openingM: numbers.openingM }),
  };
}
