import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { ELEMENT_READINGS, type ElementReading } from '#model/element-reading.ts';
import { radians } from '#model/units.ts';
import { createFrames } from '#scene/frames.ts';
import { dismissGuest, welcomeGuest } from '#store/guests.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import type { BimWorker } from '#workers/bim/client.ts';
import type { BimProtocol } from '#workers/bim/protocol.ts';
import { createBimService } from '#workers/bim/service.ts';
import { connect, serve } from '#workers/port.ts';
import { type BimFrame, COLOURED, GHOST, SPACE, VISIBLE } from './contract/paint.ts';
import { aHouse, boxAt } from './kernel/a-house.ts';
import { aModel, type BuiltModel } from './kernel/a-model.ts';
import { BIM_LINE, type BimLine } from './session/line.ts';
import { startBimSession } from './session.ts';
import { changeLook, selectBim } from './state.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end();
});

const house = aModel(aHouse(), { id: 'house' });
const shed = aModel(
  {
    class: 'IfcProject',
    parts: [{ class: 'IfcWall', name: 'Plank', box: boxAt(0, 0, 0, 1, 1, 1) }],
  },
  { id: 'shed' },
);

async function serveFiles(models: Readonly<Record<string, BuiltModel>>) {
  const broken = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? '';
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
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, broken };
}

const manifest = (id: string, ...models: string[]): CityManifest => ({
  format: 'panopolis-city',
  version: 1,
  id,
  name: id,
  build: '000000000000',
  boundsDeg: [4, 51, 5, 53],
  heightM: [0, 20],
  crs: { horizontal: 'EPSG:4326', vertical: 'EPSG:4979' },
  timeZone: 'Europe/Amsterdam',
  sources: [],
  layers: models.map((model) => ({
    kind: 'bim',
    id: model,
    name: `The ${model}`,
    model: `${model}/model.json`,
    count: 1,
    boundsDeg: [4, 51, 5, 53],
  })),
});

/** A session in a city with these models; workers are counted and can be ended. */
async function aSession(...models: string[]) {
  const { baseUrl, broken } = await serveFiles({ house, shed });
  const store = createAppStore({ city: { manifest: manifest('town', ...models), baseUrl } });
  const frames = createFrames();
  const workers: BimWorker[] = [];
  const session = startBimSession(
    { store, frames },
    {
      startWorker() {
        const { port1, port2 } = new MessageChannel();
        serve<BimProtocol>(port2, createBimService());
        const worker = connect<BimProtocol>(port1, 'bim');
        workers.push(worker);
        endings.push(() => {
          port1.close();
          port2.close();
        });
        return worker;
      },
      now: () => 1000,
      waitMs: { work: 10, worker: 10 },
    },
  );
  endings.push(() => session.stop());
  const frame = () => frames.peek<BimFrame>('bim');
  const flagOf = (index: number) => frame()?.rgba[index * 4 + 3];
  const report = () => selectBim(store.getState()).report;
  const problems = () => store.getState().problems.map(({ path, code }) => `${path} ${code}`);
  return { store, frames, session, workers, baseUrl, broken, frame, flagOf, report, problems };
}

const until = (isTrue: () => boolean) =>
  vi.waitFor(() => expect(isTrue()).toBe(true), { timeout: 5000, interval: 5 });
const idOf = ({ data, row }: BuiltModel, name: string) =>
  `${data.id}/${data.elements.globalId.at(row(name))}`;
const wall = house.row('South wall');

