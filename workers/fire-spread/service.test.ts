import { afterEach, describe, expect, it } from 'vitest';
import { ignitionCauses } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';
import { connect, serve } from '../port.ts';
import type { TownFiles } from '../town/client.ts';
import { aWoodenTown, type WoodenTown } from './a-wooden-town.ts';
import type { SpreadWorker } from './client.ts';
import type { MembersProtocol } from './members/protocol.ts';
import { createMembersService } from './members/service.ts';
import type { SpreadProtocol } from './protocol.ts';
import { createSpreadService } from './service.ts';
import type { SpreadTopics } from './spread-desk.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

type Topics = Pick<WoodenTown, 'read'> & Pick<SpreadTopics, 'startMembers'>;

function aWorker({ read, startMembers }: Topics): SpreadWorker {
  const { port1, port2 } = aChannel();
  const now = () => performance.now();
  serve<SpreadProtocol>(
    port2,
    createSpreadService({ read, now, ...(startMembers && { startMembers }) }),
  );
  return connect<SpreadProtocol>(port1, 'fire-spread');
}

function aChannel(): MessageChannel {
  const channel = new MessageChannel();
  endings.push(() => {
    channel.port1.close();
    channel.port2.close();
  });
  return channel;
}

/** A thread for members, and how many it was asked for. */
function aMembersWorker(read: WoodenTown['read']) {
  const { port1, port2 } = aChannel();
  const { calls, streams } = createMembersService({ read });
  const asked: number[] = [];
  const run: typeof calls.run = (params, context) => {
    asked.push(params.member);
    return calls.run(params, context);
  };
  serve<MembersProtocol>(port2, { calls: { ...calls, run }, streams });
  return { asked, worker: connect<MembersProtocol>(port1, 'fire-members') };
}

async function open(town: WoodenTown & Topics, city: TownFiles = town.city): Promise<SpreadWorker> {
  const worker = aWorker(town);
  await worker.call('open', { city });
  return worker;
}

async function run(worker: SpreadWorker, scenario: FireScenario) {
  const news = [];
  for await (const one of worker.stream('run', { scenario })) news.push(one);
  const result = news.find(({ kind }) => kind === 'spread');
  if (result?.kind !== 'spread') throw new Error('No spread came.');
  const phases = news.flatMap((one) => (one.kind === 'status' ? [one.status.phase] : []));
  return { ...result, phases, news };
}

