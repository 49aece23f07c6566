import { describe, expect, it } from 'vitest';
import { toCsv, wetAreaM2 } from './ensemble.ts';

describe('what is read off an ensemble', () => {
  it('is the area that is as likely to be wet', () => {
    const probability = Float32Array.of(0, 0.1, 0.5, 0.9, 1);
    expect([0.9, 0.5, 0.1].map((share) => wetAreaM2(probability, share, 10))).toEqual([
      200, 300, 400,
    ]);
    expect(wetAreaM2(undefined, 0.5, 10)).toBe(0);
  });

  it('is a file with a line a run', () => {
    const member = { inflow: 1.5, levelM: 0, breach: 1, roughness: 0.9, groundSeed: 's' };
    const lines = toCsv([{ ...member, wetCells: 12, massError: 1e-9 }])
      .trim()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('1,1.5,0,1,0.9,12,1e-9');
    expect(lines[0]?.split(',')).toHaveLength(lines[1]?.split(',').length ?? 0);
  });
});
