import { describe, expect, it } from 'vitest';
import type { Feature, Session } from '#features/feature.ts';
import type { Selected } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { selectInside } from './select-inside.ts';

const thing = (feature: string, id: string): Selected => ({ feature, id, index: Number(id) });

function finding(id: string, things: readonly Selected[] | undefined) {
  const feature = { id } as Feature;
  const session: Session = {
    stop: () => undefined,
    ...(things && { findInside: async () => things }),
  };
  return { feature, session };
}

const running = [
  finding('city', [thing('city', '1'), thing('city', '2')]),
  finding('basemap', undefined),
  finding('pipes', [thing('pipes', '1')]),
];
const never = new AbortController().signal;

describe('selecting an area', () => {
  it('takes the things of every feature that can tell', async () => {
    const store = createAppStore();
    expect(await selectInside(store, running, [], false, never)).toBe(3);
    expect(store.getState().selection.map(({ feature, id }) => `${feature} ${id}`)).toEqual([
      'city 1',
      'city 2',
      'pipes 1',
    ]);
  });

  it('replaces the selection, or adds each new thing once', async () => {
    const store = createAppStore({ selection: [thing('city', '2'), thing('city', '9')] });
    await selectInside(store, running, [], true, never);
    expect(store.getState().selection.map(({ id }) => id)).toEqual(['2', '9', '1', '1']);
    await selectInside(store, running, [], false, never);
    expect(store.getState().selection).toHaveLength(3);
  });

  it('leaves the selection alone when it was cancelled', async () => {
    const store = createAppStore({ selection: [thing('city', '9')] });
    const asking = selectInside(store, running, [], false, AbortSignal.abort());
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(store.getState().selection).toHaveLength(1);
  });
});
