import { describe, expect, it } from 'vitest';
import { ResidualLog } from './residual-log.ts';

const MINUTE_MS = 60_000;

describe('what loggers usually read against the model', () => {
  it('is the middle and the spread of what was read until ten minutes before the event', () => {
    const log = new ResidualLog();
    for (const [at, value] of [100, 300, 200, 9000].entries()) {
      log.keep('S', at * 10 * MINUTE_MS, value);
    }
    const { S } = log.usualBefore(35 * MINUTE_MS);
    expect(S?.middlePa).toBe(200);
    expect(S?.spreadPa).toBeCloseTo(Math.sqrt(20_000 / 3), 9);
    expect(S?.count).toBe(3);
  });

  it('keeps one value a minute, none that is missing, and nothing of sensors that began later', () => {
    const log = new ResidualLog();
    log.keep('S', 0, 1);
    log.keep('S', 30_000, 5);
    log.keep('S', MINUTE_MS, Number.NaN);
    log.keep('T', 100 * MINUTE_MS, 7);
    expect(log.usualBefore(60 * MINUTE_MS)).toEqual({
      S: { middlePa: 1, spreadPa: 0, count: 1 },
    });
  });
});
