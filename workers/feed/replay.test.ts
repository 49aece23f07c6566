import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveFrame } from '#contract/live-frame.ts';
import { aLiveWorld, type LiveWorld, type Reading } from '#server/live/a-live-server.ts';
import { Replay } from './replay.ts';
import { chooseSpan } from './replay-span.ts';
import { toRows } from './rows.ts';
import { ServerError } from './server-requests.ts';

// Windows of 256 s begin here.
const start = Math.floor(Date.UTC(2026, 10, 26) / 256_000) * 256_000;
const present = start + 3_600_000;

let world: LiveWorld;
let asked: {
  readonly what: 'history' | 'snapshot';
  readonly fromMs: number;
  readonly toMs: number;
}[];
let isDown: boolean;
let changes: number;

function aReplay(readings: readonly Reading[], datastreams: readonly number[] = [1, 2, 3]): Replay {
  world = aLiveWorld(present, datastreams);
  world.readings.push(...readings);
  const frame = async (
    what: 'history' | 'snapshot',
    [fromMs, toMs]: readonly [number, number],
    signal: AbortSignal | undefined,
  ): Promise<LiveFrame> => {
    asked.push({ what, fromMs, toMs });
    await new Promise((resolve) => setTimeout(resolve, 50));
    signal?.throwIfAborted();
    if (isDown) throw new ServerError('The server does not answer.');
    const rows =
      what === 'snapshot'
        ? world.storage.latest('delft', fromMs)
        : world.storage.history('delft', { fromMs, toMs, limit: 1e6 });
    const meta = { sequence: -1, topic: 0, sourceTimeMs: toMs, isSnapshot: what === 'snapshot' };
    return { ...meta, ...(await rows) };
  };
  return new Replay({
    rows: toRows(world.catalogue()),
    server: {
      history: ({ fromMs, toMs }, signal) => frame('history', [fromMs, toMs], signal),
      snapshot: (atMs, signal) => frame('snapshot', [atMs, atMs], signal),
    },
    presentMs: () => present,
    onChange: () => {
      changes += 1;
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  isDown = false;
  changes = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(1000);
const valuesOf = (replay: Replay) => [...replay.state.toColumns(replay.atMs).value];
/** What every datastream said last at an instant, the slow way. */
const stateAt = (readings: readonly Reading[], atMs: number) =>
  [1, 2, 3].map((number) => {
    const said = readings.filter(([of, timeMs]) => of === number && timeMs <= atMs);
    return said.toSorted(([, a], [, b]) => a - b).at(-1)?.[2] ?? Number.NaN;
  });
const everySecond = (seconds: number): Reading[] =>
  Array.from({ length: seconds }, (_, second) => [1 + (second % 3), start + second * 1000, second]);

describe('a replay', () => {
  it('shows the state of an instant, with what was said long before', async () => {
    const readings: Reading[] = [
      [1, start - 86_400_000, 7],
      [2, start + 1000, 8],
      [2, start + 2000, 9],
    ];
    const replay = aReplay(readings);
    replay.seek(start + 1500, 0);
    expect(replay.isLoading).toBe(true);
    await settle();
    expect(replay.isLoading).toBe(false);
    expect(valuesOf(replay)).toEqual([7, 8, Number.NaN]);
    expect(replay.atMs).toBe(start + 1500);
  });

  it('is right at every instant, in whatever order they are visited, at whatever speed', async () => {
    const reading = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(3_000_000), fc.integer())
      .map(([number, offsetMs, value]): Reading => [number, start + offsetMs, value]);
    const readings = fc.uniqueArray(reading, {
      selector: ([of, at]) => `${of}/${at}`,
      maxLength: 60,
    });
    const visit = fc.tuple(fc.nat(3_000_000), fc.constantFrom(0, 0, 1, 60, 300));
    await fc.assert(
      fc.asyncProperty(
        readings,
        fc.array(visit, { minLength: 1, maxLength: 12 }),
        async (given, visits) => {
          const replay = aReplay(given);
          for (const [offsetMs, rate] of visits) {
            replay.seek(start + offsetMs, rate);
            await settle();
            expect(valuesOf(replay)).toEqual(stateAt(given, start + offsetMs));
          }
          replay.stop();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('steps back and forth within what it has without asking anybody', async () => {
    const readings = everySecond(200);
    const replay = aReplay(readings);
    replay.seek(start + 128_000, 0);
    await settle();
    const before = asked.length;
    for (const second of [101, 99, 70, 150, 65, 180]) {
      replay.seek(start + second * 1000, 0);
      expect(valuesOf(replay)).toEqual(stateAt(readings, start + second * 1000));
    }
    expect(asked.length).toBe(before);
  });

  it('has the neighbour ready for who stands near the edge', async () => {
    const readings = everySecond(600);
    const replay = aReplay(readings);
    replay.seek(start + 250_000, 0);
    await settle();
    replay.seek(start + 260_000, 0);
    expect([replay.isLoading, valuesOf(replay)]).toEqual([
      false,
      stateAt(readings, start + 260_000),
    ]);
    await settle();
    expect(
      asked.filter(({ what }) => what === 'history').map(({ fromMs }) => fromMs - start),
    ).toEqual([0, 256_000]);
  });

  it('fetches what comes next before it is shown', async () => {
    const readings = everySecond(3000);
    const replay = aReplay(readings);
    replay.seek(start, 10);
    await settle();
    let waits = 0;
    for (let second = 0; second < 250; second += 1) {
      replay.seek(start + second * 10_000, 10);
      if (replay.isLoading) waits += 1;
      await settle();
      expect(valuesOf(replay)).toEqual(stateAt(readings, start + second * 10_000));
    }
    expect(waits).toBe(0);
    const windows = asked.filter(({ what }) => what === 'history');
    expect(new Set(windows.map(({ fromMs }) => fromMs)).size).toBe(windows.length);
    // One state to begin with; every other follows from the window before.
    expect(asked.filter(({ what }) => what === 'snapshot')).toHaveLength(1);
  });

  it('ends the loading of what nobody waits for any more', async () => {
    const replay = aReplay(everySecond(3000));
    for (let jump = 0; jump < 10; jump += 1) {
      replay.seek(start + jump * 300_000, 0);
      await vi.advanceTimersByTimeAsync(10);
    }
    await settle();
    expect(replay.atMs).toBe(start + 9 * 300_000);
    expect(changes).toBeLessThan(13);
  });

  it('says that it can’t be read, tries again by itself, and shows it then', async () => {
    const replay = aReplay(everySecond(100));
    isDown = true;
    replay.seek(start + 50_000, 0);
    await settle();
    expect([replay.isLoading, replay.problem]).toEqual([true, 'The server does not answer.']);
    isDown = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect([replay.isLoading, replay.problem]).toEqual([false, undefined]);
    expect(valuesOf(replay)[0]).toBe(48);
  });

  it('looks again at seconds so young that storage may lack them', async () => {
    const replay = aReplay([[1, present - 10_000, 1]]);
    replay.seek(present - 500, 0);
    await settle();
    expect(valuesOf(replay)[0]).toBe(1);
    world.readings.push([1, present - 600, 2]);
    await vi.advanceTimersByTimeAsync(3000);
    replay.seek(present - 500, 0);
    await settle();
    expect(valuesOf(replay)[0]).toBe(2);
  });

  it('asks for nothing more once it is stopped', async () => {
    const replay = aReplay(everySecond(100));
    isDown = true;
    replay.seek(start, 0);
    await settle();
    replay.stop();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked.length).toBe(before);
  });
});

describe('the span to fetch', () => {
  const rowsOf = (count: number, intervalS: number) => ({
    ...toRows(aLiveWorld(start, []).catalogue()),
    count,
    intervalS: new Float64Array(count).fill(intervalS),
  });

  it.each([
    ['a few slow sensors, standing', rowsOf(300, 60), 0, 256, undefined],
    ['10,000 at 1 Hz, standing', rowsOf(10_000, 1), 0, 16, undefined],
    ['10,000 at 1 Hz, played', rowsOf(10_000, 1), 1, 16, undefined],
    ['a few slow sensors, an hour a minute', rowsOf(300, 60), 60, 256, undefined],
    ['a few slow sensors, an hour in six seconds', rowsOf(300, 60), 600, 2048, undefined],
    ['10,000 at 1 Hz, an hour in six seconds', rowsOf(10_000, 1), 600, 2048, 256],
  ])('holds a bounded number of readings: %s', (_, rows, rate, lengthS, everyS) => {
    const span = chooseSpan(rows, start + 1_234_567, rate, present);
    expect((span.toMs - span.fromMs) / 1000).toBe(lengthS);
    expect(span.everyS).toBe(everyS);
    expect(span.fromMs % (lengthS * 1000)).toBe(0);
  });

  it('does not reach into what may not be stored yet', () => {
    const { toMs } = chooseSpan(rowsOf(1, 60), present - 10_000, 0, present);
    expect(toMs).toBe(present - 3000);
  });
});
