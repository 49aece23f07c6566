import { describe, expect, it } from 'vitest';
import { type Hand, shareMembers } from './share-members.ts';

const pause = (turns: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, turns);
  });

/** Says who computed what. */
const aHand =
  (
    name: string,
    turns: (member: number) => number = () => 0,
  ): Hand<{ by: string; member: number }> =>
  async (member) => {
    await pause(turns(member));
    return { by: name, member };
  };

async function read<Result>(results: AsyncGenerator<Result>): Promise<Result[]> {
  const all = [];
  for await (const result of results) all.push(result);
  return all;
}

describe('members shared among hands', () => {
  it('come in their order, each once, whoever is faster', async () => {
    const hands = [aHand('slow', () => 12), aHand('fast', (member) => member % 3)];
    const results = await read(shareMembers(20, hands));
    expect(results.map(({ member }) => member)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    const ofFast = results.filter(({ by }) => by === 'fast').length;
    expect(ofFast).toBeGreaterThan(10);
    expect(ofFast).toBeLessThan(20);
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
    const broken: Hand<{ by: string; member: number }> = async (member) => {
      if (member > 2) throw new Error(`Member ${member} has no wind.`);
      return { by: 'broken', member };
    };
    await expect(read(shareMembers(9, [broken]))).rejects.toThrow('Member 3 has no wind.');
  });
});
