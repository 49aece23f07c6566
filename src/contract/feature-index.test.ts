import { describe, expect, it } from 'vitest';
import { createFeatureIndex, parseFeatureIndex } from './feature-index.ts';

describe('a feature index', () => {
  it('keeps its columns through its bytes', () => {
    const index = createFeatureIndex(3);
    index.longitude.set([0.1, 0.2, 0.3]);
    index.latitude.set([0.9, 0.8, 0.7]);
    index.groundM.set([40, 41, 42]);
    index.topM.set([50, 51, 52]);
    index.radiusM.set([7, 8, 9]);
    const read = parseFeatureIndex(index.longitude.buffer as ArrayBuffer);
    expect(read.count).toBe(3);
    expect([...read.longitude, ...read.latitude]).toEqual([0.1, 0.2, 0.3, 0.9, 0.8, 0.7]);
    expect([...read.groundM, ...read.topM, ...read.radiusM]).toEqual([
      40, 41, 42, 50, 51, 52, 7, 8, 9,
    ]);
  });

  it('may be empty', () => {
    expect(createFeatureIndex(0).count).toBe(0);
  });

  it('is not made of half a feature', () => {
    expect(() => parseFeatureIndex(new ArrayBuffer(29))).toThrow(
      'Feature index has 29 bytes; expected a multiple of 28.',
    );
  });
});
