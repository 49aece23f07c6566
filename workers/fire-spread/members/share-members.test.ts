import { describe, expect, it } from 'vitest';
import { type Hand, shareMembers } from './share-members.ts';

const pause = (turns: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, turns);
  });

/** Who computed what. */
interface Made {
  readonly by: string;
  readonly member: number;
}

async function read<Result>(results: AsyncGenerator<Result>): Promise<Result[]> {
  const all = [];
  for await (const result of results) all.push(result);
  return all;
}

describe('members shared among hands', () => {
  it('come in their order, each once, whoever is faster', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Hand<Made> = async (member) => {
      await held;
      return { by: 'slow', member };
    };
    const fast: Hand<Made> = async (member) => {
      if (member === 7) release();
      return { by: 'fast', member };
    };
    const results = await read(shareMembers(20, [slow, fast]));
    expect(results.map(({ member }) => member)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(results.slice(0, 8).map(({ by }) => by)).toEqual(['slow', ...Array(7).fill('fast')]);
  });

  it('are not computed far ahead of a slow reader', async () => {
    const asked: number[] = [];
    const hand: Hand<{ member: number }> = async (member) => {
      asked.push(member);
      return { member };
    };
    const results = shareMembers(1000, [hand, hand]);
    await results.next();
    await pause(20);
    expect(asked.length).toBeLessThan(20);
    await results.return(undefined);
    await pause(5);
    const known = asked.length;
    await pause(20);
    expect(asked.length).toBe(known);
  });

  it('reject with what a hand rejects with', async () => {
    const broken: Hand<Made> = async (member) => {
      if (member > 2) throw new Error(`Member ${member} has no wind.`);
      return { by: 'broken', member };
    };
    await expect(read(shareMembers(9, [broken]))).rejects.toThrow('Member 3 has no wind.');
  });
});
