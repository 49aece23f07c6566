import { afterEach, describe, expect, it } from 'vitest';
import { connect, serve } from '../port.ts';
import { aWoodenTown, type WoodenTown } from './a-wooden-town.ts';
import type { SecondaryProgress, SpreadProtocol, SpreadWorker } from './client.ts';
import { createSpreadService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const west = { speedMs: 8, fromRad: (3 * Math.PI) / 2 };

/** Each look at the clock takes a second, so that every building is a batch of its own. */
async function open(town: WoodenTown): Promise<SpreadWorker> {
  const { port1, port2 } = new MessageChannel();
  let nowMs = 0;
  const now = () => {
    nowMs += 1000;
    return nowMs;
  };
  serve<SpreadProtocol>(port2, createSpreadService({ read: town.read, now }));
  endings.push(() => {
    port1.close();
    port2.close();
  });
  const worker = connect<SpreadProtocol>(port1, 'fire-spread');
  await worker.call('open', { city: town.city });
  return worker;
}

async function furtherOf(worker: SpreadWorker, withinS: number, wind = west) {
  let last: SecondaryProgress | undefined;
  for await (const one of worker.stream('secondary', { wind, withinS })) last = one;
  if (!last?.result) throw new Error('No result came.');
  return last.result.further;
}

async function burntOf(worker: SpreadWorker, town: WoodenTown, house: number, durationS: number) {
  const scenario = town.fireAt(house, { durationS, wind: [{ fromS: 0, ...west }] });
  for await (const one of worker.stream('run', { scenario })) {
    if (one.kind === 'spread') return one.spread.burnt;
  }
  throw new Error('No spread came.');
}

describe('fires that spread from each building', () => {
  it('come to what a fire lit there comes to, for every building of the city', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const withinS = 1500;
    const further = await furtherOf(worker, withinS);
    expect(further).toHaveLength(26);
    // The tree, which is no building.
    expect(further[0]).toBeNaN();
    const counts = new Set<number>();
    for (let house = 0; house < 25; house++) {
      const burnt = await burntOf(worker, town, house, withinS);
      expect(further[house + 1]).toBe(burnt - 1);
      counts.add(burnt);
    }
    // Not all alike, or nothing would be shown.
    expect(counts.size).toBeGreaterThan(2);
  });

  it('go with the wind: the houses that it blows away from the others set fewest on fire', async () => {
    const worker = await open(aWoodenTown());
    const further = await furtherOf(worker, 1500);
    const column = (first: number) =>
      [0, 1, 2, 3, 4].reduce((sum, row) => sum + (further[1 + first + 5 * row] ?? 0), 0);
    expect(column(0)).toBeGreaterThan(column(4));
  });

  it('are fewer where walls hold, and none where there is no time', async () => {
    const mostOf = (further: Float32Array) => Math.max(...further.slice(1));
    const concrete = await open(aWoodenTown({ construction: () => 'concrete' }));
    const wooden = await open(aWoodenTown());
    const most = mostOf(await furtherOf(wooden, 3600));
    expect(most).toBe(24);
    expect(mostOf(await furtherOf(concrete, 3600))).toBeLessThan(most / 4);
    expect(mostOf(await furtherOf(wooden, 0))).toBe(0);
  });

  it('let a fire in between two batches, and neither changes the other', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const alone = await furtherOf(worker, 1500);
    const burnt = await burntOf(worker, town, 12, 1500);
    const done: number[] = [];
    let burntBetween = 0;
    let result: SecondaryProgress['result'];
    for await (const one of worker.stream(
      'secondary',
      { wind: west, withinS: 1500 },
      { credit: 1 },
    )) {
      done.push(one.done);
      if (one.done === 3) burntBetween = await burntOf(worker, town, 12, 1500);
      result = one.result;
    }
    expect(done.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(burntBetween).toBe(burnt);
    expect(result?.further).toEqual(alone);
    expect(result).toMatchObject({ wind: west, withinS: 1500 });
  });

  it('are said to be impossible for a wind that is none', async () => {
    const worker = await open(aWoodenTown());
    const wind = { speedMs: -1, fromRad: 0 };
    await expect(furtherOf(worker, 3600, wind)).rejects.toThrow(/wind is -1 m\/s/);
  });
});
