import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareVector, type PlumeVector } from './plume-vectors.ts';

const file = fileURLToPath(
  new URL('../../../shared/data/fire/vectors/plume.json', import.meta.url),
);

describe('the dispersion kernels', () => {
  it.skipIf(!existsSync(file))(
    'give every figure of the 81 published cases that they cover',
    () => {
      const { cases }: { cases: PlumeVector[] } = JSON.parse(readFileSync(file, 'utf8'));
      const covered = cases.map(compareVector).filter((figures) => figures.length > 0);
      expect(covered.length).toBe(81);
      expect(covered.flat().filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  it.skipIf(!existsSync(file))('would miss a figure that is off by a millionth', () => {
    const { cases }: { cases: PlumeVector[] } = JSON.parse(readFileSync(file, 'utf8'));
    const [first] = cases;
    if (!first) throw new Error('There are no cases.');
    const shifted = { ...first, expected: { sigmaYM: 0.383908, sigmaZM: 0.288173 } };
    expect(compareVector(shifted).map(({ holds }) => holds)).toEqual([false, false]);
  });
});
