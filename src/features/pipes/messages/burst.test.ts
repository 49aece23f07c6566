import { describe, expect, it } from 'vitest';
import { burstMessages } from './burst.ts';

describe('where customers are without supply', () => {
  it.each([
    [0, 0, 'Nobody is cut off', '无用户断水'],
    [12, 0, '12 on the pipes closed off', '隔离段内 12 户'],
    [0, 3, '3 behind the pipes closed off', '隔离段之后 3 户'],
    [12, 3, '12 on the pipes closed off, 3 behind them', '隔离段内 12 户，其后 3 户'],
  ])('is said in words for %i on the closed pipes and %i behind them', (on, behind, en, zh) => {
    expect(burstMessages.whereWithout(on, behind)).toEqual({ en, zh });
  });
});