describe('the session of building models', () => {
  it('opens the models of the city, paints them and says what is seen', async () => {
    const { frame, flagOf, report, store } = await aSession('house');
    await until(() => report().shown === 8);
    expect(frame()?.models).toMatchObject([{ id: 'house', name: 'The house', base: 0, count: 14 }]);
    expect(report().models).toEqual([{ id: 'house', state: 'ready' }]);
    changeLook(store, { hidden: ['house/class/IfcWall'] });
    await until(() => report().shown === 6);
    expect(flagOf(wall)).toBe(0);
  });

  it('starts no worker where there is no model, until a guest brings one', async () => {
    const { store, workers, report, baseUrl } = await aSession();
    expect(workers).toHaveLength(0);
    welcomeGuest(store, {
      id: 'dropped-shed',
      manifest: manifest('dropped-shed', 'shed'),
      baseUrl,
    });
    await until(() => report().shown === 1);
    expect(selectBim(store.getState()).models).toMatchObject([
      { id: 'dropped-shed', origin: 'dropped', url: `${baseUrl}shed/model.json` },
    ]);
    dismissGuest(store, 'dropped-shed');
    await until(() => report().total === 0);
  });

  it('tells of the selected element, and finds it again when its index has become another', async () => {
    const { store, report, baseUrl } = await aSession();
    welcomeGuest(store, {
      id: 'dropped-shed',
      manifest: manifest('dropped-shed', 'shed'),
      baseUrl,
    });
    await until(() => report().total === 1);
    welcomeGuest(store, {
      id: 'dropped-house',
      manifest: manifest('dropped-house', 'house'),
      baseUrl,
    });
    await until(() => report().total === 9);
    const id = idOf(house, 'South wall').replace('house/', 'dropped-house/');
    // As a link has it: another build, another index.
    select(store, [{ feature: 'bim', index: 999, id }]);
    await until(() => store.getState().selection[0]?.index === 2 + wall);
    await until(() => report().details?.name === 'South wall');
    dismissGuest(store, 'dropped-shed');
    await until(() => store.getState().selection[0]?.index === wall);
    await until(() => report().details?.index === wall);
    select(store, []);
    await until(() => report().details === undefined);
  });

  it('goes on with the same look when the worker dies, and answers what was asked meanwhile', async () => {
    const { store, frames, workers, report, problems, flagOf } = await aSession('house');
    changeLook(store, { isolated: ['house/class/IfcDoor'] });
    await until(() => report().shown === 1);
    workers[0]?.close();
    const line = frames.peek<BimLine>(BIM_LINE);
    const found = await line?.call('find', { model: 'house', globalId: '' });
    expect(found).toBeUndefined();
    const details = line?.call('describe', { index: wall });
    changeLook(store, { ghost: false });
    await until(() => workers.length === 2 && flagOf(wall) === 0);
    expect((await details)?.name).toBe('South wall');
    await until(() => problems().length === 0);
    expect(report().shown).toBe(1);
  });

  it('says which model can not be opened, draws the others, and tries again', async () => {
    const { baseUrl, broken } = await serveFiles({ house, shed });
    broken.set('house/elements.bin', 503);
    const store = createAppStore({
      city: { manifest: manifest('town', 'house', 'shed'), baseUrl },
    });
    const session = startBimSession(
      { store, frames: createFrames() },
      {
        startWorker() {
          const { port1, port2 } = new MessageChannel();
          serve<BimProtocol>(port2, createBimService());
          endings.push(() => port2.close());
          return connect<BimProtocol>(port1, 'bim');
        },
        now: () => 1000,
        waitMs: { work: 20, worker: 20 },
      },
    );
    endings.push(() => session.stop());
    const report = () => selectBim(store.getState()).report;
    await until(() => report().shown === 1);
    expect(report().models).toMatchObject([{ id: 'house', state: 'failed' }, { state: 'ready' }]);
    expect(store.getState().problems).toMatchObject([{ path: 'bim/house', code: 'model' }]);
    broken.clear();
    await until(() => report().shown === 9);
    expect(store.getState().problems).toEqual([]);
  });

  it('colours rooms by what sensors say, at most twice a second, and again when news comes', async () => {
    const { store, frames, flagOf, report } = await aSession('house');
    await until(() => report().shown === 8);
    const room = house.row('1');
    const reading = (value: number): ElementReading => ({
      globalId: house.data.elements.globalId.at(room),
      sensor: 'T-1',
      name: 'Kitchen',
      property: 'airTemperature',
      value,
      timeMs: 1000,
      isSimulated: true,
      isStale: false,
    });
    frames.publish(ELEMENT_READINGS, [reading(20)]);
    changeLook(store, { colourBy: { kind: 'live', property: 'airTemperature' } });
    await until(() => flagOf(room) === (SPACE | VISIBLE | COLOURED));
    expect(flagOf(wall)).toBe(VISIBLE | GHOST);
    frames.publish(ELEMENT_READINGS, [reading(20), { ...reading(40), globalId: 'elsewhere' }]);
    frames.publish(ELEMENT_READINGS, []);
    await until(() => flagOf(room) === SPACE);
    expect(report().legend).toMatchObject({ kind: 'scale', unit: '°C' });
  });

  it('finds elements for the search and in an area, but none while the layer is off', async () => {
    const { session, store, report } = await aSession('house');
    await until(() => report().shown === 8);
    const { signal } = new AbortController();
    const hits = await session.search?.('door', { limit: 3, signal });
    expect(hits).toMatchObject([
      { title: 'Door A', selected: { feature: 'bim', id: idOf(house, 'Door A') } },
    ]);
    const corner = (lon: number, lat: number) =>
      [radians((lon * Math.PI) / 180), radians((lat * Math.PI) / 180)] as const;
    const around = [corner(4, 51), corner(5, 51), corner(5, 53), corner(4, 53)];
    expect(await session.findInside?.(around, signal)).toHaveLength(8);
    store.setState({ layers: { bim: { on: false, opacity: 1, status: { kind: 'ready' } } } });
    expect(await session.findInside?.(around, signal)).toEqual([]);
  });

  it('leaves nothing behind when it stops', async () => {
    const { session, store, frames, report } = await aSession('house');
    await until(() => report().shown === 8);
    session.stop();
    expect(frames.peek('bim')).toBeUndefined();
    expect(frames.peek(BIM_LINE)).toBeUndefined();
    expect(report()).toMatchObject({ shown: undefined, models: [], details: undefined });
    expect(store.getState().problems).toEqual([]);
  });
});
