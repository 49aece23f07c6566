// How fast this machine is at plain JavaScript, so that figures of two machines, or of a quiet and a busy hour, can be
// told apart: a textbook's flood kernel in a process of its own, which nothing else in the house touches.

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { naiveInertial } from './flood/naive-inertial.ts';
import type { Row } from './row.ts';

const SIDE = 300;
const STEPS = 40;
const TIMES = 8;

/** Million cells a second of a core's own time, the best of some runs. */
export function measureYardstick(): number {
  const file = fileURLToPath(import.meta.url);
  const printed = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8' });
  return Number(printed);
}

/** Before and after the bench: where the two part, others used the machine meanwhile. */
export function yardstickRow(before: number, after: number): Row {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return {
    ...{ case: `this machine, ${model}: a textbook's kernel, one core, before the bench` },
    ...{ value: before, unit: 'Mcell/s', peer: 'after the bench', peerValue: after },
  };
}

function bestRate(): number {
  const bed = new Float32Array(SIDE * SIDE).fill(10);
  const depth = Float32Array.from(bed, (_, cell) => 2 + 0.1 * Math.sin((cell % SIDE) / 60));
  const step = naiveInertial(SIDE, SIDE, bed, depth);
  let least = Infinity;
  for (let turn = 0; turn < TIMES; turn++) {
    const start = process.cpuUsage();
    for (let at = 0; at < STEPS; at++) step();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return (STEPS * SIDE * SIDE) / least;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(String(bestRate()));