describe('the spread worker', () => {
  it('tells when and from where every building of the city catches fire', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const { spread, places, phases, news } = await run(worker, town.fireAt(12));
    expect(phases).toEqual(['preparing', 'computing', 'ready']);
    expect(news.at(-1)).toMatchObject({ status: { buildings: 25, assumptions: [] } });
    expect(spread.count).toBe(26);
    // The tree, which is no building.
    expect(spread.ignitionS[0]).toBe(Infinity);
    expect(spread.ignitionS[13]).toBe(0);
    expect(spread.order[0]).toBe(13);
    expect(spread.burnt).toBe(25);
    expect(ignitionCauses[spread.cause[13] ?? 0]).toBe('given');
    // A neighbour to the east, from the one in the middle.
    expect(ignitionCauses[spread.cause[14] ?? 0]).toBe('exposure');
    expect(spread.source[14]).toBe(13);
    const times = Array.from(spread.order, (index) => spread.ignitionS[index] ?? 0);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(spread.endS[13]).toBeGreaterThan(spread.flashoverS[13] ?? Infinity);
    expect(Array.from(spread.peopleNight).every((people) => people === 4)).toBe(true);
    expect(spread.peopleDay[0]).toBeNaN();
    expect(Array.from(places.building)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    expect(places.areaM2[0]).toBeCloseTo(100, 0);
    expect(places.roofM[0]).toBe(46);
    expect(places.longitudeDeg[1]).toBeCloseTo(town.building(1).at[0], 6);
  });

  it('blows the fire to the east with a wind from the west', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const wind = [{ fromS: 0, speedMs: 12, fromRad: (3 * Math.PI) / 2 }];
    const { spread } = await run(worker, town.fireAt(12, { wind }));
    expect(spread.ignitionS[14]).toBeLessThan(spread.ignitionS[12] ?? 0);
  });

  it('gives Hamada beside it, with both constants for each spell of wind', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const wind = [0, 1800].map((fromS) => ({ fromS, speedMs: 10, fromRad: 0 }));
    const { spread } = await run(worker, town.fireAt(12, { wind }));
    expect(spread.hamada.map(({ constant, fromS }) => [constant, fromS])).toEqual([
      ...[[1.6, 0] as const, [1.5, 0] as const],
      ...[[1.6, 1800] as const, [1.5, 1800] as const],
    ]);
    const [elmfire, fireBench] = spread.hamada;
    expect((elmfire?.downMh ?? 0) / (fireBench?.downMh ?? 1)).toBeCloseTo(1.6 / 1.5, 9);
    // 10 m houses, 3 m apart: 466 m/h at 10 m/s; footprints are kept to a centimetre.
    expect(elmfire?.downMh).toBeGreaterThan(460);
    expect(elmfire?.downMh).toBeLessThan(472);
  });

  it('leaves what was before a change byte for byte, and says what was saved', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const free = (await run(worker, town.fireAt(0))).spread;
    const atS = 900;
    const engines = [
      {
        ...{ id: 'e', name: 'Engine', at: town.building(12).at, arriveS: atS },
        ...{ flowLs: 2000, reachM: 90 },
      },
    ];
    const fought = (await run(worker, town.fireAt(0, { engines }))).spread;
    free.ignitionS.forEach((timeS, index) => {
      if (timeS < atS) expect(fought.ignitionS[index]).toBe(timeS);
    });
    expect(fought.burnt).toBeLessThan(free.burnt);
    expect(fought.saved).toBe(free.burnt - fought.burnt);
    expect(fought.putOut).toBeGreaterThan(0);
    expect(free.saved).toBe(0);
    const { timeS, wantedLs, broughtLs } = fought.water;
    const at = timeS.findIndex((time) => time >= atS);
    expect(broughtLs[at]).toBeGreaterThan(0);
    expect(broughtLs[at - 1]).toBe(0);
    expect(wantedLs[at - 1]).toBeGreaterThan(0);
  });

  it('says in one sentence which building of the fire is not there', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const lost = { ...town.building(0), id: 'H-99', name: 'Old Mill' };
    const ignitions = [{ building: lost, timeS: 0 }];
    await expect(run(worker, town.fireAt(0, { ignitions }))).rejects.toThrow(
      'An ignition of “Fire” is building H-99 (Old Mill), which is not here.',
    );
    await expect(run(worker, town.fireAt(0, { ignitions: [] }))).rejects.toThrow(
      '“Fire” has no ignition; one building at least is expected.',
    );
    // The next one is computed as if nothing had been.
    expect((await run(worker, town.fireAt(0))).spread.burnt).toBe(25);
  });

  it('says that a city without buildings can’t burn', async () => {
    const town = aWoodenTown();
    const { buildings: _, ...bare } = town.city;
    const worker = await open(town, bare);
    await expect(run(worker, town.fireAt(0))).rejects.toThrow(
      'Wooden Town has no buildings that could burn.',
    );
  });

  it('takes what the city doesn’t say as assumed, and counts it', async () => {
    const town = aWoodenTown({ hasFootprints: false, construction: () => '' });
    const worker = await open(town);
    const { news } = await run(worker, town.fireAt(12));
    const last = news.at(-1);
    if (last?.kind !== 'status') throw new Error('No status came last.');
    expect(last.status.assumptions.map(({ code, count }) => [code, count])).toEqual([
      ...[['outline', 25] as const, ['construction', 25] as const],
    ]);
  });

  it('outlines what burns and what will, with who is inside', async () => {
    const town = aWoodenTown({ perSide: 14 });
    const worker = await open(town);
    const { spread } = await run(worker, town.fireAt(0));
    const { zones, of } = await worker.call('zones', { scenario: 'fire', timeS: 0 });
    expect(of).toBe('fire');
    expect(zones.map(({ id, tier }) => [id, tier])).toEqual([
      ...[['now', 3] as const, ['30', 2] as const],
      ['60', 1],
    ]);
    const [now, soon] = zones;
    // 15 m around a house of 10 m: its neighbours' middles are inside.
    expect(now?.areaM2).toBeGreaterThan(1300);
    expect(now?.areaM2).toBeLessThan(1500);
    expect(now?.buildings).toBe(4);
    expect(now?.peopleNight).toBe(16);
    const burnt30 = spread.order.filter((index) => (spread.ignitionS[index] ?? 0) <= 1800).length;
    expect(soon?.buildings).toBeGreaterThanOrEqual(burnt30);
    await worker.call('forget', { scenario: 'fire' });
    await expect(worker.call('zones', { scenario: 'fire', timeS: 0 })).rejects.toThrow(
      'Fire fire has not been computed yet.',
    );
  });

  it('refuses fires before a city is open', async () => {
    const town = aWoodenTown();
    await expect(run(aWorker(town), town.fireAt(0))).rejects.toThrow('No city is open for fires.');
  });
});

