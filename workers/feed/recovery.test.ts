import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import { FrameReader, type Wire } from '#server/live/frame-reader.ts';
import { Hub } from '#server/live/hub.ts';
import { LatestValues } from '#server/live/latest-values.ts';
import { aBatch } from '#server/test-batch.ts';
import { type LineListener, LiveLine } from './live-line.ts';

const start = Date.UTC(2026, 10, 26);
const DATASTREAMS = 5;

/** A network between one hub and one line that does what a test tells it. */
class BadNetwork {
  hub: Hub;
  isDown = false;
  isHeld = false;
  #drops = 0;
  #duplicates = 0;
  #startSequence = start;
  #starts = 0;
  /** Whether all that the connection sends is lost without a word. */
  #isBlackHole = false;
  /** What the connection has delivered. */
  #delivered: unknown[] = [];
  #held: (() => void)[] = [];
  #listener: LineListener | undefined;
  #reader: FrameReader | undefined;

  constructor() {
    this.hub = this.#createHub();
  }

  #createHub = () =>
    new Hub({
      topic: this.#starts++,
      startSequence: this.#startSequence,
      sourceTimeMs: Date.now,
      ring: { bytes: 4000, frames: 20 },
    });

  connect = (since: number | undefined, listener: LineListener) => {
    this.#leave();
    this.#listener = listener;
    const isMine = () => this.#listener === listener;
    setTimeout(() => {
      if (!isMine()) return;
      if (this.isDown) return this.cut();
      this.#reader = new FrameReader(this.hub, this.#wireTo(isMine), since);
    }, 10);
    return {
      close: () => {
        if (isMine()) this.#leave();
      },
    };
  };

  #wireTo(isMine: () => boolean): Wire {
    let bufferedBytes = 0;
    return {
      get bufferedBytes() {
        return bufferedBytes;
      },
      send: (data, onSent) => {
        bufferedBytes += data.length;
        const deliver = () => {
          bufferedBytes -= data.length;
          if (isMine()) this.#deliver(typeof data === 'string' ? data : data.slice().buffer);
          onSent();
        };
        if (this.isHeld) this.#held.push(deliver);
        else setTimeout(deliver, 5);
      },
      drop: () => this.cut(),
    };
  }

  #deliver(message: unknown): void {
    if (this.#isBlackHole) return;
    if (this.#drops > 0) {
      this.#drops -= 1;
      return;
    }
    this.#delivered.push(message);
    const copies = 1 + this.#duplicates;
    this.#duplicates = 0;
    for (let copy = 0; copy < copies; copy += 1) this.#listener?.onMessage(message);
  }

  swallow(): void {
    this.#isBlackHole = true;
  }

  dropNext(): void {
    this.#drops += 1;
  }

  duplicateNext(): void {
    this.#duplicates += 1;
  }

  /** Something that was delivered long ago comes once more. */
  echo(): void {
    const [oldest] = this.#delivered;
    if (oldest !== undefined) this.#listener?.onMessage(oldest);
  }

  release(): void {
    this.isHeld = false;
    for (const deliver of this.#held.splice(0)) setTimeout(deliver, 5);
  }

  cut(): void {
    const listener = this.#listener;
    this.#leave();
    listener?.onClose('cut');
  }

  /** `sequencesBy`: how much later the sequences of the new server begin. */
  restartServer(sequencesBy: number): void {
    this.cut();
    this.#startSequence += sequencesBy;
    this.hub = this.#createHub();
  }

  #leave(): void {
    this.#reader?.stop();
    this.#reader = undefined;
    this.#listener = undefined;
    this.#held = [];
    this.#isBlackHole = false;
    this.#delivered = [];
  }
}

