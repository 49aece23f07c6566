// Dam breaks: Ritter (dry bed), Stoker (wet bed), Dressler (dry bed with friction, first order), and a round basin.
// Formulas of Delestre et al. 2013 (SWASHES); frictionless but for Dressler. SI.
import { createGrid, eachCell, type FloodCase } from './flood-case.ts';

const G = 9.81;

export interface DamBreak {
  readonly cells: number;
  readonly lengthM: number;
  readonly highM: number;
  readonly lowM: number;
  readonly durationS: number;
  /** Rows of the grid. */
  readonly rows?: number;
}

/** 1 km channel, 10 m over a dry bed. */
export const ritter = (cells: number): FloodCase =>
  damBreak({ cells, lengthM: 1000, highM: 10, lowM: 0, durationS: 20 });

/** 1 km channel, 10 m over 2 m. */
export const stoker = (cells: number): FloodCase =>
  damBreak({ cells, lengthM: 1000, highM: 10, lowM: 2, durationS: 20 });

/** The dam stands in the middle of the channel, which runs east. */
export function damBreak(shape: DamBreak): FloodCase {
  const { cells, lengthM, highM, lowM, durationS, rows = 1 } = shape;
  const grid = createGrid(cells, rows, lengthM / cells, 0, () => 0);
  const wave = lowM > 0 ? wetWave(highM, lowM) : dryWave(highM);
  return {
    id: lowM > 0 ? 'stoker' : 'ritter',
    title: lowM > 0 ? `Stoker: ${highM} m over ${lowM} m` : `Ritter: ${highM} m over a dry bed`,
    source: lowM > 0 ? 'Stoker 1957' : 'Ritter 1892',
    ...{ grid, durationS },
    start: { depthM: Float32Array.from(eachCell(grid, (x) => (x < lengthM / 2 ? highM : lowM))) },
    exactDepthM: (timeS) => eachCell(grid, (x) => wave((x - lengthM / 2) / timeS)),
  };
}

/** Depth by (x − dam)/t. */
type Wave = (speedMs: number) => number;

const fan = (highM: number, speedMs: number) => (2 * Math.sqrt(G * highM) - speedMs) ** 2 / (9 * G);

function dryWave(highM: number): Wave {
  const c = Math.sqrt(G * highM);
  return (speed) => (speed <= -c ? highM : speed < 2 * c ? fan(highM, speed) : 0);
}

function wetWave(highM: number, lowM: number): Wave {
  const c = Math.sqrt(G * highM);
  const behindFan = (depth: number) => 2 * (c - Math.sqrt(G * depth));
  const behindShock = (depth: number) =>
    (depth - lowM) * Math.sqrt((G * (depth + lowM)) / (2 * depth * lowM));
  let [low, high] = [lowM, highM];
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    if (behindFan(middle) > behindShock(middle)) low = middle;
    else high = middle;
  }
  const middle = (low + high) / 2;
  const flow = behindFan(middle);
  const shock = (middle * flow) / (middle - lowM);
  const fanEnd = flow - Math.sqrt(G * middle);
  return (speed) => {
    if (speed <= -c) return highM;
    if (speed < fanEnd) return fan(highM, speed);
    return speed < shock ? middle : lowM;
  };
}

/** A column of water (10 m, radius 50 m) falls into a basin 100 m around it, dry or 1 m deep; two seconds later. */
export function roundDamBreak(cells: number, lowM: number): FloodCase {
  const lengthM = 200;
  const grid = createGrid(cells, cells, lengthM / cells, 0, () => 0);
  const depth = (x: number, y: number) =>
    Math.hypot(x - lengthM / 2, y - lengthM / 2) < 50 ? 10 : lowM;
  return {
    ...{ id: `round-dam-${lowM}`, title: `Round dam break over ${lowM} m`, source: 'anuga_core' },
    ...{ grid, durationS: 2, start: { depthM: Float32Array.from(eachCell(grid, depth)) } },
  };
}
