import { describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import type { NetworkPreview } from '#conversion/networks/examine-networks.ts';
import type { CityEntry } from '#store/opening.ts';
import { createAppStore } from '#store/store.ts';
import type { NetworkStep } from '#workers/import/client.ts';
import type { ImportProtocol, NetworkRequest } from '#workers/import/protocol.ts';
import type { Port } from '#workers/port.ts';
import { isNetwork } from './is-network.ts';
import { createNetworkImporter } from './network-importer.ts';

globalThis.location ??= new URL('http://localhost/') as unknown as Location;

const manifest = parseCityManifest(
  {
    ...{ format: 'panopolis-city', version: 1, id: 'dropped-ky4', name: 'ky4' },
    ...{ build: '0123456789ab', boundsDeg: [-86, 38, -85, 39], heightM: [100, 200] },
    crs: { horizontal: 'EPSG:3089', vertical: 'EPSG:5703' },
    ...{ timeZone: 'America/New_York', sources: [], layers: [] },
  },
  'city.json',
);
const preview: NetworkPreview = {
  ...{ layers: [], reports: [], asksUtility: [] },
  asksPlace: { sentence: 'ky4.inp: The file names no coordinate reference system.' },
};
const aFile = () => new File(['[TITLE]\n'], 'ky4.inp');
const never = new AbortController().signal;

/** A worker that answers by script; `requests` are what it was asked. */
function aHouse(examine: (request: NetworkRequest) => Promise<NetworkPreview>) {
  const store = createAppStore();
  const seen = {
    requests: [] as NetworkRequest[],
    opened: [] as CityEntry[],
    kept: [] as string[],
    closed: 0,
  };
  async function* city(): AsyncGenerator<NetworkStep> {
    yield { kind: 'progress', stage: 'terrain', done: 1, total: 2 };
    yield { kind: 'city', manifest, files: [['0123456789ab/a', new Uint8Array(1)]], reports: [] };
  }
  const port = (): Port<ImportProtocol> => ({
    call: (_name, request) => {
      seen.requests.push(request as NetworkRequest);
      return examine(request as NetworkRequest) as never;
    },
    stream: (_name, request) => {
      seen.requests.push(request as NetworkRequest);
      return city() as never;
    },
    close: () => {
      seen.closed++;
    },
  });
  const importer = createNetworkImporter({
    store,
    startWorker: port,
    keep: async (id, files) => {
      seen.kept.push(...files.keys());
      return `/dropped/${id}/city.json`;
    },
    open: async (entry) => {
      seen.opened.push(entry);
    },
  });
  return { store, importer, seen };
}

describe('dropped networks', () => {
  it('are looked through, and wait for a person', async () => {
    const { store, importer, seen } = aHouse(async () => preview);
    await importer.take([aFile()], never);
    expect(store.getState().dropping).toEqual({ kind: 'network', name: 'ky4.inp' });
    expect(importer.drop.getState()).toMatchObject({ preview, isLooking: false });
    expect([seen.closed, seen.opened.length]).toEqual([1, 0]);
  });

  it('are looked through again with each answer, and keep the last look where one fails', async () => {
    const { importer, seen } = aHouse(async ({ answers }) => {
      if (answers.crs === 'EPSG:1') throw new Error('EPSG:1 is not known.');
      return preview;
    });
    await importer.take([aFile()], never);
    await importer.answer({ crs: 'EPSG:1' });
    expect(importer.drop.getState()).toMatchObject({ preview, sentence: 'EPSG:1 is not known.' });
    await importer.answer({ crs: 'EPSG:3089' });
    expect(importer.drop.getState().sentence).toBeUndefined();
    expect(seen.requests.map(({ answers }) => answers.crs)).toEqual([
      ...[undefined, 'EPSG:1', 'EPSG:3089'],
    ]);
  });

  it('open as a city, with the repairs that were ticked', async () => {
    const { store, importer, seen } = aHouse(async () => preview);
    await importer.take([aFile()], never);
    importer.accept(['water/gap/J-1/snap']);
    await importer.open(never);
    expect(seen.requests.at(-1)?.answers.accepted).toEqual(['water/gap/J-1/snap']);
    expect(seen.opened).toMatchObject([{ id: 'dropped-ky4' }]);
    // The manifest comes last, so that half a package is never found.
    expect(seen.kept.at(-1)).toBe('city.json');
    expect(store.getState().dropping).toMatchObject({ kind: 'shown', id: 'dropped-ky4' });
  });

  it('join the open city that they lie in as its guests, and come again with it', async () => {
    const { store, importer, seen } = aHouse(async () => preview);
    const lexington = { ...manifest, id: 'lexington', boundsDeg: [-85.5, 38.5, -84, 39] };
    store.setState({ city: { manifest: lexington, baseUrl: 'http://localhost/l/' } as never });
    await importer.take([aFile()], never);
    await importer.open(never);
    expect(seen.opened).toEqual([]);
    expect(seen.kept).toContain('guest-of.json');
    expect(store.getState().guests).toMatchObject([
      { id: 'dropped-ky4', baseUrl: 'http://localhost/dropped/dropped-ky4/' },
    ]);
    expect(store.getState().dropping).toMatchObject({ kind: 'shown', id: 'dropped-ky4' });
  });

  it('open as a city of their own where the open one lies elsewhere', async () => {
    const { store, importer, seen } = aHouse(async () => preview);
    const delft = { ...manifest, id: 'delft', boundsDeg: [4.3, 51.9, 4.4, 52] };
    store.setState({ city: { manifest: delft, baseUrl: 'http://localhost/d/' } as never });
    await importer.take([aFile()], never);
    await importer.open(never);
    expect(seen.opened).toHaveLength(1);
    expect(store.getState().guests).toEqual([]);
    expect(seen.kept).not.toContain('guest-of.json');
  });
});

describe('a dropped file', () => {
  const collection = (feature: object) =>
    JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const line = (properties: object) =>
    collection({
      ...{ type: 'Feature', properties },
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    });
  it.each([
    ['ky4.inp', '[TITLE]\n[JUNCTIONS]\n', true],
    ['rain.inp', '[OPTIONS]\nFLOW_UNITS CMS\n', true],
    ['storm.geojson', line({ diameter: 300, material: 'PVC' }), true],
    ['streets.geojson', line({ highway: 'service', width: 3 }), false],
    ['letter.txt', 'Dear city,', false],
    ['empty.inp', '', false],
    ['broken.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature",', false],
  ])('%s is told by its content', async (name, content, expected) => {
    expect(await isNetwork(new File([content], name))).toBe(expected);
  });

  it('is known packed by gzip, too', async () => {
    const packed = new Blob(['[TITLE]\n[JUNCTIONS]\n'])
      .stream()
      .pipeThrough(new CompressionStream('gzip'));
    const bytes = await new Response(packed).arrayBuffer();
    expect(await isNetwork(new File([bytes], 'ky4.inp.gz'))).toBe(true);
  });
});
