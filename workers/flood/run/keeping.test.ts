import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloodFrame, FRAME_TILE } from '#features/flood/contract.ts';
import type { FloodState } from '#simulation/flood/parts.ts';
import { countBytes, packArray, unpackArray } from './block-codec.ts';
import { KeptFrames } from './kept-frames.ts';
import { KeptSnapshots } from './kept-snapshots.ts';
import { NewsQueue } from './news-queue.ts';
import { Pacer, RealTimeMeter } from './pace.ts';
import { quantise } from './quantise.ts';
import { packTile, TILE_CELLS, unpackTile } from './tile-codec.ts';

describe('a packed tile', () => {
  it('comes back exactly, whatever is in it', () => {
    const values = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.nat(3_000),
        values(0, 65_535),
        values(-32_768, 32_767),
        values(-32_768, 32_767),
        (start, depths, us, vs) => {
          const tile = aTile();
          tile.depthMm.set(depths, start);
          tile.uCms.set(us, start);
          tile.vCms.set(vs, start);
          const back = aTile();
          unpackTile(packTile(tile, 0), back, 0);
          for (const name of ['depthMm', 'uCms', 'vCms'] as const) {
            expect(Buffer.from(back[name].buffer).equals(Buffer.from(tile[name].buffer))).toBe(
              true,
            );
          }
        },
      ),
    );
  });

  it('takes no more than a byte a row where it is dry, and few where the water is smooth', () => {
    const dry = packTile(aTile(), 0);
    expect(dry.length).toBe(3 * FRAME_TILE);
    const lake = aTile();
    for (let at = 0; at < TILE_CELLS; at++) lake.depthMm[at] = 1000 + (at % FRAME_TILE) * 3;
    expect(packTile(lake, 0).length).toBeLessThan(TILE_CELLS * 1.5);
  });
});

describe('a frame of a state', () => {
  it('has the wet tiles, in millimetres and centimetres a second, cut off at the edge', () => {
    const state = aState(130, 70, [
      [0, 0, 1.2344, 0.126, -3.4],
      [129, 69, 0.0006, 0, 0],
      [64, 0, 0.0004, 1, 1],
    ]);
    const { frame, wet } = quantise({ run: 'r', width: 130, height: 70 }, state, new Set());
    expect([...frame.tiles]).toEqual([0, 5]);
    expect([frame.depthMm[0], frame.uCms[0], frame.vCms[0]]).toEqual([1234, 13, -340]);
    expect(frame.depthMm[TILE_CELLS + 5 * FRAME_TILE + 1]).toBe(1);
    expect([...wet]).toEqual([0, 5]);
  });

  it('has a tile that fell dry once more, dry', () => {
    const shape = { run: 'r', width: 64, height: 64 };
    const wet = quantise(shape, aState(64, 64, [[3, 3, 1, 0, 0]]), new Set());
    const dried = quantise(shape, aState(64, 64, []), wet.wet);
    expect([...dried.frame.tiles]).toEqual([0]);
    expect(dried.frame.depthMm.some((depth) => depth > 0)).toBe(false);
    expect([...quantise(shape, aState(64, 64, []), dried.wet).frame.tiles]).toEqual([]);
  });

  it('stays within what its numbers hold', () => {
    const state = aState(64, 64, [[0, 0, 70, 400, -400]]);
    const { frame } = quantise({ run: 'r', width: 64, height: 64 }, state, new Set());
    expect([frame.depthMm[0], frame.uCms[0], frame.vCms[0]]).toEqual([65_535, 32_767, -32_767]);
  });
});

