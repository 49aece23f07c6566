import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { newEntry, newIncident } from '#contract/incident.ts';
import type { IncidentKeeping } from '#features/incident-outbox.ts';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { FIRE_EVACUATION } from '../../contract/evacuation.ts';
import { FIRE_INCIDENT } from '../../contract/incident.ts';
import { aBuilding, aFire } from '../../state/a-fire.ts';
import { change } from '../../state/change.ts';
import { seek } from '../../state/clock.ts';
import { changePlan, endEvacuation, orderFor } from '../../state/evacuate.ts';
import { addFire } from '../../state/fires.ts';
import { openIncidentOf } from '../../state/incident.ts';
import { addEngine, defend, igniteMore, turnWind, undo } from '../../state/steer.ts';
import { keepIncident } from './keep-incident.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  vi.unstubAllGlobals();
});

const manifest = { id: 'testham', timeZone: 'Europe/Berlin' } as CityManifest;

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
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/testham/' } });
  const frames = createFrames();
  const life = new AbortController();
  addFire(store, aFire());
  seek(store, 600);
  endings.push(keepIncident({ store, frames }, life.signal, 5), () => life.abort());
  const keeping = () => frames.peek<IncidentKeeping>(FIRE_INCIDENT);
  const texts = () => sent.map(({ body }) => (body as { text?: string }).text ?? 'opened');
  return { store, frames, sent, server, keeping, texts };
}

describe('the log of a fire', () => {
  it('is nothing until a person opens an incident', async () => {
    const { store, sent, keeping } = begin();
    turnWind(store, { speedMs: 9, fromRad: 3 });
    await Promise.resolve();
    expect(sent).toEqual([]);
    expect(keeping()).toBeUndefined();
  });

  it('opens with the fire and its building, then notes each thing that is done, in order', async () => {
    const { store, sent, keeping, texts } = begin();
    openIncidentOf(store, 'f');
    turnWind(store, { speedMs: 9, fromRad: Math.PI });
    defend(store, [aBuilding('c')], 'Block 4');
    addEngine(store, { name: 'Engine 2', at: [10.6, 54.3] });
    igniteMore(store, [aBuilding('d')]);
    undo(store);
    await vi.waitFor(() => expect(keeping()).toMatchObject({ number: 7, waiting: 0 }));
    expect(sent[0]).toMatchObject({
      path: '/incidents',
      body: {
        ...{ kind: 'fire', city: 'testham', headline: 'Fire: Fire' },
        ...{ subject: { feature: 'city', id: 'b' }, longitudeDeg: 10.64 },
      },
    });
    expect(texts().slice(1)).toEqual([
      expect.stringMatching(/^Wind from the south, 9\.0 m\/s, from T\+10\smin on$/),
      expect.stringMatching(/^Block 4 defended from T\+10\smin on$/),
      expect.stringMatching(/^Engine 2 sent, there at T\+/),
      expect.stringMatching(/^House d ignited in the twin at T\+/),
      expect.stringMatching(/^Taken back: House d ignited/),
    ]);
    expect(sent[1]?.path).toBe('/incidents/7/entries');
  });

  it('notes the zone that is ordered, changed and ended, and once what it comes to', async () => {
    const { store, frames, keeping, texts } = begin();
    openIncidentOf(store, 'f');
    const ring = [
      [10, 54],
      [10.1, 54],
      [10, 54.1],
    ] as const;
    const label = { en: 'Smoke', zh: '烟气' };
    orderFor(store, [{ owner: 'smoke', id: 'z', label, rings: [ring], timeS: 0 }], 'Order');
    const result = { request: 'q', people: 812.4, clearanceS: 1830, withoutWay: 0, withoutRoom: 0 };
    frames.publish(FIRE_EVACUATION, result);
    frames.publish(FIRE_EVACUATION, result);
    changePlan(store, { marginM: 300 });
    endEvacuation(store);
    await vi.waitFor(() => expect(keeping()).toMatchObject({ waiting: 0 }));
    expect(texts().slice(1)).toEqual([
      'Evacuation zone laid, 100 m around the danger',
      '812 people have to leave; out after 31 min in the simulation',
      'Evacuation zone changed',
      'Evacuation ended',
    ]);
  });

  it('says that the spread is computed, and why not', async () => {
    const { store, keeping, texts } = begin();
    openIncidentOf(store, 'f');
    const status = { scenario: 'f', progress: 1, buildings: 0, assumptions: [] };
    change(store, () => ({ status: { f: { ...status, phase: 'ready' } } }));
    change(store, () => ({ status: { f: { ...status, phase: 'failed', problem: 'No index.' } } }));
    await vi.waitFor(() => expect(keeping()).toMatchObject({ waiting: 0 }));
    expect(texts().slice(1)).toEqual([
      'The spread is computed',
      'The spread can’t be computed: No index.',
    ]);
  });

  it('waits for a server that is away, says so, and sends each line once', async () => {
    const { store, server, keeping, texts } = begin();
    server.isAway = true;
    openIncidentOf(store, 'f');
    turnWind(store, { speedMs: 9, fromRad: 3 });
    await vi.waitFor(() => expect(keeping()?.reason).toBe('Failed to fetch'));
    server.isAway = false;
    await vi.waitFor(() => expect(keeping()).toMatchObject({ waiting: 0, reason: undefined }));
    expect(texts()).toHaveLength(2);
  });
});
