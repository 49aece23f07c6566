import { expect, it } from 'vitest';
import type { TownFiles } from '../town/client.ts';
import { aWoodenTown, type WoodenTown } from './a-wooden-town.ts';
import { startSpreadWorker } from './client.ts';

/** The files of the town under addresses that a browser can fetch. */
async function served({ city, read }: WoodenTown): Promise<TownFiles> {
  const url = async (path: string) => URL.createObjectURL(new Blob([await read.whole(path)]));
  const columns = await Promise.all(
    Object.entries(city.columns).map(async ([name, path]) => [name, await url(path)] as const),
  );
  return {
    ...city,
    columns: Object.fromEntries(columns),
    buildings: { index: await url('index'), footprints: await url('footprints') },
  };
}

it('spreads a fire in its own thread', async () => {
  const town = aWoodenTown();
  const worker = startSpreadWorker();
  try {
    await worker.call('open', { city: await served(town) });
    let burnt = 0;
    for await (const news of worker.stream('run', { scenario: town.fireAt(12) })) {
      if (news.kind === 'spread') burnt = news.spread.burnt;
    }
    expect(burnt).toBe(25);
  } finally {
    worker.close();
  }
});

it('shares the members of an ensemble with threads of its own', async () => {
  const town = aWoodenTown();
  const worker = startSpreadWorker();
  try {
    await worker.call('open', { city: await served(town) });
    const scenario = town.fireAt(12);
    const done: number[] = [];
    for await (const one of worker.stream('ensemble', { scenario, members: 12 })) {
      done.push(one.done);
      expect(one.burnProbability[13]).toBe(1);
    }
    expect(done).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  } finally {
    worker.close();
  }
});
