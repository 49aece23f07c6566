import { describe, expect, it } from 'vitest';
import {
  connect,
  type Endpoint,
  type Port,
  type Protocol,
  type Service,
  serve,
  Transfer,
} from './port.ts';

interface Arithmetic extends Protocol {
  readonly calls: {
    readonly double: { params: number; result: number };
    readonly fail: { params: string; result: never };
    readonly wait: { params: undefined; result: string };
    readonly fill: { params: number; result: Float32Array };
  };
  readonly streams: {
    readonly count: { params: number; item: number };
    readonly burst: { params: undefined; item: number };
  };
}

interface Trace {
  sent: number;
  isStopped: boolean;
  wasAborted: boolean;
}

class StepError extends Error {
  override readonly name = 'StepError';
  readonly step = 7;
}

function aService(trace: Trace): Service<Arithmetic> {
  return {
    calls: {
      double: (value) => value * 2,
      fail: (message) => {
        throw new StepError(message);
      },
      wait: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            trace.wasAborted = true;
            reject(new Error('stopped'));
          });
        }),
      fill: (length) => {
        const array = new Float32Array(length).fill(1.5);
        return new Transfer(array, [array.buffer]);
      },
    },
    streams: {
      count: async function* (limit) {
        try {
          for (let value = 1; value <= limit; value++) {
            trace.sent++;
            yield value;
          }
        } finally {
          trace.isStopped = true;
        }
      },
      burst: function* () {
        yield 1;
        throw new StepError('broke in the middle');
      },
    },
  };
}

function aPort(): { port: Port<Arithmetic>; trace: Trace; channel: MessageChannel } {
  const trace: Trace = { sent: 0, isStopped: false, wasAborted: false };
  const channel = new MessageChannel();
  serve(channel.port2 as unknown as Endpoint, aService(trace));
  return {
    port: connect<Arithmetic>(channel.port1 as unknown as Endpoint, 'arithmetic'),
    trace,
    channel,
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a worker port', () => {
  it('answers calls, each with its own result', async () => {
    const { port } = aPort();
    await expect(Promise.all([1, 2, 3].map((n) => port.call('double', n)))).resolves.toEqual([
      2, 4, 6,
    ]);
    port.close();
  });

  it('moves buffers that are named for transfer', async () => {
    const { port } = aPort();
    await expect(port.call('fill', 3)).resolves.toEqual(Float32Array.of(1.5, 1.5, 1.5));
    const given = new Float32Array(4);
    await port.call('double', 1, { transfer: [given.buffer] });
    expect(given.byteLength).toBe(0);
    port.close();
  });

  it('keeps the name and the fields of an error and says which worker', async () => {
    const { port } = aPort();
    await expect(port.call('fail', 'unstable')).rejects.toMatchObject({
      name: 'StepError',
      message: 'unstable',
      step: 7,
      worker: 'arithmetic',
    });
    port.close();
  });

  it('says so when the worker has no such call', async () => {
    const { port } = aPort();
    await expect(port.call('triple' as 'double', 1)).rejects.toThrow('no call named triple');
    port.close();
  });

  it('tells the worker when a call is aborted and rejects with the reason', async () => {
    const { port, trace } = aPort();
    const abort = new AbortController();
    const pending = port.call('wait', undefined, { signal: abort.signal });
    abort.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(trace.wasAborted).toBe(true);
    port.close();
  });

  it('starts nothing when the signal is aborted already', async () => {
    const { port, trace } = aPort();
    await expect(
      port.call('wait', undefined, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(trace.wasAborted).toBe(false);
    port.close();
  });

  it('streams every item in order to the end', async () => {
    const { port } = aPort();
    const seen: number[] = [];
    for await (const value of port.stream('count', 50)) seen.push(value);
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    port.close();
  });

  it('lets the worker run ahead by no more than the credit', async () => {
    const { port, trace } = aPort();
    const stream = port.stream('count', 1000, { credit: 3 });
    await stream.next();
    await settle();
    // Three on the way, one given back after the first was read, one waiting at the gate.
    expect(trace.sent).toBeLessThanOrEqual(5);
    port.close();
  });

  it('stops the worker when the reader leaves', async () => {
    const { port, trace } = aPort();
    for await (const value of port.stream('count', 1_000_000)) if (value === 3) break;
    await settle();
    expect(trace.isStopped).toBe(true);
    expect(trace.sent).toBeLessThan(10);
    port.close();
  });

  it('ends a stream with the error that broke it, after the items before it', async () => {
    const { port } = aPort();
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const value of port.stream('burst', undefined)) seen.push(value);
      })(),
    ).rejects.toMatchObject({ name: 'StepError', worker: 'arithmetic' });
    expect(seen).toEqual([1]);
    port.close();
  });

  it('rejects everything pending and everything later when the worker dies', async () => {
    const { port, channel } = aPort();
    const call = port.call('wait', undefined);
    const item = port.stream('count', 10).next();
    await item;
    (channel.port1 as unknown as EventTarget).dispatchEvent(
      Object.assign(new Event('error'), { message: 'out of memory' }),
    );
    await expect(call).rejects.toThrow('Worker arithmetic ended: out of memory.');
    await expect(port.call('double', 1)).rejects.toMatchObject({ name: 'WorkerDiedError' });
  });
});