type Act =
  | {
      readonly kind: 'read';
      readonly datastream: number;
      readonly lateMs: number;
      readonly value: number;
    }
  | { readonly kind: 'second' }
  | {
      readonly kind:
        | 'cut'
        | 'drop'
        | 'echo'
        | 'restartEarlier'
        | 'down'
        | 'up'
        | 'blackHole'
        | 'hold'
        | 'release'
        | 'duplicate'
        | 'restart'
        | 'asleep'
        | 'rewind';
    };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      datastream: fc.nat(DATASTREAMS - 1),
      lateMs: fc.nat(3000),
      value: fc.integer({ min: -1000, max: 1000 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('second' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...([
          'cut',
          'drop',
          'echo',
          'restartEarlier',
          'down',
          'up',
          'blackHole',
          'hold',
          'release',
          'duplicate',
          'restart',
          'asleep',
          'rewind',
        ] as const),
      ),
    }),
  },
);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

function play(acts: readonly Act[]) {
  const network = new BadNetwork();
  const frames: LiveFrame[] = [];
  let known = new LatestValues();
  const connections: string[] = [];
  const line = new LiveLine({
    connect: network.connect,
    onFrame: (frame) => {
      frames.push(frame);
      if (frame.isSnapshot) known = new LatestValues();
      known.apply(frame);
    },
    onEvent: () => {},
    onConnection: (connection) => connections.push(connection),
    random: () => 0.5,
  });
  const second = () => {
    vi.advanceTimersByTime(1000);
    network.hub.tick();
  };
  line.start();
  for (const one of acts) {
    switch (one.kind) {
      case 'read':
        network.hub.accept(aBatch([one.datastream, Date.now() - one.lateMs, one.value]));
        break;
      case 'second':
        second();
        break;
      case 'cut':
        network.cut();
        break;
      case 'down':
        network.isDown = true;
        network.cut();
        break;
      case 'up':
        network.isDown = false;
        break;
      case 'drop':
        network.dropNext();
        break;
      case 'echo':
        network.echo();
        break;
      case 'restartEarlier':
        network.restartServer(-100_000);
        break;
      case 'blackHole':
        network.swallow();
        break;
      case 'hold':
        network.isHeld = true;
        break;
      case 'release':
        network.release();
        break;
      case 'duplicate':
        network.duplicateNext();
        break;
      case 'restart':
        network.restartServer(100_000);
        break;
      case 'asleep':
        // Timers stand still while the clock and the server go on.
        vi.setSystemTime(Date.now() + 600_000);
        for (let missed = 0; missed < 30; missed += 1) network.hub.tick();
        break;
      case 'rewind':
        network.hub.rewind(Date.now() - 2000);
        break;
    }
  }
  network.isDown = false;
  network.release();
  for (let last = 0; last < 90; last += 1) second();
  vi.advanceTimersByTime(100);
  line.stop();
  return { network, frames, known, connections, line };
}

const everything = (values: LatestValues) => {
  const { datastream, timeMs, value } = values.within(0, Number.POSITIVE_INFINITY);
  return new Map(Array.from(datastream, (id, row) => [id, [timeMs[row], value[row]]]));
};

describe('a line to a hub over a bad network', () => {
  it('ends with the values of the hub, and no frame is missed without a snapshot', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
        vi.setSystemTime(start);
        const { network, frames, known, connections } = play(acts);
        const hub = new LatestValues();
        hub.apply(parseLiveFrame(network.hub.snapshot().slice().buffer));
        expect(everything(known)).toEqual(everything(hub));
        for (const [at, frame] of frames.entries()) {
          const before = frames[at - 1];
          if (!frame.isSnapshot) expect(frame.sequence).toBe((before?.sequence ?? Number.NaN) + 1);
        }
        expect(frames.at(-1)?.sequence).toBe(network.hub.sequence);
        expect(connections.at(-1)).toBe('live');
      }),
      {
        numRuns: 200,
        examples: [
          // The snapshot of another server is lost, and what follows looks like old news.
          [[{ kind: 'second' }, { kind: 'restartEarlier' }, { kind: 'drop' }]],
          // Its clock was set back, and it uses the sequences of an earlier start again.
          [
            [
              { kind: 'second' },
              { kind: 'second' },
              { kind: 'restartEarlier' },
              { kind: 'restart' },
              { kind: 'read', datastream: 0, lateMs: 0, value: 0 },
              { kind: 'down' },
              { kind: 'second' },
            ],
          ],
        ],
      },
    );
  }, 60_000);
});
