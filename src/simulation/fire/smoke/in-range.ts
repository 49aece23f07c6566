// Checks of inputs, one sentence each: the name, the value, and what was expected.

/** Throws a RangeError unless `value` is finite and at least `least`. */
export function atLeast(name: string, value: number, least: number, unit: string): void {
  if (Number.isFinite(value) && value >= least) return;
  throw new RangeError(`The ${name} is ${value}; ${least} ${unit} or more is expected.`);
}

/** Throws a RangeError unless `value` is finite and above 0. */
export function aboveZero(name: string, value: number, unit: string): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`The ${name} is ${value}; more than 0 ${unit} is expected.`);
}

/** Throws a RangeError unless `least` ≤ `value` ≤ `most`. */
export function within(
  ...[name, value, least, most, unit]: [string, number, number, number, string]
): void {
  if (value >= least && value <= most) return;
  throw new RangeError(`The ${name} is ${value}; ${least} to ${most} ${unit} is expected.`);
}
