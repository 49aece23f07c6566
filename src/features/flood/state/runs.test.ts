import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { selectFlood } from '../state.ts';
import { aScenario, aStatus, aTown } from './a-flood.ts';
import { followLatest, replay, seek, shownTimeS } from './clock.ts';
import {
  compareRun,
  forgetRun,
  renameRun,
  setStatus,
  setWanted,
  showRun,
  startRun,
  startWhatIf,
  steerWithout,
} from './runs.ts';

const floodOf = (store: ReturnType<typeof aTown>) => selectFlood(store.getState());

function twoRuns() {
  const store = aTown();
  const first = startRun(store, aScenario({ id: 'one', name: 'One' }));
  const second = startRun(store, aScenario({ id: 'two', name: 'Two' }));
  return { store, first, second };
}

describe('runs', () => {
  it('gives the machine to the one that was asked for last', () => {
    const { store, second } = twoRuns();
    expect(floodOf(store).runs.map(({ wanted }) => wanted)).toEqual(['pause', 'go']);
    expect(floodOf(store)).toMatchObject({ shown: second, edited: 'two', followsRun: true });
  });

  it('stay stopped once they are', () => {
    const { store, second } = twoRuns();
    setWanted(store, second, 'stop');
    setWanted(store, second, 'go');
    expect(floodOf(store).runs[1]?.wanted).toBe('stop');
  });

  it('show the other one when the shown one is forgotten, with its status gone', () => {
    const { store, first, second } = twoRuns();
    setStatus(store, aStatus(second));
    compareRun(store, first);
    forgetRun(store, second);
    expect(floodOf(store)).toMatchObject({ shown: first, compared: '', status: {} });
    forgetRun(store, first);
    expect(floodOf(store)).toMatchObject({ shown: '', runs: [] });
    expect(floodOf(store).scenarios).toHaveLength(2);
  });

  it('change places when the compared one is shown', () => {
    const { store, first, second } = twoRuns();
    compareRun(store, first);
    showRun(store, first);
    expect(floodOf(store)).toMatchObject({ shown: first, compared: second, edited: 'one' });
  });

  it('are never compared with themselves', () => {
    const { store, second } = twoRuns();
    compareRun(store, second);
    expect(floodOf(store).compared).toBe('');
  });

  it('are renamed with their scenario, but not to nothing', () => {
    const { store, first } = twoRuns();
    renameRun(store, first, 'North gate');
    renameRun(store, first, '  ');
    expect(floodOf(store).runs[0]?.scenario.name).toBe('North gate');
    expect(floodOf(store).scenarios[0]?.name).toBe('North gate');
  });

  it('lose a part while they run, and so does their scenario', () => {
    const { store, first } = twoRuns();
    steerWithout(store, first, 'b');
    expect(floodOf(store).runs[0]?.scenario.sources).toEqual([]);
    expect(floodOf(store).scenarios[0]?.sources).toEqual([]);
  });

  it('take no status of a run that is forgotten', () => {
    const { store } = twoRuns();
    setStatus(store, aStatus('another'));
    expect(floodOf(store).status).toEqual({});
  });

  it('begin anew where there is nothing to go on from', () => {
    const store = aTown();
    startWhatIf(store, 600, aScenario());
    expect(floodOf(store).runs).toMatchObject([{ scenario: { id: 's' } }]);
    expect(floodOf(store).runs[0]?.from).toBeUndefined();
  });
});

describe('the time of the water', () => {
  it('is the latest while the run is followed, then that of the one clock', () => {
    const { store, second } = twoRuns();
    setStatus(store, aStatus(second, { timeS: 3600 }));
    expect(shownTimeS(store.getState())).toBe(3600);
    seek(store, 1500);
    expect(shownTimeS(store.getState())).toBe(1500);
    expect(store.getState().clock).toMatchObject({
      mode: 'set',
      now: aScenario().startMs + 1_500_000,
    });
    followLatest(store, Date.now());
    expect(shownTimeS(store.getState())).toBe(3600);
    expect(store.getState().clock.mode).toBe('live');
  });

  it('never lies before the start nor beyond what was computed', () => {
    const { store, second } = twoRuns();
    setStatus(store, aStatus(second, { timeS: 3600 }));
    seek(store, 0);
    setTime(store, instant(aScenario().startMs - 1e6));
    expect(shownTimeS(store.getState())).toBe(0);
    setTime(store, instant(aScenario().startMs + 1e9));
    expect(shownTimeS(store.getState())).toBe(3600);
  });

  it('begins a replay at the start where it stood at the end', () => {
    const { store, second } = twoRuns();
    setStatus(store, aStatus(second, { timeS: 3600 }));
    replay(store, 600);
    expect(shownTimeS(store.getState())).toBe(0);
    expect(store.getState().clock.rate).toBe(600);
  });

  it('is none where no run is shown', () => {
    expect(shownTimeS(aTown().getState())).toBeUndefined();
  });
});
