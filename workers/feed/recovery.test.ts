import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import { BadNetwork } from '#server/live/a-bad-network.ts';
import { LatestValues } from '#server/live/latest-values.ts';
import { aBatch } from '#server/test-batch.ts';
import { LiveLine } from './live-line.ts';

const start = Date.UTC(2026, 10, 26);
const DATASTREAMS = 5;

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
  const network = new BadNetwork(start);
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
