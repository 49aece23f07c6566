import { afterEach, describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { FIRE_READINGS, type FireReading } from '#model/fire-reading.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { followSource, setTime } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import { aRiskyTown } from '#workers/fire/a-risky-town.ts';
import type { FireLine, FireProtocol, FireWorker } from '#workers/fire/client.ts';
import { createFireService } from '#workers/fire/service.ts';
import { connect, serve } from '#workers/port.ts';
import { FIRE_COVER, FIRE_WATER } from '../contract/response.ts';
import { FIRE_LINE, FIRE_RISK, type RiskFrame } from '../contract/risk.ts';
import { FIRE_SECONDARY } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { fireSlice } from '../state.ts';
import { startRisk } from './risk.ts';

const NOW = Date.UTC(2026, 6, 1, 12);
const house = { use: 'residential', floorArea: 120, residentsNight: 4, peopleDay: 2 };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** There is no record of the weather. */
const noServer = async () => new Response('', { status: 404 });

function aWorker(read: ReturnType<typeof aRiskyTown>['read']): FireWorker {
  const { port1, port2 } = new MessageChannel();
  serve<FireProtocol>(port2, createFireService(read, { frameEveryMs: 1, fetch: noServer }));
  ends.push(() => {
    port1.close();
    port2.close();
  });
  return connect<FireProtocol>(port1, 'fire');
}

/** Addresses of the manifest are made absolute; the town in memory knows them by their paths. */
function aSession({ isOn = true, hasBuildings = true } = {}) {
  const { city, read } = aRiskyTown([house, house, { tree: true }, house]);
  const manifest = {
    ...{ id: city.id, name: city.name, build: city.build, crs: city.crs, sources: [] },
    layers: hasBuildings
      ? [{ kind: 'buildings', id: 'buildings', index: 'index', columns: city.attributes }]
      : [],
  } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'http://t/' } });
  showLayer(store, FIRE, isOn);
  const frames = createFrames();
  const workers: FireWorker[] = [];
  const life = new AbortController();
  const local = {
    whole: (url: string) => read.whole(url.replace('http://t/', '')),
    range: (url: string, from: number, to: number) =>
      read.range(url.replace('http://t/', ''), from, to),
  };
  const stop = startRisk({ store, frames }, life.signal, {
    startWorker() {
      const worker = aWorker(local);
      workers.push(worker);
      return worker;
    },
    now: () => NOW,
    waitMs: 5,
    tellEveryMs: 2,
  });
  const end = () => {
    life.abort();
    stop?.();
  };
  ends.push(end);
  const line = () => {
    const found = frames.peek<FireLine>(FIRE_LINE);
    if (!found) throw new Error('There is no line.');
    return found;
  };
  const frame = () => frames.peek<RiskFrame>(FIRE_RISK);
  const words = () => store.getState().problems.map(({ text }) => text.en);
  const edit = (coefficients: string | undefined) =>
    fireSlice.update(store, (state) => ({ ...state, risk: { ...state.risk, coefficients } }));
  return { store, frames, workers, end, line, frame, words, edit };
}

const aReading = (changes: Partial<FireReading> = {}): FireReading => ({
  ...{ building: 'B-1', sensor: 'RAU-1', name: 'Hall', property: 'smokeObscuration', value: 0.08 },
  ...{ timeMs: NOW, isSimulated: true, isStale: false, level: 'alarm', ...changes },
});

