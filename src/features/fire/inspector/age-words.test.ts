import { describe, expect, it } from 'vitest';
import { ageWords } from './age-words.ts';

describe('how long ago', () => {
  it.each([
    [-5000, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 min ago'],
    [89 * 60_000, '89 min ago'],
    [90 * 60_000, '2 h ago'],
    [47 * 3_600_000, '47 h ago'],
    [49 * 3_600_000, '2 days ago'],
  ])('%s ms is “%s”', (ageMs, words) => {
    expect(ageWords(ageMs).en).toBe(words);
  });

  it('speaks Chinese', () => {
    expect(ageWords(600_000).zh).toBe('10 分钟前');
  });
});
