import { afterEach, describe, expect, it } from 'vitest';
import type { RoadClosures } from '#model/road-closures.ts';
import { connect, serve } from '../port.ts';
import { aRoadTown, ON_ISLAND, placeAt, type RoadTownSaid, sixHouses } from './a-road-town.ts';
import type { FireResponseProtocol, PlaceNews, ResponseWish } from './protocol.ts';
import { createResponseService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function start(said: RoadTownSaid = {}) {
  const { city, read } = aRoadTown(said);
  const { port1, port2 } = new MessageChannel();
  serve<FireResponseProtocol>(port2, createResponseService({ read, now: () => performance.now() }));
  const worker = connect<FireResponseProtocol>(port1, 'fire-response');
  endings.push(() => worker.close());
  return { worker, city };
}

async function open(said: RoadTownSaid = {}) {
  const { worker, city } = start(said);
  const town = await worker.call('open', { city });
  return { worker, town };
}

const asItIs: ResponseWish = {
  ...{ atMs: 1000, added: [], closedStations: [], closedStreets: [], closures: [] },
};
/** Turnout 80 s, 39 s to get up to speed. */
const READY_S = 119;
const shut = (
  source: RoadClosures['source'],
  ...streets: RoadClosures['streets']
): RoadClosures => ({ source, name: 'a closure', isSimulated: true, streets });
const round = (times: Float32Array) => [...times].map((timeS) => Math.round(timeS));

describe('arrivals in a town', () => {
  it('count turnout, the way to the door and nothing else', async () => {
    const { worker, town } = await open();
    expect(town).toMatchObject({ streets: 7, nodes: 8, buildings: 6, lacks: [] });
    expect(town.stations[0]).toMatchObject({ id: 'FIR-0', engines: 1, crew: 4, isAdded: false });
    const cover = await worker.call('cover', asItIs);
    expect(round(cover.firstS)).toEqual([
      ...[READY_S, READY_S + 10, READY_S + 20, READY_S + 30, READY_S + 40, Infinity],
    ]);
    expect(cover.secondS.every((timeS) => timeS === Infinity)).toBe(true);
    expect(cover.unreached).toBe(1);
    expect(cover.firstStation[ON_ISLAND]).toBe(0xffff);
    const { offsets, arriveS } = cover.streets;
    // Along the third part: 15, 20 and 25 s from the door of the station.
    expect(round(arriveS.slice(offsets[2], offsets[3]))).toEqual(
      [15, 20, 25].map((timeS) => READY_S + timeS),
    );
  });

  it('put no time where there is no building', async () => {
    const { worker } = await open({ houses: [{ tree: true }, ...sixHouses.slice(1)] });
    const { firstS, firstStation } = await worker.call('cover', asItIs);
    expect(firstS[0]).toBeNaN();
    expect(firstStation[0]).toBe(0xffff);
    expect(firstS[1]).toBeGreaterThan(0);
  });

  it('go round what is closed to engines while it is closed, and not what is closed to cars', async () => {
    const { worker } = await open();
    const flood = shut(
      'flood',
      { id: 'S-2', to: 'engines', fromMs: 500, untilMs: 2000 },
      { id: 'S-1', to: 'cars', fromMs: 0 },
      { id: 'NO-SUCH-STREET', to: 'engines', fromMs: 0 },
    );
    const at = async (atMs: number) =>
      await worker.call('cover', { ...asItIs, atMs, closures: [flood] });
    const during = await at(1000);
    // 5 s to the first crossing, 60 s round, 5 s back; nobody walks through water.
    expect(round(during.firstS).slice(0, 5)).toEqual(
      [0, 10, Infinity, 70, 70].map((timeS) => READY_S + timeS),
    );
    expect(during.closed).toEqual([
      { source: 'flood', name: 'a closure', isSimulated: true, streets: 1 },
    ]);
    for (const atMs of [499, 2000]) {
      const { firstS, closed } = await at(atMs);
      expect(round(firstS)[2]).toBe(READY_S + 20);
      expect(closed).toEqual([]);
    }
  });

  it('let the crew walk the last metres of a street that works or a person closed', async () => {
    const { worker } = await open();
    const works: RoadClosures = {
      ...{ source: 'works', name: 'Dig', isSimulated: false, streets: [] },
      places: [
        { longitudeDeg: placeAt(210)[0], latitudeDeg: 54, to: 'engines', fromMs: 0, untilMs: 5000 },
      ],
    };
    const dug = await worker.call('cover', { ...asItIs, closures: [works] });
    // 15 s to the end of the third part, 50 m on foot.
    expect(round(dug.firstS)[2]).toBe(READY_S + 15 + 50);
    expect(dug.closed[0]).toMatchObject({ source: 'works', name: 'Dig', streets: 1 });
    const byHand = await worker.call('cover', { ...asItIs, closedStreets: ['S-2'] });
    expect(round(byHand.firstS)[2]).toBe(READY_S + 65);
    expect(byHand.closed).toEqual([{ source: 'hand', name: '', isSimulated: false, streets: 1 }]);
    const flooded = shut('flood', { id: 'S-2', to: 'engines', fromMs: 0 });
    for (const closures of [
      [works, flooded],
      [flooded, works],
    ]) {
      const both = await worker.call('cover', { ...asItIs, closures });
      expect(both.firstS[2]).toBe(Infinity);
    }
  });

  it('never drive against a one-way street', async () => {
    const stations = [{ house: 4, engines: 2 }];
    const { worker } = await open({ stations, oneWay: [2] });
    const { firstS, secondS } = await worker.call('cover', asItIs);
    // Back over the way round to its beginning, then along it.
    expect(round(firstS)[2]).toBe(READY_S + 5 + 60 + 10 + 5);
    expect(secondS[2]).toBe(firstS[2]);
    expect(round(firstS)[3]).toBe(READY_S + 10);
  });

  it('count stand-by places in and closed stations out, and name the station that comes first', async () => {
    const { worker } = await open({ stations: [{ house: 0, engines: 1 }] });
    const added = [{ id: 'X', name: 'Stand-by', at: placeAt(400), engines: 3 }];
    const both = await worker.call('cover', { ...asItIs, added });
    expect(both.stations.map(({ id, isAdded }) => [id, isAdded])).toEqual([
      ...[
        ['FIR-0', false],
        ['X', true],
      ],
    ]);
    expect(round(both.firstS)[3]).toBe(READY_S + 10);
    expect(both.firstStation[3]).toBe(1);
    // Full alarm of four: three from the stand-by, the fourth from the station.
    expect(round(both.fullS)[3]).toBe(READY_S + 30);
    const alone = await worker.call('cover', { ...asItIs, added, closedStations: ['FIR-0'] });
    expect(alone.stations[0]).toMatchObject({ id: 'FIR-0', isClosed: true });
    expect(round(alone.firstS)[0]).toBe(READY_S + 40);
    expect(alone.firstStation[0]).toBe(1);
  });

  it('puts both standards side by side over all buildings', async () => {
    const { worker } = await open();
    const { standards } = await worker.call('cover', asItIs);
    expect(standards.map(({ standard }) => standard)).toEqual([
      ...['NFPA 1710', 'NFPA 1710', 'GB 51080', 'GB 51080', 'GB 51080'],
    ]);
    // Five of six houses within 240 s of travel; one engine is no full alarm.
    expect(standards[0]).toMatchObject({ unit: '%', holds: false });
    expect(standards[0]?.reached).toBeCloseTo((5 / 6) * 100);
    expect(standards[1]).toMatchObject({ reached: 0, holds: false });
    expect(standards[3]).toMatchObject({ unit: 'km²', holds: true });
  });

  it('joins streets at their ends where they do not say how, and says so', async () => {
    const { worker, town } = await open({ hasNodes: false });
    expect(town.lacks).toEqual(['street-graph']);
    const { firstS } = await worker.call('cover', asItIs);
    expect(round(firstS)[4]).toBe(READY_S + 40);
  });

  it('says what a city lacks, and leaves every house unreached', async () => {
    const { worker, town } = await open({ hasStreets: false, stations: [{ house: 0 }] });
    expect(town.lacks).toEqual(['streets', 'engines']);
    const { unreached, streets } = await worker.call('cover', asItIs);
    expect(unreached).toBe(6);
    expect(streets.arriveS).toHaveLength(0);
    const { engines } = await worker.call('dispatch', { ...asItIs, building: 2 });
    expect(engines).toEqual([]);
    const bare = await open({ stations: [] });
    expect(bare.town.lacks).toEqual(['stations']);
  });
});

describe('what is sent to a building', () => {
  it('is there in the order of arrival, over ways that begin and end at doors', async () => {
    const { worker } = await open({
      stations: [
        { house: 0, engines: 2 },
        { house: 4, engines: 3 },
      ],
    });
    const found = await worker.call('dispatch', { ...asItIs, building: 3 });
    expect(found.building).toMatchObject({ id: 'B-3', index: 3 });
    expect(found.engines.map(({ id, role, arriveS }) => [id, role, Math.round(arriveS)])).toEqual([
      ['FIR-4/1', 'first', READY_S + 10],
      ['FIR-4/2', 'second', READY_S + 10],
      ['FIR-4/3', 'full', READY_S + 10],
      ['FIR-0/1', 'full', READY_S + 30],
      ['FIR-0/2', 'more', READY_S + 30],
    ]);
    const [first] = found.engines;
    expect(first?.distanceM).toBeCloseTo(100, 3);
    expect(first?.line[0]?.[0]).toBeCloseTo(placeAt(400)[0], 7);
    expect(first?.line.at(-1)?.[0]).toBeCloseTo(placeAt(300)[0], 7);
    const { firstS } = await worker.call('cover', asItIs);
    expect(Math.abs((first?.arriveS ?? 0) - (firstS[3] ?? 0))).toBeLessThan(0.01);
  });

  it('goes round a closure that comes midway, with the way drawn so', async () => {
    const { worker } = await open();
    const wish = { ...asItIs, building: 4, closedStreets: ['S-2'] };
    const { engines, closed } = await worker.call('dispatch', wish);
    expect(closed).toBe(1);
    expect(Math.round(engines[0]?.arriveS ?? 0)).toBe(READY_S + 70);
    expect(engines[0]?.distanceM).toBeCloseTo(50 + 600 + 50, 3);
    expect(engines[0]?.line).toContainEqual([...placeAt(200, 250)]);
    const cut = { ...wish, closedStreets: ['S-2', 'ROUND', 'S-4'] };
    expect((await worker.call('dispatch', cut)).engines).toEqual([]);
  });

  it('reaches no island, and says which building is none', async () => {
    const { worker } = await open();
    const island = await worker.call('dispatch', { ...asItIs, building: ON_ISLAND });
    expect(island.engines).toEqual([]);
    await expect(worker.call('dispatch', { ...asItIs, building: 99 })).rejects.toThrow(
      'The city has no building with index 99.',
    );
    await expect(start().worker.call('cover', asItIs)).rejects.toThrow('No city is open');
  });
});
describe('a fire whose heat shuts every way', () => {
  const all = ['S-2', 'ROUND', 'S-4'].map((id) => ({
    ...{ id, to: 'engines' as const, fromMs: 0 },
  }));

  it('is reached through the streets beside it, and that is said; works let nobody through', async () => {
    const { worker } = await open();
    const sent = (source: RoadClosures['source'], streets = all) =>
      worker.call('dispatch', { ...asItIs, closures: [shut(source, ...streets)], building: 4 });
    const byFire = await sent('fire');
    expect(byFire.isThroughHeat).toBe(true);
    expect(byFire.engines[0]?.arriveS).toBeGreaterThan(READY_S);
    const byWorks = await sent('works');
    expect(byWorks.engines).toEqual([]);
    expect(byWorks.isThroughHeat).toBeUndefined();
    const oneStreet = await sent('fire', all.slice(0, 1));
    expect(oneStreet.engines.length).toBeGreaterThan(0);
    expect(oneStreet.isThroughHeat).toBeUndefined();
  });
});

describe('the best next place', () => {
  const read = async (news: AsyncIterable<PlaceNews>) => {
    for await (const one of news) if (one.kind === 'done') return one.rows;
    throw new Error('There is no result.');
  };

  it('is where most is reached in time only with it', async () => {
    const { worker } = await open({ stations: [{ house: 0, engines: 1 }] });
    const wish = { ...asItIs, standard: 'NFPA 1710', by: 'people', most: 3 } as const;
    const rows = await read(worker.stream('places', wish));
    // The island is what nobody reaches; its four people are 1/6 of all.
    expect(rows[0]).toMatchObject({ gained: 4, name: 'Street S-5' });
    expect(rows[0]?.before).toBeCloseTo(5 / 6);
    expect(rows[0]?.after).toBeCloseTo(1);
    const houses = await read(worker.stream('places', { ...wish, by: 'buildings' }));
    expect(houses[0]?.gained).toBe(1);
  });

  it('stops when its reader leaves', async () => {
    const { worker } = await open();
    const stop = new AbortController();
    stop.abort();
    const wish = { ...asItIs, standard: 'GB 51080', by: 'people', most: 3 } as const;
    await expect(read(worker.stream('places', wish, { signal: stop.signal }))).rejects.toThrow();
    expect(await worker.call('cover', asItIs)).toMatchObject({ unreached: 1 });
  });
});
