import { describe, expect, it } from 'vitest';
import { WorkerDiedError } from './port.ts';
import { createDeath, keepGoing, supervise, untilAborted } from './supervisor.ts';

/** Work whose worker dies the first `deaths` times. */
function aWork(deaths: number, error: () => unknown = () => new WorkerDiedError('flood', 'boom')) {
  const runs: AbortSignal[] = [];
  const work = async (signal: AbortSignal) => {
    runs.push(signal);
    if (runs.length <= deaths) throw error();
    return 'done';
  };
  return { work, runs };
}

describe('a supervisor', () => {
  it('runs work whose worker lives once', async () => {
    const { work, runs } = aWork(0);
    const restarts: number[] = [];
    const { signal } = new AbortController();
    await expect(supervise(work, { signal, onRestart: (_, n) => restarts.push(n) })).resolves.toBe(
      'done',
    );
    expect([runs.length, restarts]).toEqual([1, []]);
  });

  it('runs it again with the same inputs after each death and counts the restarts', async () => {
    const { work, runs } = aWork(3);
    const restarts: unknown[] = [];
    const { signal } = new AbortController();
    const onRestart = (error: WorkerDiedError, count: number) =>
      restarts.push([error.worker, count]);
    await expect(supervise(work, { signal, onRestart })).resolves.toBe('done');
    expect(runs).toEqual([signal, signal, signal, signal]);
    expect(restarts).toEqual([
      ['flood', 1],
      ['flood', 2],
      ['flood', 3],
    ]);
  });

  it('gives up with the last death after the limit', async () => {
    const { work, runs } = aWork(9);
    const { signal } = new AbortController();
    await expect(supervise(work, { signal, onRestart: () => {}, limit: 2 })).rejects.toThrow(
      'Worker flood ended: boom.',
    );
    expect(runs).toHaveLength(3);
  });

  it('does not repeat what failed for another reason', async () => {
    const { work, runs } = aWork(1, () => new RangeError('cell 7 is dry'));
    const { signal } = new AbortController();
    await expect(supervise(work, { signal, onRestart: () => {} })).rejects.toThrow('cell 7 is dry');
    expect(runs).toHaveLength(1);
  });

  it('does not restart what nobody waits for any more', async () => {
    const abort = new AbortController();
    const { work, runs } = aWork(1, () => {
      abort.abort();
      return new WorkerDiedError('flood', 'it was closed');
    });
    await expect(supervise(work, { signal: abort.signal, onRestart: () => {} })).rejects.toThrow();
    expect(runs).toHaveLength(1);
  });
});

describe('work that is kept going', () => {
  it('is begun anew after it was given up, until the signal is aborted', async () => {
    const abort = new AbortController();
    const failures = [new Error('not there'), new WorkerDiedError('flood', 'boom')];
    const told: string[] = [];
    const work = async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      abort.abort();
    };
    await keepGoing(work, {
      signal: abort.signal,
      limit: 0,
      onRestart: () => told.push('restarted'),
      onGivenUp: ({ message }) => told.push(message),
      untilAgain: async () => void told.push('again'),
    });
    expect(told).toEqual(['not there', 'again', 'Worker flood ended: boom.', 'again']);
  });

  it('says nothing of a failure that the end itself brings', async () => {
    const abort = new AbortController();
    const given: Error[] = [];
    const work = async () => {
      abort.abort();
      throw new Error('aborted');
    };
    await keepGoing(work, {
      signal: abort.signal,
      onRestart: () => {},
      onGivenUp: (error) => given.push(error),
      untilAgain: async () => {},
    });
    expect(given).toEqual([]);
  });

  it('throws what is no error at all: a bug, nobody could say why', async () => {
    const { signal } = new AbortController();
    const kept = keepGoing(() => Promise.reject('nonsense'), {
      signal,
      onRestart: () => {},
      onGivenUp: () => {},
      untilAgain: async () => {},
    });
    await expect(kept).rejects.toBe('nonsense');
  });
});

describe('the death of a worker', () => {
  it('reaches whoever waits, and is told from other errors', async () => {
    const { death, notice } = createDeath();
    const died = new WorkerDiedError('fire', 'out of memory');
    expect(notice(new Error('No such street.'))).toBe(false);
    expect(notice(died)).toBe(true);
    await expect(death).rejects.toBe(died);
  });

  it('is not the end of a session, which rejects with its own reason, early or late', async () => {
    const life = new AbortController();
    const late = untilAborted(life.signal);
    const reason = new Error('The city was closed.');
    life.abort(reason);
    await expect(late).rejects.toBe(reason);
    await expect(untilAborted(life.signal)).rejects.toBe(reason);
  });
});
