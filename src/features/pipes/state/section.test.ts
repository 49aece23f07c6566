import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import type { SectionChoice } from '../contract/section.ts';
import { selectPipes } from '../state.ts';
import { endsOf, longWayOf, showLongSection } from './section.ts';

const [a, b, c] = ['water/link/A', 'water/node/B', 'water/link/C'] as const;
const choice = (part: Partial<SectionChoice>): SectionChoice => ({
  ...{ kind: 'long', along: 'selected', from: undefined, to: undefined },
  ...part,
});

describe('what a long section goes along', () => {
  it('follows what is selected: down from one, between two, along several pipes', () => {
    expect(longWayOf(choice({}), [])).toBeUndefined();
    expect(longWayOf(choice({}), [a])).toEqual({ from: a, kind: 'downstream' });
    expect(longWayOf(choice({}), [a, b])).toEqual({ from: a, to: b });
    expect(longWayOf(choice({}), [a, b, c])).toEqual({ along: [a, c] });
  });

  it('goes between two that were said one after the other', () => {
    const between = choice({ along: 'between' });
    expect(longWayOf(between, [a])).toBeUndefined();
    expect(longWayOf({ ...between, from: a }, [a])).toBeUndefined();
    expect(longWayOf({ ...between, from: a }, [c])).toEqual({ from: a, to: c });
    expect(longWayOf({ ...between, from: a, to: b }, [c])).toEqual({ from: a, to: b });
    expect(endsOf(between, [a, b])).toEqual({ from: a, to: b });
  });

  it('follows a trace up or down', () => {
    expect(longWayOf(choice({ along: 'upstream' }), [b, a])).toEqual({ from: b, kind: 'upstream' });
  });

  it('is taken over from another tool', () => {
    const store = createAppStore();
    showLongSection(store, { along: 'between', from: a, to: c });
    const { tool, section } = selectPipes(store.getState());
    expect(tool).toBe('section');
    expect(section).toEqual({ kind: 'long', along: 'between', from: a, to: c });
  });
});
