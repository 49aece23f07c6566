// When a value is worth a person's attention. Terms and the four alarm states after IEC 62682 (ISA-18.2).

/** Limits in the stored unit of the datastream; a side without a limit never alarms. */
export interface Thresholds {
  readonly alarmLow?: number;
  readonly warningLow?: number;
  readonly warningHigh?: number;
  readonly alarmHigh?: number;
  /** How far back inside its limit a value must come before the level falls, in the stored unit. */
  readonly deadband?: number;
  /** How long a value must stay beyond a limit before the level rises, s. */
  readonly delayS?: number;
}

export type Level = 'normal' | 'warning' | 'alarm';

export const levels = ['normal', 'warning', 'alarm'] as const satisfies readonly Level[];

/** The level of `value`; `held` is the level so far, which falls only beyond the deadband. */
export function levelOf(value: number, thresholds: Thresholds, held: Level = 'normal'): Level {
  const plain = levelWithin(value, thresholds, 0);
  if (levels.indexOf(plain) >= levels.indexOf(held)) return plain;
  const kept = levelWithin(value, thresholds, thresholds.deadband ?? 0);
  return levels.indexOf(kept) < levels.indexOf(held) ? kept : held;
}

function levelWithin(value: number, thresholds: Thresholds, marginInside: number): Level {
  const { alarmLow, warningLow, warningHigh, alarmHigh } = thresholds;
  const isBeyond = (low: number | undefined, high: number | undefined) =>
    (low !== undefined && value <= low + marginInside) ||
    (high !== undefined && value >= high - marginInside);
  if (isBeyond(alarmLow, alarmHigh)) return 'alarm';
  return isBeyond(warningLow, warningHigh) ? 'warning' : 'normal';
}

/** What is wrong with the limits, in one sentence; undefined where they can be used. */
export function findThresholdFault(thresholds: Thresholds): string | undefined {
  const order = ['alarmLow', 'warningLow', 'warningHigh', 'alarmHigh'] as const;
  const given = order.flatMap((name) => {
    const limit = thresholds[name];
    return limit === undefined ? [] : [{ name, limit }];
  });
  for (const { name, limit } of given) {
    if (!Number.isFinite(limit)) return `${name} is ${limit}; expected a finite number.`;
  }
  for (const [index, { name, limit }] of given.entries()) {
    const before = given[index - 1];
    if (before && before.limit >= limit) {
      return `${before.name} is ${before.limit} and ${name} is ${limit}; expected ${before.name} below ${name}.`;
    }
  }
  for (const name of ['deadband', 'delayS'] as const) {
    const amount = thresholds[name];
    if (amount !== undefined && !(Number.isFinite(amount) && amount >= 0)) {
      return `${name} is ${amount}; expected a number that is not negative.`;
    }
  }
  return undefined;
}
