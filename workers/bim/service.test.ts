import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { COLOURED, GHOST, SPACE, VISIBLE } from '#features/bim/contract/paint.ts';
import type { BimLook, ModelSource } from '#features/bim/contract.ts';
import { aHouse } from '#features/bim/kernel/a-house.ts';
import { aModel, type BuiltModel } from '#features/bim/kernel/a-model.ts';
import { connect, serve } from '../port.ts';
import type { BimProtocol } from './protocol.ts';
import { createBimService } from './service.ts';

const plain: BimLook = {
  isolated: [],
  hidden: [],
  ghost: true,
  explodeM: 0,
  cutStorey: undefined,
  cutHeightM: 1.2,
  planes: [],
  box: undefined,
  sectionModel: undefined,
  showSpaces: false,
  colourBy: undefined,
};

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Models under `/<name>/`, with what was asked for; `broken` answers with a status instead. */
async function serveModels(models: Readonly<Record<string, BuiltModel>>) {
  const requests: string[] = [];
  const broken = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? '';
    requests.push(path);
    const [name = '', ...rest] = path.split('/');
    const file = models[name]?.files.get(rest.join('/'));
    const status = broken.get(path) ?? (file ? 200 : 404);
    response.writeHead(status).end(status === 200 && file ? Buffer.from(file) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sources = Object.keys(models).map(
    (name): ModelSource => ({
      id: name,
      name: `The ${name}`,
      url: `${base}/${name}/model.json`,
      origin: 'city',
    }),
  );
  const { port1, port2 } = new MessageChannel();
  serve<BimProtocol>(port2, createBimService());
  const worker = connect<BimProtocol>(port1, 'bim');
  endings.push(() => {
    port1.close();
    port2.close();
  });
  return { worker, sources, requests, broken };
}

const house = aModel(aHouse(), {
  groups: [{ kind: 'system', name: 'Cold water', members: ['Pipe'] }],
});
const shed = aModel({
  class: 'IfcProject',
  parts: [
    {
      class: 'IfcWall',
      name: 'Plank',
      box: [
        [0, 0, 0],
        [1, 1, 1],
      ],
    },
  ],
});
const flagsOf = (rgba: Uint8Array) => [...rgba].filter((_, at) => at % 4 === 3);

describe('the worker of building models', () => {
  it('opens models one after the other, and reads no properties before they are asked for', async () => {
    const { worker, sources, requests } = await serveModels({ house, shed });
    const opened = await worker.call('open', sources);
    expect(opened.map(({ base, count }) => [base, count])).toEqual([
      [0, 14],
      [14, 2],
    ]);
    await worker.call('paint', { look: plain, live: [] });
    expect(requests.filter((path) => path.endsWith('properties.bin'))).toEqual([]);
    await worker.call('describe', { index: 6 });
    await worker.call('describe', { index: 7 });
    expect(requests.filter((path) => path.endsWith('properties.bin'))).toHaveLength(1);
  });

  it('opens the others where one is missing, says why, and tries again when asked', async () => {
    const { worker, sources, broken } = await serveModels({ house, shed });
    broken.set('house/elements.bin', 503);
    const opened = await worker.call('open', sources);
    expect(opened.map(({ source, base }) => [source.id, base])).toEqual([['shed', 0]]);
    expect(await worker.call('failures', {})).toEqual([
      { id: 'house', isPassing: true, reason: expect.stringContaining('503') },
    ]);
    broken.clear();
    expect((await worker.call('open', sources)).map(({ base }) => base)).toEqual([0, 14]);
    expect(await worker.call('failures', {})).toEqual([]);
    expect(
      await worker.call('find', { model: 'shed', globalId: shed.data.elements.globalId.at(1) }),
    ).toBe(15);
  });

  it('says that a file is no table, and that a server will not mend it', async () => {
    const files = new Map(house.files).set(
      'elements.bin',
      new TextEncoder().encode('<html>not found</html>'),
    );
    const { worker, sources } = await serveModels({ house: { ...house, files } });
    await worker.call('open', sources);
    expect(await worker.call('failures', {})).toEqual([
      {
        id: 'house',
        isPassing: false,
        reason: expect.stringContaining('elements.bin is no table'),
      },
    ]);
  });

  it('shows everything but rooms, ghosts what is not isolated and takes away what is hidden', async () => {
    const { worker, sources } = await serveModels({ house });
    await worker.call('open', sources);
    const seen = await worker.call('paint', { look: plain, live: [] });
    expect([seen.shown, seen.total]).toEqual([8, 8]);
    expect(flagsOf(seen.rgba)[house.row('1')]).toBe(SPACE);
    const look = {
      ...plain,
      isolated: ['house/class/IfcWall'],
      hidden: [`*/element/${house.data.elements.globalId.at(house.row('Inner wall'))}`],
    };
    const { rgba, shown, total } = await worker.call('paint', { look, live: [] });
    expect([shown, total]).toEqual([1, 8]);
    expect(flagsOf(rgba)[house.row('South wall')]).toBe(VISIBLE);
    expect(flagsOf(rgba)[house.row('Inner wall')]).toBe(0);
    expect(flagsOf(rgba)[house.row('Door A')]).toBe(VISIBLE | GHOST);
    const gone = await worker.call('paint', { look: { ...look, ghost: false }, live: [] });
    expect(flagsOf(gone.rgba)[house.row('Door A')]).toBe(0);
  });

  it('colours by a property over models, and isolates what an entry of the legend stands for', async () => {
    const { worker, sources } = await serveModels({ house, shed });
    await worker.call('open', sources);
    const colourBy = { kind: 'property', set: 'Pset_WallCommon', name: 'FireRating' } as const;
    const { legend, rgba } = await worker.call('paint', { look: { ...plain, colourBy }, live: [] });
    if (legend?.kind !== 'classes') throw new Error('expected categories');
    expect(legend.entries.map(({ label, count, rest }) => [label, count, rest])).toEqual([
      ['REI 30', 1, undefined],
      ['REI 90', 1, undefined],
      ['—', 7, 'none'],
    ]);
    expect(flagsOf(rgba)[14 + 1]).toBe(VISIBLE | COLOURED);
    const [first] = legend.entries;
    const found = await worker.call('elementsOf', { parts: [first?.key ?? ''] });
    expect([...found]).toEqual([house.row('Inner wall')]);
  });

  it('colours rooms by what sensors say now, grey where the news is old, and makes the rest ghosts', async () => {
    const { worker, sources } = await serveModels({ house });
    await worker.call('open', sources);
    const room = house.row('1');
    const globalId = house.data.elements.globalId.at(room);
    const colourBy = { kind: 'live', property: 'airTemperature' } as const;
    const paint = (value: number, isStale = false) =>
      worker.call('paint', {
        look: { ...plain, colourBy },
        live: [{ globalId, value, timeMs: 1000, isSimulated: true, isStale }],
      });
    const fresh = await paint(21);
    expect(flagsOf(fresh.rgba)[room]).toBe(SPACE | VISIBLE | COLOURED);
    expect(flagsOf(fresh.rgba)[house.row('South wall')]).toBe(VISIBLE | GHOST);
    expect(fresh.legend).toMatchObject({ unit: '°C', liveMs: [1000, 1000], isSimulated: true });
    const old = await paint(21, true);
    const saturation = (rgba: Uint8Array) => {
      const own = [...rgba.subarray(room * 4, room * 4 + 3)];
      return Math.max(...own) - Math.min(...own);
    };
    expect(saturation(old.rgba)).toBeLessThan(saturation(fresh.rgba) / 2);
  });

  it('finds what a person types, a little wrong too, and says where it is', async () => {
    const { worker, sources } = await serveModels({ house });
    await worker.call('open', sources);
    const find = async (query: string) =>
      (await worker.call('search', { query, limit: 5 })).map(({ title }) => title);
    expect(await find('REI 90')).toEqual(['South wall']);
    expect((await find('kichen'))[0]).toBe('1');
    expect(await find('cold water')).toEqual(['Pipe']);
    expect(await find(house.data.elements.globalId.at(12))).toEqual(['Door A']);
    expect(await find('nothing like it')).toEqual([]);
    const [door] = await worker.call('search', { query: 'door', limit: 1 });
    expect(door).toMatchObject({
      index: 12,
      model: 'house',
      detail: 'IfcDoor · First floor · The house',
    });
    expect(door?.at?.heightM).toBeCloseTo(40 + 3 + 1.05, 3);
  });

  it('lists what lies inside a polygon and is seen', async () => {
    const { worker, sources } = await serveModels({ house });
    await worker.call('open', sources);
    const [lon, lat] = [(4.4 * Math.PI) / 180, (52 * Math.PI) / 180];
    const step = 50 / 6_378_137;
    const polygon = [
      [lon - step, lat - step],
      [lon + step, lat - step],
      [lon + step, lat + step],
      [lon - step, lat + step],
    ] as const;
    const inside = await worker.call('findInside', {
      polygon,
      look: { ...plain, isolated: ['house/class/IfcDoor'] },
    });
    expect(inside).toEqual([{ index: 12, id: `house/${house.data.elements.globalId.at(12)}` }]);
    const far = polygon.map(([x, y]) => [x + 1, y] as const);
    expect(await worker.call('findInside', { polygon: far, look: plain })).toEqual([]);
  });

  it('keeps places and names of elements apart from each other', async () => {
    const { worker, sources } = await serveModels({ house, shed });
    await worker.call('open', sources);
    expect(await worker.call('identify', { indices: [15, 99, -1] })).toEqual([
      `shed/${shed.data.elements.globalId.at(1)}`,
      '',
      '',
    ]);
    expect(await worker.call('bounds', { parts: ['shed/all'] })).toEqual([
      { model: 'shed', leastM: [0, 0, 0], greatestM: [1, 1, 1] },
    ]);
    expect(await worker.call('describe', { index: 99 })).toBeUndefined();
  });
});
