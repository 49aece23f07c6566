import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { clearProblem, type Problem, reportProblem } from './problems.ts';
import { createAppStore } from './store.ts';

const aProblem = (change: Partial<Problem> = {}): Problem => ({
  path: 'city/tileset.json',
  code: 'missing',
  text: { en: 'A tile is missing.', zh: '缺少一个瓦片。' },
  since: instant(1000),
  ...change,
});

describe('problems', () => {
  it('are listed once, with the time they were first seen', () => {
    const store = createAppStore();
    reportProblem(store, aProblem());
    const before = store.getState();
    reportProblem(store, aProblem({ since: instant(9000) }));
    expect(store.getState()).toBe(before);
    expect(before.problems).toEqual([aProblem()]);
  });

  it('are told apart by path and by code', () => {
    const store = createAppStore();
    reportProblem(store, aProblem());
    reportProblem(store, aProblem({ code: 'broken' }));
    reportProblem(store, aProblem({ path: 'basemap' }));
    clearProblem(store, { path: 'city/tileset.json', code: 'missing' });
    expect(store.getState().problems.map(({ path, code }) => [path, code])).toEqual([
      ['city/tileset.json', 'broken'],
      ['basemap', 'missing'],
    ]);
  });

  it('change nothing when one is cleared that is not there', () => {
    const store = createAppStore();
    reportProblem(store, aProblem());
    const before = store.getState();
    clearProblem(store, { path: 'city', code: 'missing' });
    expect(store.getState()).toBe(before);
  });
});
