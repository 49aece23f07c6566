import { describe, expect, it } from 'vitest';
import type { BimModel } from '#contract/bim-model.ts';
import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import type { FirstLookFrame } from '#scene/first-look.ts';
import type { CityEntry } from '#store/opening.ts';
import { createAppStore } from '#store/store.ts';
import type { IfcStep } from '#workers/ifc/client.ts';
import type { IfcProtocol, IfcRequest } from '#workers/ifc/protocol.ts';
import type { Port } from '#workers/port.ts';
import { createModelImporter } from './model-importer.ts';

globalThis.location ??= new URL('http://localhost/') as unknown as Location;

const aManifest = (id: string, boundsDeg: CityManifest['boundsDeg']) =>
  parseCityManifest(
    {
      ...{ format: 'panopolis-city', version: 1, id, name: id, build: '0123456789ab', boundsDeg },
      heightM: [40, 50],
      crs: { horizontal: 'EPSG:25832', vertical: 'ellipsoidal' },
      ...{ timeZone: 'Europe/Berlin', sources: [], layers: [] },
    },
    'city.json',
  );
const city = { manifest: aManifest('hill', [8, 49, 8.02, 49.02]), baseUrl: 'http://localhost/c/' };

const placement = { longitudeDeg: 8, latitudeDeg: 49, heightM: 0, rotationDeg: 0, scale: 1 };

const aModel = (verdict: BimModel['georeferencing']['verdict'] = 'clear'): BimModel => ({
  ...{ format: 'panopolis-bim', version: 1, id: 'house', name: 'House', lengthUnitM: 1 },
  source: { file: 'house.ifc', bytes: 3, schema: 'IFC4' },
  georeferencing: { readings: [{ source: 'site', placement, steps: [] }], verdict, findings: [] },
  ...{ tileset: 'tileset.json', elements: 'elements.bin', properties: 'properties.bin' },
  count: 7,
  boundsM: [
    [0, 0, 0],
    [1, 1, 1],
  ],
  storeys: [],
  report: {
    ...{ products: 6, meshes: 5, triangles: 9, placedTriangles: 9, propertySets: 1 },
    ...{ properties: 2, reasons: [], findings: [] },
  },
});
const aStep = (boundsDeg: CityManifest['boundsDeg'] = [8.01, 49.01, 8.011, 49.011]): IfcStep => ({
  kind: 'model',
  manifest: aManifest('dropped-house', boundsDeg),
  files: [['0123456789ab/bim/house/model.json', new Uint8Array(3)]],
  model: aModel(),
});
const aLook: IfcStep = {
  kind: 'look',
  glb: new Uint8Array(8),
  placement,
};

function aHouse(steps: readonly IfcStep[], isCityOpen = true, groundM?: number) {
  const store = createAppStore(isCityOpen ? { city } : {});
  const seen = {
    requests: [] as IfcRequest[],
    kept: new Map<string, string[]>(),
    opened: [] as CityEntry[],
    looks: [] as FirstLookFrame[],
    started: 0,
    prepared: 0,
    grounds: [] as unknown[],
    closed: 0,
  };
  const start = (): Port<IfcProtocol> => {
    seen.started++;
    return port();
  };
  const port = (): Port<IfcProtocol> => ({
    call: async (name, params) => {
      if (name === 'ground') seen.grounds.push(params);
      else seen.prepared++;
      return undefined as never;
    },
    stream: (_name, request) => {
      seen.requests.push(request as IfcRequest);
      return (async function* () {
        yield* steps;
      })() as AsyncGenerator<never>;
    },
    close: () => {
      seen.closed++;
    },
  });
  const models = createModelImporter({
    store,
    startWorker: start,
    keep: async (id, files) => {
      seen.kept.set(id, [...files.keys()]);
      return `/dropped/${id}/city.json`;
    },
    open: async (entry) => {
      seen.opened.push(entry);
    },
    showLook: (frame) => seen.looks.push(frame),
    ground: () =>
      groundM === undefined
        ? undefined
        : { groundInSight: () => undefined, groundHeight: async () => groundM },
  });
  const take = () =>
    models.take(new File(['ISO-10303-21;'], 'House.ifc'), new AbortController().signal);
  return { store, seen, take, models };
}

