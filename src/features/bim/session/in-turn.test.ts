import { describe, expect, it } from 'vitest';
import { InTurn } from './in-turn.ts';

describe('work in turn', () => {
  it('lets what runs get through, and of what came meanwhile does only the latest', async () => {
    const done: string[] = [];
    const gates: (() => void)[] = [];
    const work = (name: string) => async () => {
      await new Promise<void>((resolve) => gates.push(resolve));
      done.push(name);
    };
    const turns = new InTurn(() => {});
    for (const name of ['first', 'second', 'third']) turns.run(work(name));
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual(['first', 'third']);
  });

  it('goes on after a failure, and does no more once it is stopped', async () => {
    const failures: unknown[] = [];
    const done: string[] = [];
    const turns = new InTurn((error) => failures.push(error));
    const reason = new Error('away');
    turns.run(async () => {
      throw reason;
    });
    turns.run(async () => void done.push('next'));
    await new Promise((resolve) => setTimeout(resolve));
    expect([failures, done]).toEqual([[reason], ['next']]);
    turns.stop();
    turns.run(async () => void done.push('late'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual(['next']);
  });
});
