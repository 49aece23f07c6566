import { describe, expect, it, vi } from 'vitest';
import { keepWorker } from './kept-worker.ts';
import { type Port, WorkerDiedError } from './port.ts';

interface Echo {
  readonly calls: {
    readonly open: { params: undefined; result: number };
    readonly echo: { params: string; result: string };
  };
  readonly streams: { readonly count: { params: number; item: number } };
}

/** Workers that answer until they are told to die. */
function workshop() {
  const made: { dies: boolean; isClosed: boolean }[] = [];
  const start = (): Port<Echo> => {
    const own = { dies: false, isClosed: false };
    made.push(own);
    const number = made.length;
    const live = () => {
      if (own.dies) throw new WorkerDiedError('echo', 'a test killed it');
    };
    return {
      async call(name, params) {
        live();
        return (name === 'open' ? number : `${number}: ${params}`) as never;
      },
      async *stream(_, params) {
        for (let at = 0; at < (params as number); at += 1) {
          live();
          yield at as never;
        }
      },
      close() {
        own.isClosed = true;
      },
    };
  };
  return { made, start };
}

function keep(changes: Partial<Parameters<typeof keepWorker<Echo, number>>[0]> = {}) {
  const { made, start } = workshop();
  const session = new AbortController();
  const { signal } = session;
  const onRestart = vi.fn();
  const onGivenUp = vi.fn();
  const kept = keepWorker<Echo, number>({
    ...{ signal, onRestart, onGivenUp, start },
    untilAgain: () => new Promise(() => {}),
    open: (worker) => worker.call('open', undefined),
    ...changes,
  });
  return { kept, made, session, onRestart, onGivenUp };
}

describe('a kept worker', () => {
  it('is started by the first need alone, and hears what was asked before', async () => {
    const { kept, made } = keep();
    const early = kept.line.call('echo', 'early');
    expect(made).toHaveLength(0);
    kept.begin();
    kept.begin();
    expect(await early).toBe('1: early');
    expect(made).toHaveLength(1);
  });

  it('is started by a question over the line that starts it', async () => {
    const { kept } = keep();
    expect(await kept.startingLine.call('echo', 'hello')).toBe('1: hello');
    const counted: number[] = [];
    for await (const one of kept.startingLine.stream('count', 3)) counted.push(one);
    expect(counted).toEqual([0, 1, 2]);
  });

  it('is followed by another when it dies, which answers the question that it left open', async () => {
    const lives: string[] = [];
    const { kept, made, onRestart } = keep({
      serve: (_, life, opened) => {
        lives.push(`begins ${opened}`);
        life.addEventListener('abort', () => lives.push(`is over ${opened}`));
        return [() => lives.push(`ends ${opened}`)];
      },
    });
    expect(await kept.startingLine.call('echo', 'a')).toBe('1: a');
    for (const worker of made) worker.dies = true;
    expect(await kept.line.call('echo', 'b')).toBe('2: b');
    expect(lives).toEqual(['begins 1', 'ends 1', 'is over 1', 'begins 2']);
    expect(made.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(onRestart).toHaveBeenCalledTimes(1);
  });

  it('tells what keeps it from opening, and lets questions wait', async () => {
    const { kept, onGivenUp, session } = keep({
      open: async () => {
        throw new Error('No buildings here.');
      },
    });
    const asked = kept.startingLine.call('echo', 'a');
    await vi.waitFor(() => expect(onGivenUp).toHaveBeenCalledTimes(1));
    expect(onGivenUp.mock.calls[0]?.[0]).toMatchObject({ message: 'No buildings here.' });
    session.abort(new Error('The city was closed.'));
    await expect(asked).rejects.toThrow('The city was closed.');
  });

  it('is closed with the session, and not started after it', async () => {
    const { kept, made, session } = keep();
    await kept.startingLine.call('echo', 'a');
    session.abort();
    await vi.waitFor(() => expect(made[0]?.isClosed).toBe(true));
    kept.begin();
    expect(made).toHaveLength(1);
  });
});