describe('a building model that is dropped', () => {
  it('becomes a guest of the open city, kept with a note whose guest it is', async () => {
    const { store, seen, take } = aHouse([aStep()]);
    await take();
    expect(store.getState().guests).toMatchObject([
      { id: 'dropped-house', baseUrl: 'http://localhost/dropped/dropped-house/' },
    ]);
    expect(seen.kept.get('dropped-house')).toEqual([
      ...['0123456789ab/bim/house/model.json', 'guest-of.json', 'city.json'],
    ]);
    expect(seen.opened).toEqual([]);
    expect(seen.closed).toBe(1);
    expect(store.getState().dropping).toMatchObject({
      kind: 'joined',
      id: 'dropped-house',
      found: { elements: 7, products: 6, meshes: 5, verdict: 'clear' },
    });
  });

  it('opens as a city where none is', async () => {
    const { store, seen, take } = aHouse([aLook, aStep()], false);
    await take();
    expect(seen.opened).toMatchObject([{ id: 'dropped-house' }]);
    expect(store.getState().guests).toEqual([]);
    expect(seen.looks).toEqual([{ look: undefined }]);
  });

  it('is taken by the worker that was prepared while it hung over the page', async () => {
    const { seen, take, models } = aHouse([aStep()]);
    models.prepare();
    models.prepare();
    await take();
    expect([seen.started, seen.prepared, seen.closed]).toEqual([1, 1, 1]);
    await take();
    expect([seen.started, seen.closed]).toEqual([2, 2]);
  });

  it('is shown as far as it is read, until its tiles are there', async () => {
    const { seen, take } = aHouse([aLook, aStep()]);
    await take();
    expect(seen.looks.map(({ look }) => look?.glb.length)).toEqual([8, undefined]);
    expect(seen.looks[0]?.look?.matrix).toHaveLength(16);
  });

  it('hears how high the city’s ground lies where its file doesn’t say', async () => {
    const ask: IfcStep = { kind: 'ground', longitudeDeg: 8.01, latitudeDeg: 49.01 };
    const { seen, take } = aHouse([ask, aStep()], true, 44);
    await take();
    expect(seen.requests[0]?.hasGround).toBe(true);
    expect(seen.grounds).toEqual([{ heightM: 44 }]);
  });

  it('takes its look away when the conversion fails', async () => {
    const { seen, take } = aHouse([aLook]);
    await expect(take()).rejects.toThrow('without a model');
    expect(seen.looks.at(-1)).toEqual({ look: undefined });
    expect(seen.closed).toBe(1);
  });

  it('goes where the person looks, where its file says no place', async () => {
    const { store, seen, take } = aHouse([aStep()]);
    store.setState({
      camera: {
        position: {
          longitude: fromDegrees(8.005),
          latitude: fromDegrees(49.004),
          height: metres(900),
        },
        ...{ heading: radians(0), pitch: fromDegrees(-90), roll: radians(0), flight: undefined },
      },
    });
    await take();
    const { fallback, cityCrs } = seen.requests[0] ?? {};
    expect(fallback?.longitudeDeg).toBeCloseTo(8.005, 6);
    expect(fallback?.latitudeDeg).toBeCloseTo(49.004, 6);
    expect(fallback?.heightM).toBe(40);
    expect(cityCrs).toBe('EPSG:25832');
  });

  it('goes to the middle of the city where the person looks elsewhere', async () => {
    const { seen, take } = aHouse([aStep()]);
    await take();
    const { fallback } = seen.requests[0] ?? {};
    expect(fallback?.longitudeDeg).toBeCloseTo(8.01, 9);
    expect(fallback?.latitudeDeg).toBeCloseTo(49.01, 9);
  });

  it('is flown to where it is near, and only told of where it stands far off', async () => {
    const near = aHouse([aStep()]);
    await near.take();
    expect(near.store.getState().camera.flight).toBeDefined();
    const far = aHouse([aStep([10, 50, 10.001, 50.001])]);
    await far.take();
    expect(far.store.getState().camera.flight).toBeUndefined();
    const { dropping } = far.store.getState();
    expect(dropping.kind === 'joined' && Math.round(dropping.found.awayM / 1000)).toBe(181);
  });
});
