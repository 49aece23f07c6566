// The length of a step and all that comes before any flow. Source: ../../reference/README.md, steps 1 and 2.

import { ADDED, COURANT, EDGE, FAILED, FASTEST, GRAVITY, HAS_RAIN, INITIAL, LARGEST, LONGEST } from './memory';
import { RAINED, RAIN_SECONDS, STAGE_MOST, STEP, STEPS, TAKEN, TIME, UNTIL } from './memory';
import { cellM, control, flag, number } from './memory';
import { deepestSource, fastestSource } from './sources';
import { findDeepest } from './tiles';

/** Rain is given to the ground this often (s), and at the end of a run. */
const RAIN_EVERY: f64 = 1;
/** A shorter step means that the state has left all bounds (s). */
const SHORTEST: f64 = 1e-7;
/** So little more than a whole number of steps is one. */
const LIKE: f64 = 1e-9;

/** Sets the step of local inertial; false where it failed. */
export function chooseInertialStep(): bool {
  const first = min(number(LONGEST), stableStep(<f64>findDeepest()));
  const sources = stableStep(<f64>deepestSource(first));
  return fitStep(min(min(first, sources), stableStep(number(STAGE_MOST))));
}

/** Sets the step of shallow water; false where it failed. */
export function chooseWaterStep(): bool {
  const wave = number(FASTEST);
  const reach = number(COURANT) * cellM;
  const first = min(number(LONGEST), wave == 0 ? Infinity : reach / wave);
  const source = <f64>fastestSource(first);
  const stage = 2 * sqrt(GRAVITY * number(STAGE_MOST));
  const fastest = max(source, stage);
  return fitStep(fastest > 0 ? min(first, reach / fastest) : first);
}

function stableStep(depth: f64): f64 {
  return depth > 0 ? (number(COURANT) * cellM) / sqrt(GRAVITY * depth) : Infinity;
}

/** Fits a stable step to what remains of the run, and says how much rain it brings; false where it failed. */
export function fitStep(stable: f64): bool {
  const remaining = number(UNTIL) - number(TIME);
  if (!(stable >= SHORTEST)) {
    store<i32>(control + FAILED, 1);
    return false;
  }
  const step = remaining / max(1, ceil(remaining / stable - LIKE));
  store<f64>(control + STEP, step);
  const until = step == remaining ? number(UNTIL) : number(TIME) + step;
  const dry = until - number(RAINED);
  const rains = flag(HAS_RAIN) != 0 && (dry >= RAIN_EVERY || step == remaining);
  store<f64>(control + RAIN_SECONDS, rains ? dry : 0);
  if (rains || flag(HAS_RAIN) == 0) store<f64>(control + RAINED, until);
  return true;
}

/** Moves the clock and the balance; true where the run is at its end. */
export function endStep(): bool {
  store<i32>(control + STEPS, flag(STEPS) + 1);
  const volume = number(INITIAL) + number(ADDED) - number(TAKEN) + number(EDGE);
  if (volume > number(LARGEST)) store<f64>(control + LARGEST, volume);
  const remaining = number(UNTIL) - number(TIME);
  const isLast = number(STEP) == remaining;
  store<f64>(control + TIME, isLast ? number(UNTIL) : number(TIME) + number(STEP));
  return isLast;
}
