import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { type Incident, type IncidentEntry, newEntry, newIncident } from '#contract/incident.ts';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { INCIDENT_KEEPING, type IncidentKeeping } from '../../contract/burst.ts';
import { aBurst, turn } from '../../kernel/a-burst.ts';
import { act, openIncident, showIncident } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';
import { type IncidentServer, RefusedError } from './incident-server.ts';
import { keepLogWith } from './keep-log.ts';
import { fromRecord } from './to-record.ts';

/** Keeps incidents as the real one does: by its contract, each key once. */
function aServer() {
  const incidents: Incident[] = [];
  const logs = new Map<number, IncidentEntry[]>();
  let isAway = false;
  const reach = () => {
    if (isAway) throw new Error('The server does not answer.');
  };
  const logOf = (id: number) => logs.get(id) ?? [];
  const server: IncidentServer = {
    list: async () => {
      reach();
      return incidents;
    },
    read: async (id) => {
      reach();
      const incident = incidents.find((one) => one.id === id);
      if (!incident) throw new RefusedError(`There is no incident ${id}.`);
      return { incident, log: logOf(id) };
    },
    open: async (one) => {
      reach();
      const read = v.parse(newIncident, one);
      const known = incidents.find(({ key }) => key === read.key);
      if (known) return known.id;
      const id = incidents.length + 1;
      const { atMs, data, by, ...rest } = read;
      incidents.push({ ...rest, id, openedAtMs: atMs, entries: 1 } as Incident);
      const first = { number: 1, key: read.key, atMs, recordedAtMs: atMs, text: rest.headline };
      logs.set(id, [{ ...first, kind: 'opened', data, ...(by && { by }) }]);
      return id;
    },
    append: async (id, entry) => {
      reach();
      const read = v.parse(newEntry, entry);
      const log = logOf(id);
      if (log.some(({ key }) => key === read.key)) return;
      log.push({ ...read, number: log.length + 1, recordedAtMs: read.atMs } as IncidentEntry);
    },
  };
  return { server, logs, leave: (away: boolean) => (isAway = away) };
}

function aStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

function start(parts = { ...aServer(), storage: aStorage() }) {
  const store = createAppStore();
  const frames = createFrames();
  const life = new AbortController();
  const context = { store, frames, now: Date.now, signal: life.signal };
  const { server, storage } = parts;
  const end = keepLogWith(context, { city: 'town', server, storage });
  const keeping = () => frames.peek<IncidentKeeping>(INCIDENT_KEEPING);
  const stop = () => {
    life.abort();
    end();
  };
  return { ...parts, store, keeping, stop };
}

describe('the log of a burst', () => {
  it('reaches the server step by step, and comes back from it the same', async () => {
    const { store, logs, keeping, stop } = start();
    showIncident(store, aBurst());
    act(store, turn('close', 'V-1'));
    act(store, turn('stuck', 'V-2'));
    act(store, { kind: 'repaired' });
    await vi.waitFor(() => expect(keeping()?.where).toBe('server'));
    const log = logs.get(1) ?? [];
    expect(log.map(({ kind, action }) => [kind, action?.act])).toEqual([
      ['opened', undefined],
      ['field', 'close'],
      ['field', 'stuck'],
      ['field', 'repair'],
    ]);
    expect(log[1]?.action).toMatchObject({ network: 'water', link: 'P-of-V-1', valve: 'V-1' });
    const incident = selectPipes(store.getState()).incident;
    const [listed] = keeping()?.incidents ?? [];
    expect(listed).toMatchObject({ key: incident?.key, number: 1 });
    stop();
  });

  it('stays in the browser while the server is away, and follows once it answers', async () => {
    vi.useFakeTimers();
    const { store, logs, keeping, leave, stop } = start();
    leave(true);
    showIncident(store, aBurst());
    act(store, turn('close', 'V-1'));
    await vi.advanceTimersByTimeAsync(10);
    expect(keeping()).toMatchObject({ where: 'browser', reason: 'The server does not answer.' });
    leave(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(keeping()?.where).toBe('server');
    expect(logs.get(1)).toHaveLength(2);
    stop();
    vi.useRealTimers();
  });

  it('is found again by the next visit, and sent then', async () => {
    const parts = { ...aServer(), storage: aStorage() };
    parts.leave(true);
    const first = start(parts);
    showIncident(first.store, aBurst(turn('close', 'V-1')));
    await vi.waitFor(() => expect(first.keeping()?.where).toBe('browser'));
    first.stop();
    parts.leave(false);
    const second = start(parts);
    await vi.waitFor(() => expect(parts.logs.get(1)).toHaveLength(2));
    const key = second.keeping()?.incidents[0]?.key;
    openIncident(second.store, key);
    await vi.waitFor(() =>
      expect(selectPipes(second.store.getState()).incident?.steps).toHaveLength(2),
    );
    second.stop();
  });

  it('is read from the server by who has never seen it', async () => {
    const parts = { ...aServer(), storage: aStorage() };
    const first = start(parts);
    const burst = aBurst(turn('close', 'V-1'), { kind: 'note', text: 'Street is wet' });
    showIncident(first.store, burst);
    await vi.waitFor(() => expect(first.keeping()?.where).toBe('server'));
    first.stop();
    const record = await parts.server.read(1);
    expect(fromRecord(record)).toEqual({
      ...burst,
      steps: burst.steps.map((step) => ({ ...step, by: undefined })),
    });
    const other = start({ ...parts, storage: aStorage() });
    await vi.waitFor(() => expect(other.keeping()?.incidents).toHaveLength(1));
    openIncident(other.store, burst.key);
    await vi.waitFor(() =>
      expect(selectPipes(other.store.getState()).incident?.steps).toHaveLength(3),
    );
    other.stop();
  });

  it('takes no incident that is none of its own: a drill, a flood', () => {
    const incident = {
      ...{ id: 1, key: 'x', city: 'town', kind: 'drill', headline: 'Drill', severity: 'unknown' },
      ...{ onsetMs: 1, openedAtMs: 1, longitudeDeg: 0, latitudeDeg: 0, entries: 1 },
    } as Incident;
    expect(fromRecord({ incident, log: [] })).toBeUndefined();
  });
});
