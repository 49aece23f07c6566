// What the host calls: `place` once for each thread, then `step` on the first thread until it says that the run is at
// its end, while the others are in `work`.

import { BAND_COUNT, CHECKS, DEPTH, DEPTH_NEXT, EDGE, FAILED, FASTEST, FLOW_X, FLOW_X_NEXT } from './memory';
import { FLOW_Y, FLOW_Y_NEXT, RAIN_SECONDS, THREADS } from './memory';
import { block, control, flag, number, swapBlocks, thread, tileRows } from './memory';
import { bandStart, giveOut, hasBand, QUIT, reportDone, splitBands, waitForAll, waitForWork } from './bands';
import { edgeVolume } from './edges';
import { prepareNumbers } from './numbers';
import { prepareSeam, sweepBand } from './inertial-sweep';
import { addFluxes, addRain, countRain } from './sources';
import { chooseInertialStep, chooseWaterStep, endStep } from './step';
import { wakeTiles } from './tiles';
import { waterEdgeVolume } from './water-edges';
import { sweepWater } from './water-sweep';

export { place } from './memory';
export { showInertial, showWater } from './show';

const RAIN_DOWN: i32 = 1;
const SEAM: i32 = 2;
const SWEEP: i32 = 3;
const SWEEP_WATER: i32 = 4;

const GO_ON: i32 = 0;
const AT_END: i32 = 1;
const BROKEN: i32 = 2;

const DRY_M: f32 = 1e-3;
const STILL_M: f32 = 1e-6;

/** One step of local inertial towards `UNTIL`. */
export function stepInertial(): i32 {
  if (!chooseInertialStep()) return BROKEN;
  prepareNumbers();
  addFluxes();
  if (number(RAIN_SECONDS) > 0) {
    run(RAIN_DOWN);
    countRain();
  }
  wakeTiles(DRY_M);
  splitBands();
  if (flag(BAND_COUNT) > 1) {
    run(SEAM);
    run(SWEEP);
  } else {
    perform(SWEEP);
  }
  store<f64>(control + EDGE, number(EDGE) + edgeVolume());
  if (!isFinite(checkSum())) {
    store<i32>(control + FAILED, 1);
    return BROKEN;
  }
  return endStep() ? AT_END : GO_ON;
}

/** One step of shallow water towards `UNTIL`. */
export function stepWater(): i32 {
  if (!chooseWaterStep()) return BROKEN;
  prepareNumbers();
  addFluxes();
  if (number(RAIN_SECONDS) > 0) {
    run(RAIN_DOWN);
    countRain();
  }
  wakeTiles(STILL_M);
  splitBands();
  if (flag(BAND_COUNT) > 1) run(SWEEP_WATER);
  else perform(SWEEP_WATER);
  swapBlocks(DEPTH, DEPTH_NEXT);
  swapBlocks(FLOW_X, FLOW_X_NEXT);
  swapBlocks(FLOW_Y, FLOW_Y_NEXT);
  store<f64>(control + EDGE, number(EDGE) + waterEdgeVolume());
  store<f64>(control + FASTEST, fastestOf());
  if (!isFinite(checkSum())) {
    store<i32>(control + FAILED, 1);
    return BROKEN;
  }
  return endStep() ? AT_END : GO_ON;
}

/** What threads other than the first do until they are told to quit; `round` is that at which they begin. */
export function work(round: i32): void {
  for (;;) {
    const command = waitForWork(round);
    round++;
    if (command == QUIT) return;
    perform(command);
    reportDone();
  }
}

export function quit(): void {
  giveOut(QUIT);
}

function run(command: i32): void {
  giveOut(command);
  perform(command);
  waitForAll();
}

function perform(command: i32): void {
  if (command == RAIN_DOWN) {
    const threads = flag(THREADS);
    addRain((tileRows * thread) / threads, (tileRows * (thread + 1)) / threads);
    return;
  }
  if (!hasBand()) return;
  if (command == SWEEP_WATER) {
    sweepWater(bandStart(thread), bandStart(thread + 1));
    return;
  }
  const isLast = thread + 1 == flag(BAND_COUNT);
  if (command == SEAM) {
    if (!isLast) prepareSeam(thread, bandStart(thread + 1));
    return;
  }
  const below = isLast ? -1 : thread;
  sweepBand(bandStart(thread), bandStart(thread + 1), thread - 1, below);
}

function checkSum(): f64 {
  let sum: f64 = 0;
  for (let band = 0; band < flag(BAND_COUNT); band++) {
    const at = block(CHECKS) + (<usize>band << 6);
    sum +=
      (<f64>load<f32>(at) + <f64>load<f32>(at, 4)) + (<f64>load<f32>(at, 8) + <f64>load<f32>(at, 12));
  }
  return sum;
}

function fastestOf(): f64 {
  let fastest: f32 = 0;
  for (let band = 0; band < flag(BAND_COUNT); band++) {
    const at = block(CHECKS) + (<usize>band << 6) + 16;
    fastest = max(fastest, max(max(load<f32>(at), load<f32>(at, 4)), max(load<f32>(at, 8), load<f32>(at, 12))));
  }
  return <f64>fastest;
}
