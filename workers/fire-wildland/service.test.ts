import { afterEach, describe, expect, it } from 'vitest';
import type { WildlandRequest } from '#features/fire/contract/wildland.ts';
import { connect, type Port, serve } from '../port.ts';
import type { TownFiles } from '../town/client.ts';
import { aLand, cellM, placeOf, side } from './a-land.ts';
import type { WildlandProtocol } from './protocol.ts';
import { createWildlandService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const city: TownFiles = {
  ...{ id: 'c', name: 'C', build: 'b', crs: { horizontal: '', vertical: '' } },
  ...{ terrain: '', columns: {}, collections: {} },
};
const JULY_NOON = Date.UTC(2026, 6, 1, 11, 20);
const request: WildlandRequest = {
  ...{ ignitions: [placeOf(6, 20)], startMs: JULY_NOON, durationS: 4 * 3600 },
  wind: [{ fromS: 0, speedMs: 6, fromRad: (3 * Math.PI) / 2 }],
  ...{ temperatureC: 28, humidity: 0.25, curing: 'cured', cellM },
};

async function open(fuelIn?: (month: number) => number) {
  const { port1, port2 } = new MessageChannel();
  const reads: number[] = [];
  const readLand = async (_: TownFiles, size: number) => {
    reads.push(size);
    return aLand(fuelIn);
  };
  serve<WildlandProtocol>(port2, createWildlandService({ readLand, now: () => 0 }));
  const worker: Port<WildlandProtocol> = connect<WildlandProtocol>(port1, 'fire-wildland');
  endings.push(() => {
    port1.close();
    port2.close();
  });
  await worker.call('open', { city });
  const run = async (wish: Partial<WildlandRequest> = {}, of = 'a') => {
    for await (const news of worker.stream('run', { of, request: { ...request, ...wish } }))
      if (news.kind === 'result') return news.result;
    throw new Error('It ended without a result.');
  };
  return { worker, run, reads };
}

describe('a wildland fire', () => {
  it('runs with the wind, stops at bare ground, and grows no smaller', async () => {
    const { worker, run } = await open();
    const { growth, mostFlameM } = await run();
    expect(mostFlameM).toBeGreaterThan(0.2);
    for (const [at, step] of growth.entries())
      expect(step.areaM2).toBeGreaterThanOrEqual(growth[at - 1]?.areaM2 ?? cellM ** 2);
    const frame = await worker.call('map', { of: 'a', map: 'arrival' });
    const at = (column: number, row: number) => frame?.values[row * side + column] ?? Number.NaN;
    expect(at(6, 20)).toBe(0);
    expect(at(16, 20)).toBeGreaterThan(0);
    expect(at(28, 20)).toBeLessThanOrEqual(240);
    expect(at(29, 20)).toBeNaN();
    expect(at(40, 20)).toBeNaN();
    // Row 0 is in the north, where it was lit.
    expect(at(6, 19)).toBeLessThan(60);
    expect(at(6, 40)).toBeNaN();
  });

  it('names the houses that it comes to in the order of time, with who is in them at that hour', async () => {
    const { run } = await open();
    const day = await run();
    expect(day.houses.map(({ building }) => building.id)).toEqual(['B-0', 'B-1']);
    expect(day.houses[0]?.timeS).toBeLessThan(day.houses[1]?.timeS ?? 0);
    expect(day.peopleExposed).toBe(7);
    const night = await run({ startMs: JULY_NOON + 11 * 3_600_000 });
    expect(night.peopleExposed).toBe(70);
    expect(night.assumptions.map(({ en }) => en).join()).toContain('By night');
  });

  it('goes another way from when the wind turns on', async () => {
    const { worker, run } = await open();
    await run({ durationS: 5400 });
    const steady = await worker.call('map', { of: 'a', map: 'arrival' });
    await run({
      durationS: 5400,
      wind: [...request.wind, { fromS: 1800, speedMs: 6, fromRad: Math.PI }],
    });
    const turned = await worker.call('map', { of: 'a', map: 'arrival' });
    const northernmost = (values: Float32Array | undefined) =>
      Math.floor((values?.findIndex((time) => time >= 0) ?? 0) / side);
    expect(northernmost(turned?.values)).toBeLessThan(northernmost(steady?.values));
  });

  it('without an ignition tells what the weather makes of the land, and has no arrival', async () => {
    const { worker, run } = await open();
    const { growth, houses, ranksM2, burnableM2 } = await run({ ignitions: [] });
    expect([growth, houses]).toEqual([[], []]);
    expect(burnableM2).toBe(side * (side - 2) * cellM ** 2);
    expect(ranksM2.reduce((sum, area) => sum + area)).toBe(burnableM2);
    expect(await worker.call('map', { of: 'a', map: 'arrival' })).toBeUndefined();
    const potential = await worker.call('map', { of: 'a', map: 'potential' });
    expect(potential?.values[29]).toBeNaN();
    expect(potential?.values[0]).toBeGreaterThanOrEqual(1);
  });

  it('burns what a field holds in that month, by the seasons of its hemisphere', async () => {
    const months: number[] = [];
    const { run } = await open((month) => {
      months.push(month);
      return 101;
    });
    await run({ ignitions: [] });
    expect(new Set(months)).toEqual(new Set([6]));
  });

  it('says where nothing burns, and takes the burnable ground beside a place', async () => {
    const { run } = await open(() => 0);
    await expect(run()).rejects.toThrow(
      /^Nothing burns at 53\.\d+, 10\.\d+: grass, shrubs or trees within 60 m are expected\.$/,
    );
    const grass = await open();
    const { growth } = await grass.run({ ignitions: [placeOf(30, 20)], durationS: 3600 });
    expect(growth.at(-1)?.areaM2).toBeGreaterThan(0);
  });

  it('refuses air that can’t be', async () => {
    const { run } = await open();
    await expect(run({ humidity: 1.4 })).rejects.toThrow('The humidity is 1.4');
    await expect(run({ wind: [] })).rejects.toThrow('There is no wind');
  });

  it('reads the land once for a size of cells', async () => {
    const { run, reads } = await open();
    await run();
    await run({ durationS: 3600 });
    expect(reads).toEqual([cellM]);
  });
});

describe('the chance that a cell burns', () => {
  const chance = { of: 'a', request: { ...request, durationS: 3600 }, fires: 40, seed: 3 };

  it('is a share of fires that any order of asking repeats, none on bare ground', async () => {
    const { worker } = await open();
    const runOnce = async () => {
      let last = 0;
      for await (const news of worker.stream('chance', chance))
        if (news.kind === 'progress') last = news.done;
      expect(last).toBe(40);
      return worker.call('map', { of: 'a', map: 'burn-probability' });
    };
    const first = await runOnce();
    const second = await runOnce();
    expect(second?.values).toEqual(first?.values);
    const values = [...(first?.values ?? [])];
    expect(values[29]).toBeNaN();
    expect(Math.max(...values.filter((share) => share >= 0))).toBeGreaterThan(0.05);
    expect(values.every((share) => Number.isNaN(share) || (share >= 0 && share <= 1))).toBe(true);
  });

  it('is nothing before it was asked for', async () => {
    const { worker, run } = await open();
    await run();
    expect(await worker.call('map', { of: 'a', map: 'burn-probability' })).toBeUndefined();
  });
});
