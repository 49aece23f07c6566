import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { initialLayer, type LayerState } from '#store/layers.ts';
import type { Problem } from '#store/problems.ts';
import { problemsOf, statusWord } from './layer-status.ts';

const aLayer = (change: Partial<LayerState>): LayerState => ({ ...initialLayer, ...change });
const aProblem = (path: string, code = 'down'): Problem => ({
  path,
  code,
  text: { en: 'It is down.', zh: '已中断。' },
  since: instant(0),
});

describe('the status of a layer', () => {
  it('counts the tiles on their way', () => {
    const word = (pending: number) =>
      statusWord(aLayer({ status: { kind: 'loading', pending } }), [])?.word.en;
    expect([0, 1, 12].map(word)).toEqual(['loading', 'loading 1 tile', 'loading 12 tiles']);
  });

  it('says nothing of a layer that is off, unless it is in trouble', () => {
    const off = aLayer({ on: false, status: { kind: 'ready' } });
    expect(statusWord(off, [])).toBeUndefined();
    expect(statusWord(off, [aProblem('city')])?.tone).toBe('warning');
  });

  it('puts a failure before a problem, and calls stale data stale', () => {
    const failed = aLayer({ status: { kind: 'failed', reason: 'no tileset' } });
    expect(statusWord(failed, [aProblem('city')])?.tone).toBe('critical');
    expect(statusWord(aLayer({}), [aProblem('feed', 'stale')])?.tone).toBe('stale');
  });

  it('takes problems by the first part of their path, not by how it begins', () => {
    const problems = [aProblem('city'), aProblem('city/tiles/3.glb'), aProblem('citywide')];
    expect(problemsOf('city', problems).map(({ path }) => path)).toEqual([
      'city',
      'city/tiles/3.glb',
    ]);
  });
});