describe('the session of the fire risk', () => {
  it('scores the city while the layer is on, and what a detector says raises its building', async () => {
    const { frames, frame } = aSession();
    await expect.poll(() => frame()?.riskClass).toEqual(Uint8Array.of(1, 1, 0, 1));
    frames.publish(FIRE_READINGS, [aReading()]);
    await expect.poll(() => frame()?.summary.raised).toBe(1);
    expect(frame()?.live).toEqual(Uint8Array.of(0, 50, 0, 0));
    expect(frame()?.riskClass[1]).toBe(5);
    frames.publish(FIRE_READINGS, []);
    await expect.poll(() => frame()?.summary).toMatchObject({ raised: 0, detectors: 0 });
  });

  it('starts its worker with the first question where the layer is off', async () => {
    const { workers, line } = aSession({ isOn: false });
    expect(workers.length).toBe(0);
    const found = await line().call('building', { id: 'B-3' });
    expect(found?.building.index).toBe(3);
    expect(workers.length).toBe(1);
  });

  it('tells arrivals, water and further fires of other rooms on, which are lacking no more', async () => {
    const { frames, line, frame } = aSession();
    frames.publish(FIRE_COVER, { firstS: Float32Array.of(320, 920, Number.NaN, 320) });
    frames.publish(FIRE_WATER, { share: Float32Array.of(0, 1, Number.NaN, 0) });
    await expect.poll(() => frame()?.summary.lacks).toContain('secondaryIgnitions');
    frames.publish(FIRE_SECONDARY, { further: Float32Array.of(0, 7, Number.NaN, 0) });
    const lnOf = async (term: string) => {
      const found = await line().call('building', { id: 'B-1' });
      return found?.contributions.find((one) => one.term === term)?.ln;
    };
    await expect.poll(() => lnOf('response')).toBeCloseTo(1, 6);
    expect(await lnOf('water')).toBeCloseTo(0.5, 6);
    await expect.poll(() => frame()?.summary.lacks).not.toContain('secondaryIgnitions');
    const found = await line().call('building', { id: 'B-1' });
    const people = found?.contributions.find(({ term }) => term === 'people');
    expect(people?.text.en).toContain('would set 7 buildings on fire within an hour');
  });

  it('uses the table of the store, says what is wrong with one and keeps the one before', async () => {
    const { line, edit, words } = aSession();
    const { text } = await line().call('coefficients', undefined);
    const lnOf = async () =>
      (await line().call('building', { id: 'B-0' }))?.contributions.find(
        ({ term }) => term === 'base',
      )?.ln ?? 0;
    const before = await lnOf();
    edit(text.replace('base.house.perYear;0.00000465;', 'base.house.perYear;0.0000093;'));
    await expect.poll(async () => (await lnOf()) - before).toBeCloseTo(Math.LN2, 6);
    edit(text.replace('people.least;1;', 'people.least;none;'));
    await expect
      .poll(words)
      .toEqual([
        expect.stringMatching(/^Coefficients of the fire risk: Line \d+: people.least is “none”/),
      ]);
    expect((await lnOf()) - before).toBeCloseTo(Math.LN2, 6);
    edit(undefined);
    await expect.poll(words).toEqual([]);
    await expect.poll(lnOf).toBe(before);
  });

  it('goes on with the next worker where one dies, which is told everything', async () => {
    const { frames, frame, workers, line, words } = aSession();
    frames.publish(FIRE_READINGS, [aReading()]);
    await expect.poll(() => frame()?.summary.raised).toBe(1);
    frames.publish(FIRE_RISK, undefined);
    workers[0]?.close();
    await expect.poll(() => frame()?.summary.raised).toBe(1);
    expect(workers.length).toBe(2);
    expect((await line().call('building', { id: 'B-1' }))?.riskClass).toBe(5);
    expect(words()).toEqual([]);
  });

  it('ages what detectors said by the clock of the city, and reads nothing of what is to come', async () => {
    const { store, frames, frame } = aSession();
    followSource(store, { now: instant(NOW), wall: instant(NOW), rate: 1 });
    frames.publish(FIRE_READINGS, [aReading({ timeMs: NOW - 10 * 60_000 })]);
    await expect.poll(() => frame()?.live[1]).toBe(25);
    setTime(store, instant(NOW + 3_600_000));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(frame()?.atMs).toBe(NOW);
    setTime(store, instant(NOW - 10 * 60_000));
    await expect.poll(() => frame()?.live[1]).toBe(50);
  });

  it('does nothing in a city without buildings, and leaves nothing when the city closes', async () => {
    const bare = aSession({ hasBuildings: false });
    expect(bare.frames.peek(FIRE_LINE)).toBeUndefined();
    const { frames, frame, end } = aSession();
    await expect.poll(frame).toBeDefined();
    end();
    expect(frame()).toBeUndefined();
    expect(frames.peek(FIRE_LINE)).toBeUndefined();
  });
});