describe('an ensemble', () => {
  const wind = [{ fromS: 0, speedMs: 8, fromRad: 4 }];

  it('comes member by member and is the same for the same seed', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const read = async (seed: number) => {
      const scenario = town.fireAt(12, { wind, seed, durationS: 1500 });
      const items = [];
      for await (const one of worker.stream('ensemble', { scenario, members: 6 })) items.push(one);
      return items;
    };
    const items = await read(3);
    expect(items.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
    const last = items.at(-1);
    expect(last?.burnProbability[13]).toBe(1);
    expect(last?.burnProbability[0]).toBe(0);
    expect(last?.burnt.length).toBe(6);
    const mean = (last?.burnProbability ?? []).reduce((sum, share) => sum + share, 0);
    const burnt = (last?.burnt ?? []).reduce((sum, count) => sum + count, 0);
    expect(mean).toBeCloseTo(burnt / 6, 4);
    expect((await read(3)).at(-1)).toEqual(last);
    expect((await read(4)).at(-1)).not.toEqual(last);
  });

  it('is the same to the last bit with threads that share its members', async () => {
    const town = aWoodenTown();
    const scenario = town.fireAt(12, { wind, seed: 3, durationS: 1500 });
    const read = async (startMembers?: SpreadTopics['startMembers']) => {
      const worker = await open({ ...town, ...(startMembers && { startMembers }) });
      const items = [];
      for await (const one of worker.stream('ensemble', { scenario, members: 60 })) items.push(one);
      return items;
    };
    const threads = [aMembersWorker(town.read), aMembersWorker(town.read)];
    const shared = await read(() => threads.map(({ worker }) => worker));
    expect(shared).toEqual(await read());
    const asked = threads.flatMap(({ asked }) => asked);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    await expect(threads[0]?.worker.call('run', { member: 0 })).rejects.toThrow('ended');
  });

  it('is computed by one where a thread can’t be had', async () => {
    const town = aWoodenTown();
    const { worker: dead } = aMembersWorker(town.read);
    dead.close();
    const worker = await open({ ...town, startMembers: () => [dead] });
    const scenario = town.fireAt(12, { wind, durationS: 1500 });
    const done = [];
    for await (const one of worker.stream('ensemble', { scenario, members: 5 }))
      done.push(one.done);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('stops when nobody wants more, and a fire can be computed meanwhile', async () => {
    const town = aWoodenTown();
    const worker = await open(town);
    const scenario = town.fireAt(12, { wind });
    const alone = (await run(worker, scenario)).spread;
    const abort = new AbortController();
    let done = 0;
    const members = 100_000;
    const reading = (async () => {
      const { signal } = abort;
      for await (const one of worker.stream('ensemble', { scenario, members }, { signal })) {
        done = one.done;
        if (done === 2) {
          expect((await run(worker, scenario)).spread).toEqual(alone);
          abort.abort();
        }
      }
    })();
    await expect(reading).rejects.toThrow();
    expect(done).toBeLessThan(50);
    expect((await run(worker, scenario)).spread).toEqual(alone);
  });
});
