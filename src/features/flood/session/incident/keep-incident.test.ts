import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newEntry, newIncident } from '#contract/incident.ts';
import type { IncidentKeeping } from '#features/incident-outbox.ts';
import { createFrames } from '#scene/frames.ts';
import { FLOOD_INCIDENT } from '../../contract/incident.ts';
import { aScenario, aStatus, aTown, at } from '../../state/a-flood.ts';
import type { ScenarioPart } from '../../state/parts.ts';
import { openIncidentOf, setStatus, setWanted, startRun, steerPart } from '../../state/runs.ts';
import { keepIncident } from './keep-incident.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  vi.unstubAllGlobals();
});

const barrier: ScenarioPart = {
  ...{ id: 'w', name: 'Wall', kind: 'barrier', heightM: 1, fromS: 600 },
  line: [at(0, 0), at(9, 0)],
};

/** A server that takes incidents as the real one does, and may be away. */
function begin() {
  const sent: { path: string; body: unknown }[] = [];
  const server = { isAway: false };
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    if (server.isAway) throw new TypeError('Failed to fetch');
    const { pathname } = new URL(url);
    const value: unknown = JSON.parse(body);
    v.parse(pathname === '/incidents' ? newIncident : newEntry, value);
    sent.push({ path: pathname, body: value });
    const opened = v.safeParse(newIncident, value);
    const answer = opened.success
      ? { ...opened.output, id: 7, openedAtMs: 1, entries: 1, by: undefined, data: undefined }
      : {};
    return Response.json(answer);
  });
  const store = aTown();
  const frames = createFrames();
  const life = new AbortController();
  const run = startRun(store, aScenario());
  setStatus(store, aStatus(run));
  endings.push(keepIncident({ store, frames }, life.signal, 5), () => life.abort());
  const keeping = () => frames.peek<IncidentKeeping>(FLOOD_INCIDENT);
  const texts = () => sent.map(({ body }) => (body as { text?: string }).text ?? 'opened');
  return { store, run, sent, server, keeping, texts };
}

describe('the log of a flood', () => {
  it('is nothing until a person opens an incident', async () => {
    const { store, run, sent, keeping } = begin();
    setWanted(store, run, 'pause');
    await Promise.resolve();
    expect(sent).toEqual([]);
    expect(keeping()).toBeUndefined();
  });

  it('opens with the scenario and its place, then notes what is done and how it ended, in order', async () => {
    const { store, run, sent, keeping, texts } = begin();
    openIncidentOf(store, run);
    steerPart(store, run, barrier);
    setWanted(store, run, 'pause');
    setStatus(store, aStatus(run, { phase: 'done' }));
    await vi.waitFor(() => expect(keeping()).toMatchObject({ number: 7, waiting: 0 }));
    expect(sent[0]).toMatchObject({
      path: '/incidents',
      body: { kind: 'flood', city: 'testham', headline: 'Flood: Test flood' },
    });
    expect(texts()).toEqual([
      'opened',
      'Wall added at T+10\u202fmin of the simulation',
      'The simulation is paused',
      'The simulation is through',
    ]);
    expect(sent[1]?.path).toBe('/incidents/7/entries');
  });

  it('waits for a server that is away, says so, and sends each line once', async () => {
    const { store, run, server, keeping, texts } = begin();
    server.isAway = true;
    openIncidentOf(store, run);
    steerPart(store, run, barrier);
    await vi.waitFor(() => expect(keeping()?.reason).toBe('Failed to fetch'));
    server.isAway = false;
    await vi.waitFor(() => expect(keeping()).toMatchObject({ waiting: 0, reason: undefined }));
    expect(texts()).toEqual(['opened', 'Wall added at T+10\u202fmin of the simulation']);
  });
});