describe('kept frames', () => {
  it('give back what was kept nearest to a time', () => {
    const kept = new KeptFrames('r', 5);
    for (const timeS of [0, 5, 10, 20]) kept.keep(aFrame(timeS, timeS + 1));
    const timesAt = [-3, 2, 3, 14, 16, 99].map((timeS) => kept.frameAt(timeS)?.timeS);
    expect(timesAt).toEqual([0, 0, 5, 10, 20, 20]);
    expect(kept.frameAt(10)).toEqual(aFrame(10, 11));
    expect(new KeptFrames('r', 5).frameAt(0)).toBeUndefined();
  });

  it('keep a tile once that does not change', () => {
    const kept = new KeptFrames('r', 5);
    kept.keep(aFrame(0, 7));
    const { bytes } = kept;
    kept.keep(aFrame(5, 7));
    expect(kept.bytes - bytes).toBeLessThan(100);
    expect(kept.frameAt(5)).toEqual(aFrame(5, 7));
  });

  it('let every second one go where memory ends, never the first and the last', () => {
    const limit = 40_000;
    const kept = new KeptFrames('r', 5, limit);
    for (let timeS = 0; timeS <= 500; timeS += 5) {
      if (kept.isDue(timeS)) kept.keep(aFrame(timeS, (timeS * 7919) % 60_000, timeS));
    }
    expect(kept.bytes).toBeLessThanOrEqual(limit);
    expect(kept.everyS).toBeGreaterThan(5);
    expect(kept.timesS[0]).toBe(0);
    expect(kept.timesS.at(-1)).toBeGreaterThan(500 - kept.everyS);
    const gaps = kept.timesS.slice(1).map((timeS, at) => timeS - (kept.timesS[at] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(kept.everyS);
  });
});

describe('kept arrays', () => {
  it('come back bit by bit, not-a-numbers and both zeros too', () => {
    const any = fc.float32Array({ minLength: 1, maxLength: 9000 });
    fc.assert(
      fc.property(any, (array) => {
        const back = unpackArray(packArray(array));
        expect(new Uint8Array(back.buffer)).toEqual(new Uint8Array(array.slice().buffer));
      }),
      { numRuns: 20 },
    );
    const wide = Float64Array.of(-0, Number.NaN, 1 / 3);
    expect(unpackArray(packArray(wide))).toEqual(wide);
  });

  it('cost next to nothing where they are dry or as before', () => {
    const seen = new Set<Uint32Array>();
    const array = new Float32Array(1_000_000);
    array[500_000] = 1;
    const first = packArray(array);
    expect(countBytes(first, seen)).toBeLessThan(20_000);
    expect(countBytes(packArray(array, first), seen)).toBeLessThan(2_500);
  });
});

describe('kept snapshots', () => {
  const stateAt = (timeS: number) => ({
    solver: { timeS, arrays: [Float32Array.from({ length: 5000 }, (_, at) => at + timeS)] },
    forcing: { timeS },
    maxima: [Float32Array.of(timeS)],
    ...{ scenario: { id: `${timeS}` } as never, backend: 'js' as const, logged: 0 },
  });

  it('are the latest at or before a time, and none before the first', () => {
    const kept = new KeptSnapshots(60);
    for (const timeS of [60, 120, 180]) kept.keep(stateAt(timeS));
    expect(kept.before(59)).toBeUndefined();
    expect(kept.before(179)).toEqual(stateAt(120));
    expect(kept.before(1e9)).toEqual(stateAt(180));
  });

  it('stay within their memory, the first and the last always there', () => {
    const limit = 130_000;
    const kept = new KeptSnapshots(60, limit);
    for (let timeS = 0; timeS <= 3600; timeS += 60) kept.keep(stateAt(timeS));
    expect(kept.bytes).toBeLessThanOrEqual(limit);
    expect(kept.timesS[0]).toBe(0);
    expect(kept.timesS.at(-1)).toBe(3600);
    expect(kept.before(3600)).toEqual(stateAt(3600));
  });
});

describe('the news of a run', () => {
  it('are the latest for a slow reader, but each event', async () => {
    const queue = new NewsQueue();
    const event = { timeS: 1, kind: 'breach', name: 'B' } as const;
    queue.put({ kind: 'frame', frame: aFrame(1, 1) });
    expect(queue.wantsFrame).toBe(false);
    queue.put({ kind: 'events', events: [event] });
    queue.put({ kind: 'events', events: [event] });
    queue.put({ kind: 'frame', frame: aFrame(2, 1) });
    queue.end();
    const read: string[] = [];
    for await (const news of queue.read(new AbortController().signal)) {
      read.push(news.kind === 'frame' ? `frame ${news.frame.timeS}` : news.kind);
    }
    expect(read).toEqual(['frame 2', 'events', 'events']);
  });

  it('end at once when nobody wants them', async () => {
    const queue = new NewsQueue();
    const abort = new AbortController();
    const next = queue.read(abort.signal).next();
    abort.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

describe('the pace of a run', () => {
  it('allows so many seconds a second, and catches up with no pause', () => {
    const pacer = new Pacer(60);
    pacer.restart(1000, 100);
    expect(pacer.allowedS(2000)).toBe(160);
    pacer.restart(9000, 160);
    expect(pacer.allowedS(9500)).toBe(190);
    pacer.set(Number.POSITIVE_INFINITY, 9500, 190);
    expect(pacer.allowedS(9501)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is measured over the last second', () => {
    const meter = new RealTimeMeter();
    expect(meter.factor()).toBe(0);
    for (let step = 0; step <= 100; step++) meter.mark(step * 100, step < 50 ? 0 : step - 50);
    expect(meter.factor()).toBeCloseTo(10, 6);
  });
});

const aTile = () => ({
  depthMm: new Uint16Array(TILE_CELLS),
  uCms: new Int16Array(TILE_CELLS),
  vCms: new Int16Array(TILE_CELLS),
});

function aFrame(timeS: number, depth: number, noise = 0): FloodFrame {
  const arrays = aTile();
  arrays.depthMm.fill(depth);
  for (let at = 0; at < noise; at++) arrays.uCms[at] = (at * 7919) % 1000;
  return { run: 'r', timeS, tiles: Uint32Array.of(3), ...arrays };
}

type Drop = readonly [x: number, y: number, depthM: number, uMs: number, vMs: number];

function aState(width: number, height: number, drops: readonly Drop[]): FloodState {
  const state = {
    timeS: 1,
    depthM: new Float32Array(width * height),
    uMs: new Float32Array(width * height),
    vMs: new Float32Array(width * height),
  };
  for (const [x, y, depth, u, v] of drops) {
    const cell = y * width + x;
    state.depthM[cell] = depth;
    state.uMs[cell] = u;
    state.vMs[cell] = v;
  }
  return state;
}
