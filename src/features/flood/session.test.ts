import { afterEach, describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { createFrames, type Frames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import type { FloodLine, FloodProtocol, FloodWorker } from '#workers/flood/client.ts';
import { aBarrier, aCity, aScenario, someTopics } from '#workers/flood/run/a-flood.ts';
import { createFloodService } from '#workers/flood/service.ts';
import { connect, serve } from '#workers/port.ts';
import type { FloodEvent } from './contract/impact.ts';
import { FLOOD_EVENTS } from './contract/impact.ts';
import {
  FLOOD_FRAME,
  FLOOD_LINE,
  FLOOD_MAP,
  FLOOD_PLACE,
  FLOOD_STATUS,
  type FloodFrame,
  type FloodMap,
  type FloodPlace,
  type FloodStatus,
  second,
} from './contract.ts';
import { startFloodSession } from './session.ts';
import { forgetRun, setWanted, startRun, startWhatIf, steerPart } from './state/runs.ts';
import { changeLook, selectFlood } from './state.ts';

const START_MS = 1_750_000_000_000;
const scenario = aScenario({ startMs: START_MS });
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('the session of floods', () => {
  it('brings a run from the store to the globe, and the clock goes with it', async () => {
    const { store, frames, status } = aSession();
    const run = startRun(store, scenario);
    await expect.poll(() => status(run)?.phase).toBe('done');
    expect(frames.peek<FloodPlace>(FLOOD_PLACE)).toMatchObject({ run, width: 20 });
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(120);
    expect(frames.peek<FloodStatus>(FLOOD_STATUS)).toEqual(status(run));
    const { clock } = store.getState();
    expect(clock.mode).toBe('set');
    expect(clock.now).toBe(START_MS + 120_000);
    expect(selectFlood(store.getState()).followsRun).toBe(true);
  });

  it('shows the water of the time that a person sets the clock to', async () => {
    const { store, frames, status } = aSession();
    const run = startRun(store, scenario);
    await expect.poll(() => status(run)?.phase).toBe('done');
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(120);
    setTime(store, instant(START_MS + 61_000));
    expect(selectFlood(store.getState()).followsRun).toBe(false);
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(60);
    setTime(store, instant(START_MS - 5_000));
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(0);
    setTime(store, instant(START_MS + 1e9));
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(120);
  });

  it('pauses, steers and goes on as the store says', async () => {
    const { store, frames, status, line } = aSession();
    const run = startRun(store, aScenario({ startMs: START_MS, durationS: 3600 }));
    await expect.poll(() => status(run)?.phase).toBe('running');
    setWanted(store, run, 'pause');
    await expect.poll(() => status(run)?.phase).toBe('paused');
    const { timeS = 0 } = status(run) ?? {};
    steerPart(store, run, { ...aBarrier, fromS: timeS });
    await expect
      .poll(() => line().call('log', { run }))
      .toEqual([{ timeS, steering: { act: 'add', structure: { ...aBarrier, fromS: timeS } } }]);
    setWanted(store, run, 'stop');
    await expect
      .poll(() => frames.peek<readonly FloodEvent[]>(FLOOD_EVENTS))
      .toEqual(expect.any(Array));
    expect(status(run)?.timeS).toBe(timeS);
  });

  it('shows what-if beside, at the same time, with the difference as a map', async () => {
    const { store, frames, status, line } = aSession();
    const run = startRun(store, scenario);
    await expect.poll(() => status(run)?.phase).toBe('done');
    const beside = startWhatIf(store, 60, { ...scenario, structures: [aBarrier] });
    await expect.poll(() => status(beside)?.phase).toBe('done');
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.run).toBe(beside);
    expect(frames.peek<FloodPlace>(second(FLOOD_PLACE))?.run).toBe(run);
    setTime(store, instant(START_MS + 90_000));
    await expect.poll(() => frames.peek<FloodFrame>(FLOOD_FRAME)?.timeS).toBe(90);
    await expect.poll(() => frames.peek<FloodFrame>(second(FLOOD_FRAME))?.timeS).toBe(90);
    changeLook(store, { colouring: 'difference' });
    await expect
      .poll(() => frames.peek<FloodMap>(FLOOD_MAP), { timeout: 3000 })
      .toMatchObject({ run: beside, colouring: 'difference' });
    const numbers = await line().call('difference', { run: beside, other: run });
    expect(numbers.rmsM).toBeGreaterThan(0);
    changeLook(store, { colouring: 'depth' });
    await expect.poll(() => frames.peek<FloodMap>(FLOOD_MAP), { timeout: 3000 }).toBeUndefined();
  });

  it('forgets a run with its water', async () => {
    const { store, frames, status, line } = aSession();
    const run = startRun(store, scenario);
    await expect.poll(() => status(run)?.phase).toBe('done');
    forgetRun(store, run);
    await expect.poll(() => frames.peek(FLOOD_FRAME)).toBeUndefined();
    await expect(line().call('kept', { run })).rejects.toThrow(`Run ${run} is not kept here.`);
  });

  it('begins a run again when its worker dies, with all that was done in it', async () => {
    const { store, status, line, die, started } = aSession();
    const run = startRun(store, aScenario({ startMs: START_MS, durationS: 3600 }));
    await expect.poll(() => status(run)?.phase).toBe('running');
    setWanted(store, run, 'pause');
    await expect.poll(() => status(run)?.phase).toBe('paused');
    steerPart(store, run, aBarrier);
    await expect.poll(async () => (await line().call('log', { run })).length).toBe(1);
    const log = await line().call('log', { run });
    const { timeS = 0 } = status(run) ?? {};
    const said = new Set<string>();
    store.subscribe(({ problems }) => {
      for (const { text } of problems) said.add(text.en);
    });
    die();
    await expect.poll(started).toBe(2);
    await expect.poll(() => status(run)?.phase).not.toBe('paused');
    await expect.poll(() => status(run)?.phase, { timeout: 5000 }).toBe('paused');
    expect(status(run)?.timeS).toBeGreaterThanOrEqual(timeS);
    expect(started()).toBe(2);
    expect([...said]).toEqual([expect.stringContaining('computed anew from its start')]);
    expect(await line().call('log', { run })).toEqual(log);
  });

  it('says which steering a run refused', async () => {
    const { store, status } = aSession();
    const run = startRun(store, aScenario({ startMs: START_MS, durationS: 3600 }));
    await expect.poll(() => status(run)?.phase).toBe('running');
    steerPart(store, run, {
      ...aBarrier,
      line: [
        [0, 0],
        [0.1, 0],
      ],
    });
    await expect
      .poll(() => store.getState().problems.map(({ text }) => text.en))
      .toEqual([expect.stringMatching(/could not be done in the run: .*Wall/)]);
    expect(status(run)?.phase).toBe('running');
  });

  it('starts no worker where the city has no elevation model', () => {
    const { store, started } = aSession({ layers: [] });
    startRun(store, scenario);
    expect(started()).toBe(0);
  });

  it('leaves nothing on the globe when the city closes', async () => {
    const { store, frames, status, stop } = aSession();
    const run = startRun(store, scenario);
    await expect.poll(() => status(run)?.phase).toBe('done');
    stop();
    for (const channel of [FLOOD_PLACE, FLOOD_FRAME, FLOOD_STATUS, FLOOD_MAP, FLOOD_LINE]) {
      expect(frames.peek(channel)).toBeUndefined();
    }
  });
});

interface AtWork {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly status: (run: string) => FloodStatus | undefined;
  readonly line: () => FloodLine;
  readonly die: () => void;
  readonly started: () => number;
  readonly stop: () => void;
}

function aSession(part: Partial<CityManifest> = {}): AtWork {
  const store = createAppStore({ city: { manifest: aManifest(part), baseUrl: 'http://t/' } });
  const frames = createFrames();
  const workers: FloodWorker[] = [];
  const session = startFloodSession(
    {
      ...{ store, frames },
      find: async () => undefined,
      findInside: async () => [],
      measure: async () => [],
    },
    {
      startWorker: () => {
        const worker = aWorker();
        workers.push(worker);
        return worker;
      },
      now: () => performance.now(),
      parts: [],
    },
  );
  ends.push(() => session.stop());
  return {
    ...{ store, frames },
    status: (run) => selectFlood(store.getState()).status[run],
    line: () => {
      const line = frames.peek<FloodLine>(FLOOD_LINE);
      if (!line) throw new Error('There is no line.');
      return line;
    },
    die: () => workers.at(-1)?.close(),
    started: () => workers.length,
    stop: () => session.stop(),
  };
}

/** The real service behind a real port, on this thread. */
function aWorker(): FloodWorker {
  const { port1, port2 } = new MessageChannel();
  serve<FloodProtocol>(port2, createFloodService(someTopics()));
  ends.push(() => {
    port1.close();
    port2.close();
  });
  return connect<FloodProtocol>(port1, 'flood');
}

const aManifest = (part: Partial<CityManifest>): CityManifest => ({
  ...{ format: 'panopolis-city', version: 1, id: 'slope', name: 'Slope', build: '0123456789ab' },
  ...{ boundsDeg: [10, 53.998, 10.002, 54], heightM: [0, 10], crs: aCity.crs },
  ...{ timeZone: 'Europe/Berlin', sources: [] },
  layers: [
    {
      ...{ kind: 'terrain', id: 'terrain', name: 'Terrain', tiles: 'terrain' },
      ...{ grid: aCity.grid, origin: 'survey' },
    },
  ],
  ...part,
});
