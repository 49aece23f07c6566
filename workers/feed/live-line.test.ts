import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatLiveFrame, type LiveFrame } from '#contract/live-frame.ts';
import { type LineListener, LiveLine } from './live-line.ts';

const start = Date.UTC(2026, 10, 26);

interface Attempt {
  readonly since: number | undefined;
  readonly listener: LineListener;
  readonly atMs: number;
  isClosed: boolean;
}

let attempts: Attempt[];
let said: string[];
let frames: LiveFrame[];
let line: LiveLine;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  attempts = [];
  said = [];
  frames = [];
  line = new LiveLine({
    connect: (since, listener) => {
      const attempt: Attempt = { since, listener, atMs: Date.now() - start, isClosed: false };
      attempts.push(attempt);
      return {
        close: () => {
          attempt.isClosed = true;
        },
      };
    },
    onFrame: (frame) => frames.push(frame),
    onEvent: () => {},
    onConnection: (connection) => {
      if (said.at(-1) !== connection) said.push(connection);
    },
    random: () => 1,
  });
  line.start();
});
afterEach(() => {
  line.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTime(ms);
const say = (sequence: number, isSnapshot = false, sourceTimeMs = Date.now()) =>
  attempts.at(-1)?.listener.onMessage(
    formatLiveFrame({
      sequence,
      isSnapshot,
      sourceTimeMs,
      topic: 1,
      datastream: new Uint32Array(),
      timeMs: new Float64Array(),
      value: new Float32Array(),
      quality: new Uint8Array(),
    }),
  );
const greet = (nowMs = Date.now(), rate = 1) =>
  attempts
    .at(-1)
    ?.listener.onMessage(
      JSON.stringify({ kind: 'clock', clock: { nowMs, rate, isSettable: true } }),
    );
/** The connection is refused; returns how long the line waits until it tries again, ms. */
const refuse = () => {
  const tries = attempts.length;
  const began = Date.now();
  attempts.at(-1)?.listener.onClose('refused');
  while (attempts.length === tries) pass(100);
  return Date.now() - began;
};
/** A live second after another. */
const live = (from: number, seconds: number) => {
  for (let second = 0; second < seconds; second += 1) {
    pass(1000);
    say(from + second);
  }
};

describe('the line to /live', () => {
  it('is live with the first snapshot', () => {
    greet();
    say(10, true);
    live(11, 3);
    expect(said).toEqual(['connecting', 'live']);
    expect(frames.map(({ sequence }) => sequence)).toEqual([10, 11, 12, 13]);
    expect(attempts).toHaveLength(1);
  });

  it('waits longer after each failure, half a minute at most, and as at first after a success', () => {
    const waits = Array.from({ length: 8 }, () => refuse());
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    say(10, true);
    attempts.at(-1)?.listener.onClose('again');
    pass(1000);
    expect(attempts).toHaveLength(10);
    expect(attempts.at(-1)?.since).toBe(10);
  });

  it('leaves half of each wait to chance', () => {
    line.stop();
    const times: number[] = [];
    line = new LiveLine({
      connect: (_, listener) => {
        times.push(Date.now() - start);
        queueMicrotask(() => listener.onClose('refused'));
        return { close: () => {} };
      },
      onFrame: () => {},
      onEvent: () => {},
      onConnection: () => {},
      random: () => 0,
    });
    line.start();
    return vi
      .advanceTimersByTimeAsync(4000)
      .then(() => expect(times).toEqual([0, 500, 1500, 3500]));
  });

  it('gives a silent connection five seconds, then goes on from where it was', () => {
    say(10, true);
    pass(5000);
    expect(said.at(-1)).toBe('live');
    pass(1000);
    expect(said.at(-1)).toBe('offline');
    expect(attempts[0]?.isClosed).toBe(true);
    pass(1000);
    expect(attempts.at(-1)?.since).toBe(10);
    say(11);
    expect(said.at(-1)).toBe('live');
    expect(line.recoveries).toEqual({ gapsRecovered: 1, snapshotsTaken: 0 });
  });

  it('gives up a connection that never opens', () => {
    pass(7000);
    expect(attempts).toHaveLength(2);
  });

  it('asks at once for what is missing, and for a snapshot where it does not come', () => {
    say(10, true);
    say(12);
    expect(frames).toHaveLength(1);
    expect(attempts.map(({ since }) => since)).toEqual([undefined, 10]);
    expect(said.at(-1)).toBe('catching-up');
    say(13);
    pass(2000);
    expect(attempts.map(({ since }) => since)).toEqual([undefined, 10, undefined]);
    say(20, true);
    expect(said.at(-1)).toBe('live');
    expect(line.sequence).toBe(20);
  });

  it('hears nothing more from a connection that it left', () => {
    say(10, true);
    const [first] = attempts;
    say(12);
    first?.listener.onMessage('hello');
    first?.listener.onClose('late');
    expect(attempts).toHaveLength(2);
    expect(said.at(-1)).toBe('catching-up');
  });

  it('is catching up until frames are as young as the clock that it was greeted with', () => {
    say(10, true);
    attempts.at(-1)?.listener.onClose('cut');
    pass(60_000);
    greet();
    for (let missed = 0; missed < 59; missed += 1) say(11 + missed, false, start + missed * 1000);
    expect(said.at(-1)).toBe('catching-up');
    say(70);
    expect(said.at(-1)).toBe('live');
    // A clock set back later on makes no past of the present.
    greet(Date.now() + 1e9);
    live(71, 2);
    expect(said.at(-1)).toBe('live');
  });

  it('is live while the clock of the source stands', () => {
    greet(start, 0);
    say(10, true, start);
    pass(1000);
    say(11, false, start);
    expect(said).toEqual(['connecting', 'live']);
  });

  it('reads what arrived during a sleep before it gives the connection up', () => {
    say(10, true);
    pass(1000);
    vi.setSystemTime(Date.now() + 600_000);
    pass(1000);
    expect(said.at(-1)).toBe('live');
    say(11);
    pass(4000);
    expect(attempts).toHaveLength(1);
  });

  it('gives up a connection that a sleep has killed one second after waking', () => {
    say(10, true);
    pass(1000);
    vi.setSystemTime(Date.now() + 600_000);
    pass(3000);
    expect(said.at(-1)).toBe('offline');
    pass(1000);
    expect(attempts.at(-1)?.since).toBe(10);
  });

  it('does not sit out a long wait after a sleep, or when the network is back', () => {
    for (let failure = 0; failure < 5; failure += 1) refuse();
    attempts.at(-1)?.listener.onClose('refused');
    expect(attempts).toHaveLength(6);
    vi.setSystemTime(Date.now() + 10_000);
    pass(1000);
    expect(attempts).toHaveLength(7);
    attempts.at(-1)?.listener.onClose('refused');
    line.hurry();
    line.hurry();
    expect(attempts).toHaveLength(8);
  });

  it('begins anew from a snapshot when told to', () => {
    say(10, true);
    line.restart();
    expect(attempts.map(({ since, isClosed }) => [since, isClosed])).toEqual([
      [undefined, true],
      [undefined, false],
    ]);
    say(10, true);
    expect(frames).toHaveLength(2);
  });

  it('asks nobody after it was stopped', () => {
    line.stop();
    pass(60_000);
    expect(attempts).toHaveLength(1);
    expect(attempts[0]?.isClosed).toBe(true);
  });
});
