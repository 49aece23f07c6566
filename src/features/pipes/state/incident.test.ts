import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import type { IncidentAct } from '../contract/burst.ts';
import { aBurst, minuteMs, noonMs, turn } from '../kernel/a-burst.ts';
import { selectPipes } from '../state.ts';
import { act, newKey, selectIncidentState, showIncident, startBurst, undo } from './incident.ts';

function withBurst(...acts: readonly IncidentAct[]) {
  const store = createAppStore();
  showIncident(store, aBurst(...acts));
  const steps = () => selectPipes(store.getState()).incident?.steps ?? [];
  return { store, steps };
}

describe('marking a burst', () => {
  it('asks the session for the place and opens the tool', () => {
    const store = createAppStore();
    startBurst(store, 'water/link/P-1', { onsetMs: noonMs });
    expect(selectPipes(store.getState())).toMatchObject({
      tool: 'burst',
      burstRequest: { link: 'water/link/P-1', onsetMs: noonMs, size: 'hole' },
    });
  });

  it('happens on links alone, and in the present', () => {
    const store = createAppStore();
    startBurst(store, 'water/valve/V-1');
    expect(selectPipes(store.getState()).burstRequest).toBeUndefined();
    setTime(store, instant(noonMs));
    startBurst(store, 'water/link/P-1');
    expect(store.getState().clock.mode).toBe('live');
  });
});

describe('what is done about a burst', () => {
  it('is only ever added: undo is a step of its own', () => {
    const { store, steps } = withBurst();
    act(store, turn('close', 'V-1'));
    undo(store);
    expect(steps().map(({ act: { kind } }) => kind)).toEqual(['opened', 'close', 'open']);
    const times = steps().map(({ atMs }) => atMs);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });

  it('is refused while another time is shown, and after the end', () => {
    const { store, steps } = withBurst(turn('close', 'V-1'));
    setTime(store, instant(noonMs));
    act(store, turn('close', 'V-2'));
    expect(steps()).toHaveLength(2);
    const over = withBurst({ kind: 'ended' });
    act(over.store, turn('close', 'V-2'));
    expect(over.steps()).toHaveLength(2);
  });

  it('is signed where the person has a name', () => {
    const { store, steps } = withBurst();
    store.setState(({ preferences }) => ({ preferences: { ...preferences, signature: 'Ada' } }));
    act(store, turn('close', 'V-1'));
    expect(steps().at(-1)?.by).toBe('Ada');
  });
});

describe('a replay', () => {
  it('shows the incident as it stood at the time of the one clock', () => {
    const { store } = withBurst(turn('close', 'V-1'), turn('close', 'V-2'));
    const closedAt = (atMs: number) => {
      setTime(store, instant(atMs));
      return selectIncidentState(store.getState())?.closed.map(({ valve }) => valve);
    };
    expect(closedAt(noonMs + minuteMs)).toEqual(['V-1']);
    expect(closedAt(noonMs)).toEqual([]);
    expect(closedAt(noonMs - minuteMs)).toBeUndefined();
  });
});

describe('keys', () => {
  it('are UUIDs of version 4, each another one', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(new Set(keys).size).toBe(100);
    for (const key of keys) {
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
