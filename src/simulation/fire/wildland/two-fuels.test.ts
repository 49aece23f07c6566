import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BehaveCase, MS_PER_CH_H, readNumber, runBehave } from './testing/behave.ts';
import { twoFuelRateMs } from './two-fuels.ts';

const file = new URL(
  '../../../../../shared/data/fire/vectors/rothermel-surface.json',
  import.meta.url,
);
const has = existsSync(file);
const all: BehaveCase[] = has ? JSON.parse(readFileSync(file, 'utf8')).cases : [];
const cases = all.filter(({ inputs }) => inputs.fuel === 'twoFuelModels');

describe('two fuels mixed', () => {
  it.skipIf(!has).each(cases)('burn as fast as in Behave: $id', (one) => {
    const first = runBehave(one, readNumber(one, 'firstFuelModelNumber'));
    const second = runBehave(one, readNumber(one, 'secondFuelModelNumber'));
    const share = readNumber(one, 'firstFuelCoveragePercent') / 100;
    const rate = twoFuelRateMs(first.rateMs, second.rateMs, share, second.lengthToWidth);
    expect(rate / MS_PER_CH_H).toBeCloseTo(Number(one.expected.spreadRateChPerH), 6);
  });

  it('burn between the slower and the faster, and stop where neither burns', () => {
    expect(twoFuelRateMs(0.3, 0.3, 0.4, 2)).toBeCloseTo(0.3, 12);
    expect(twoFuelRateMs(0, 0, 0.5, 2)).toBe(0);
    const mixed = twoFuelRateMs(0.1, 0.5, 0.5, 2);
    expect(mixed).toBeGreaterThan(0.1);
    expect(mixed).toBeLessThan(0.5);
  });

  it('say which share can’t be', () => {
    expect(() => twoFuelRateMs(1, 1, 50, 2)).toThrow(
      'The first fuel’s share is 50; 0 to 1 is expected.',
    );
  });
});
