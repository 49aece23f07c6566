import { describe, expect, it } from 'vitest';
import { networkName } from './network-name.ts';

describe('the name of a network', () => {
  it('is said in both languages where it is only what flows', () => {
    expect(networkName({ name: 'Gas', utility: 'gas' })).toEqual({ en: 'Gas', zh: '燃气管网' });
    expect(networkName({ name: 'District heat, supply', utility: 'heatSupply' }).zh).toBe(
      '供热（供水）',
    );
  });

  it('stays as it is elsewhere, with what flows in the other language', () => {
    expect(networkName({ name: 'L-Town', utility: 'water' })).toEqual({
      ...{ en: 'L-Town', zh: 'L-Town（给水）' },
    });
    expect(networkName({ name: '城东雨水', utility: 'storm' })).toEqual({
      ...{ en: '城东雨水 (Storm water)', zh: '城东雨水' },
    });
  });
});
