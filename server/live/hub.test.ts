import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveFrame } from '#contract/live-frame.ts';
import { aBatch } from '../test-batch.ts';
import { parseSent, TestWire } from './a-test-wire.ts';
import { FrameReader } from './frame-reader.ts';
import { Hub } from './hub.ts';

const start = Date.UTC(2026, 10, 26);
const DAY_MS = 86_400_000;

let nowMs: number;
let hub: Hub;
beforeEach(() => {
  nowMs = start;
  hub = new Hub({ topic: 7, startSequence: 100, sourceTimeMs: () => nowMs });
});

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const rowsOf = ({ datastream, timeMs, value }: LiveFrame) =>
  Array.from(datastream, (id, row) => [id, timeMs[row]! - start, value[row]]);
const read = (since?: number, wire = new TestWire()) => {
  new FrameReader(hub, wire, since);
  return wire;
};
/** A tick one second later. */
const tick = () => {
  nowMs += 1000;
  hub.tick();
};
/** So many rows that one frame is larger than `bytes`. */
const aBigBatch = (bytes: number, timeMs: number) =>
  aBatch(...Array.from({ length: Math.ceil(bytes / 13) }, (_, id) => [id, timeMs, 1] as const));

describe('the hub of a city', () => {
  it('sends a snapshot first and then what is new, once a tick, with sequences without a gap', async () => {
    hub.accept(aBatch([1, start, 10], [2, start, 20]));
    tick();
    const wire = read();
    hub.accept(aBatch([2, start + 1500, 21]));
    tick();
    await settle();
    expect(wire.frames.map(({ sequence, isSnapshot }) => [sequence, isSnapshot])).toEqual([
      [101, true],
      [102, false],
    ]);
    expect(wire.frames.map(rowsOf)).toEqual([
      [
        [1, 0, 10],
        [2, 0, 20],
      ],
      [[2, 1500, 21]],
    ]);
  });

  it('beats in quiet seconds with the clock of the source', async () => {
    const wire = read();
    tick();
    tick();
    await settle();
    expect(
      wire.frames.map(({ sourceTimeMs, sequence }) => [sourceTimeMs - start, sequence]),
    ).toEqual([
      [0, 100],
      [1000, 101],
      [2000, 102],
    ]);
    expect(
      wire.frames.every(({ datastream, topic }) => datastream.length === 0 && topic === 7),
    ).toBe(true);
  });

  it('makes one buffer for all readers', () => {
    const sent: unknown[] = [];
    for (let reader = 0; reader < 3; reader += 1) {
      new FrameReader(
        hub,
        { bufferedBytes: 0, send: (data) => sent.push(data), drop: () => {} },
        100,
      );
    }
    tick();
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(1);
  });

  it('carries every reading, late ones too, but a late one does not become the latest', async () => {
    const wire = read();
    hub.accept(aBatch([1, start + 500, 3], [1, start + 100, 1]));
    hub.accept(aBatch([1, start + 500, 4]));
    tick();
    await settle();
    expect(rowsOf(wire.frames.at(-1)!)).toEqual([
      [1, 500, 3],
      [1, 100, 1],
      [1, 500, 4],
    ]);
    expect(rowsOf(parseSent(hub.snapshot()))).toEqual([[1, 500, 4]]);
  });

  it('hands on what was missed, and nothing twice, to who names the last frame it has', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      hub.accept(aBatch([1, nowMs, turn]));
      tick();
    }
    const wire = read(102);
    tick();
    await settle();
    expect(wire.frames.map(({ sequence }) => sequence)).toEqual([103, 104, 105, 106]);
    expect(wire.frames.some(({ isSnapshot }) => isSnapshot)).toBe(false);
  });

  it('sends only the next frame to who has the latest', async () => {
    tick();
    const wire = read(101);
    await settle();
    expect(wire.frames).toEqual([]);
    tick();
    await settle();
    expect(wire.frames.map(({ sequence }) => sequence)).toEqual([102]);
  });

  it.each([
    ['long gone', 99],
    ['of an earlier start', 3],
    ['not made yet', 5000],
  ])('sends a snapshot to who names a frame that is %s', async (_, since) => {
    hub = new Hub({
      topic: 7,
      startSequence: 100,
      sourceTimeMs: () => nowMs,
      ring: { bytes: 1e6, frames: 2 },
    });
    for (let turn = 0; turn < 4; turn += 1) tick();
    const wire = read(since);
    await settle();
    expect(wire.frames.map(({ isSnapshot, sequence }) => [isSnapshot, sequence])).toEqual([
      [true, 104],
    ]);
  });

  it('merges what a slow reader missed into one snapshot when its wire drains', async () => {
    const wire = read();
    await settle();
    wire.isShut = true;
    hub.accept(aBigBatch(600_000, start));
    tick();
    hub.accept(aBigBatch(600_000, start + 1000));
    tick();
    for (let turn = 0; turn < 5; turn += 1) {
      hub.accept(aBatch([1, nowMs, turn]));
      tick();
    }
    expect(wire.bufferedBytes).toBeGreaterThan(1024 * 1024);
    expect(wire.bufferedBytes).toBeLessThan(2 * 1024 * 1024);
    wire.open();
    await settle();
    await settle();
    expect(wire.frames.map(({ sequence, isSnapshot }) => [sequence, isSnapshot])).toEqual([
      [100, true],
      [101, false],
      [102, false],
      [107, true],
    ]);
    tick();
    await settle();
    expect(wire.frames.at(-1)).toMatchObject({ sequence: 108, isSnapshot: false });
  });

  it('lets who was away read megabytes of missed frames in order, as its wire takes them', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      hub.accept(aBigBatch(100_000, nowMs));
      tick();
    }
    const wire = read(100);
    expect(wire.bufferedBytes).toBeLessThan(2 * 1024 * 1024);
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(wire.frames.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, at) => 101 + at),
    );
  });

  it('gives a snapshot to who catches up slower than news comes', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      hub.accept(aBigBatch(100_000, nowMs));
      tick();
    }
    const wire = new TestWire();
    wire.isShut = true;
    read(100, wire);
    for (let turn = 0; turn < 60; turn += 1) tick();
    wire.open();
    await settle();
    await settle();
    const last = wire.frames.at(-1);
    expect([last?.sequence, last?.isSnapshot]).toEqual([180, true]);
    expect(wire.frames.length).toBeLessThan(20);
  });

  it('drops a wire on which events pile up', async () => {
    const wire = new TestWire();
    read(undefined, wire);
    wire.isShut = true;
    const event = { kind: 'clock', clock: { nowMs: start, rate: 1, isSettable: true } } as const;
    for (let turn = 0; turn < 100_000 && !wire.isDropped; turn += 1) hub.tell(event);
    expect(wire.isDropped).toBe(true);
  });

  it('tells events between frames as text', async () => {
    const wire = read();
    hub.tell({ kind: 'clock', clock: { nowMs: start, rate: 60, isSettable: true } });
    await settle();
    expect(wire.received.at(-1)).toBe(
      `{"kind":"clock","clock":{"nowMs":${start},"rate":60,"isSettable":true}}`,
    );
  });

  it('forgets what never was when the clock goes back, and says so by a snapshot', async () => {
    hub.accept(aBatch([1, start, 1], [2, start, 5]));
    tick();
    hub.accept(aBatch([1, start + 900_000, 2]));
    nowMs = start + 900_000;
    hub.tick();
    const wire = read(hub.sequence);
    hub.accept(aBatch([1, start + 900_500, 3]));
    nowMs = start + 1000;
    hub.rewind(nowMs);
    hub.fill(aBatch([1, start, 1]));
    hub.tick();
    await settle();
    expect(wire.frames.map(rowsOf)).toEqual([
      [
        [1, 0, 1],
        [2, 0, 5],
      ],
    ]);
    expect(wire.frames[0]).toMatchObject({ isSnapshot: true, sourceTimeMs: start + 1000 });
    hub.accept(aBatch([1, start + 2000, 9]));
    tick();
    await settle();
    expect(rowsOf(wire.frames.at(-1)!)).toEqual([[1, 2000, 9]]);
  });

  it('sends a snapshot where a fast clock makes more readings than a frame should hold', async () => {
    const wire = read(100);
    for (let second = 0; second < 70; second += 1)
      hub.accept(aBigBatch(13_000, start + second * 1000));
    nowMs = start + 70_000;
    hub.tick();
    await settle();
    const [frame] = wire.frames;
    expect(frame?.isSnapshot).toBe(true);
    expect(frame?.datastream.length).toBe(1000);
    expect(new Set(frame?.timeMs)).toEqual(new Set([start + 69_000]));
  });

  it('leaves out what is no news: years old, or far ahead of the clock, or at no time', async () => {
    const wire = read(100);
    hub.accept(
      aBatch(
        [1, start - 400 * DAY_MS, 1],
        [2, start + 400 * DAY_MS, 2],
        [3, Number.NaN, 3],
        [4, start - 40 * DAY_MS, 4],
      ),
    );
    tick();
    nowMs += 10 * DAY_MS;
    hub.accept(aBatch([5, nowMs, 5]));
    tick();
    await settle();
    expect(wire.frames.map(rowsOf)).toEqual([
      [[4, -40 * DAY_MS, 4]],
      [[5, nowMs - start - 1000, 5]],
    ]);
    expect(rowsOf(parseSent(hub.snapshot())).map(([id]) => id)).toEqual([5]);
  });

  it('sends nothing more to a reader that left', async () => {
    const wire = new TestWire();
    const reader = new FrameReader(hub, wire, undefined);
    reader.stop();
    tick();
    hub.tell({ kind: 'catalogue' });
    await settle();
    expect(wire.received).toHaveLength(1);
    expect(hub.readers).toBe(0);
  });
});
