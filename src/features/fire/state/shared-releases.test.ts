import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import { selectFire } from '../state.ts';
import {
  addRelease,
  changeRelease,
  editRelease,
  initialReleases,
  removeRelease,
  shownReleaseOf,
} from './releases.ts';
import { fromSharedReleases, toSharedReleases } from './shared-releases.ts';

function someReleases() {
  const store = createAppStore();
  const one = addRelease(store, { at: [10, 54], building: 'B', name: 'One' });
  const two = addRelease(store, { at: [10, 54], building: '', name: 'Two', kind: 'blast' });
  return { store, one, two, state: () => selectFire(store.getState()).releases };
}

describe('releases', () => {
  it('take usual amounts of another kind, but what is said with it', () => {
    const { store, one, state } = someReleases();
    changeRelease(store, one, { kind: 'pool-fire', diameterM: 4 });
    expect(state().releases[0]).toMatchObject({ diameterM: 4, massKg: 5000, rateKgS: 0 });
    changeRelease(store, one, { kind: 'dense-gas', substance: 'chlorine' });
    changeRelease(store, one, { kind: 'plume' });
    expect(state().releases[0]?.substance).toBe('chlorine');
  });

  it('are shown while they are edited, and nothing is shown of one that is forgotten', () => {
    const { store, one, two, state } = someReleases();
    editRelease(store, one);
    expect(shownReleaseOf(store.getState())?.name).toBe('One');
    removeRelease(store, one);
    expect(state()).toMatchObject({ shown: '', edited: '' });
    expect(state().releases.map(({ id }) => id)).toEqual([two]);
  });

  it('come through a link as they were, with closed forms', () => {
    const { state } = someReleases();
    const shared: unknown = JSON.parse(JSON.stringify(toSharedReleases(state())));
    expect(fromSharedReleases(shared)).toEqual({ ...state(), edited: '' });
    expect(toSharedReleases(initialReleases)).toBeUndefined();
  });

  it('leave out of a link what can’t be, and show nothing that isn’t there', () => {
    const { state } = someReleases();
    const [good] = state().releases;
    const bad = [
      { ...good, rateKgS: -1 },
      { ...good, substance: 'x' },
      { ...good, at: [400, 0] },
    ];
    const read = fromSharedReleases({ releases: [...bad, null, good], shown: 'gone' });
    expect(read).toMatchObject({ releases: [good], shown: '' });
    for (const junk of [undefined, 3, 'x', { releases: 3 }]) {
      expect(fromSharedReleases(junk)).toEqual(initialReleases);
    }
  });
});
