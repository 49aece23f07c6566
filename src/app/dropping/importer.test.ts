import { describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import type { CityEntry } from '#store/opening.ts';
import { createAppStore } from '#store/store.ts';
import { WorkerDiedError } from '#workers/ifc/client.ts';
import type { ImportStep } from '#workers/import/client.ts';
import type { ImportProtocol, ImportRequest } from '#workers/import/protocol.ts';
import type { Port } from '#workers/port.ts';
import { createImporter, MOST_BYTES } from './importer.ts';
import { toCityName, toDroppedId } from './names.ts';

globalThis.location ??= new URL('http://localhost/') as unknown as Location;

const manifest = parseCityManifest(
  {
    format: 'panopolis-city',
    version: 1,
    id: 'dropped-hill',
    name: 'hill',
    build: '0123456789ab',
    boundsDeg: [4, 51, 5, 52],
    heightM: [40, 50],
    crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
    timeZone: 'Europe/Amsterdam',
    sources: [],
    layers: [],
  },
  'city.json',
);
const aCity: ImportStep = {
  kind: 'city',
  manifest,
  files: [['0123456789ab/a.bin', new Uint8Array(3)]],
  report: { features: 1, classes: {}, findings: {} },
};
const crsMissing = Object.assign(new Error('hill.json: the file names no CRS.'), {
  name: 'InputError',
  code: 'crs-missing',
});

/** A worker that answers each request by `script`; `closed` counts the workers that were ended. */
function aHouse(
  script: (request: ImportRequest) => AsyncIterable<ImportStep>,
  takeModel: (file: File) => Promise<void> = async () => undefined,
) {
  const store = createAppStore();
  const seen = {
    requests: [] as ImportRequest[],
    kept: [] as string[][],
    opened: [] as CityEntry[],
    left: [] as string[],
    models: [] as string[],
    closed: 0,
  };
  const port = (): Port<ImportProtocol> => ({
    call: () => Promise.reject(new Error('no calls')),
    stream: (_name, request) => {
      seen.requests.push(request as ImportRequest);
      return script(request as ImportRequest)[
        Symbol.asyncIterator
      ]() as AsyncIterableIterator<never>;
    },
    close: () => {
      seen.closed++;
    },
  });
  const importer = createImporter({
    store,
    models: {
      prepare: () => undefined,
      take: (file) => {
        seen.models.push(file.name);
        return takeModel(file);
      },
    },
    startWorker: port,
    keep: async (id, files) => {
      seen.kept.push([...files.keys()]);
      return `/dropped/${id}/city.json`;
    },
    open: async (entry) => {
      seen.opened.push(entry);
    },
    leave: async (id) => {
      seen.left.push(id);
    },
    takeDown: async (id) => {
      seen.left.push(`shelf ${id}`);
    },
  });
  return { store, seen, importer };
}

const aFile = (name = 'hill.json') => new File(['{}'], name);
const only = (...steps: ImportStep[]) =>
  async function* () {
    yield* steps;
  };

describe('an import of dropped files', () => {
  it('keeps the converted city, manifest last, and opens it', async () => {
    const { store, seen, importer } = aHouse(only(aCity));
    await importer.take([aFile()]);
    expect(seen.kept).toEqual([['0123456789ab/a.bin', 'city.json']]);
    expect(seen.opened).toMatchObject([
      { id: 'dropped-hill', url: 'http://localhost/dropped/dropped-hill/city.json' },
    ]);
    expect(store.getState().dropping).toEqual({ kind: 'shown', id: 'dropped-hill', name: 'hill' });
    expect(seen.closed).toBe(1);
  });

  it('shows how far it is', async () => {
    const shares: unknown[] = [];
    const { store, importer } = aHouse(
      only({ kind: 'progress', stage: 'tiles', done: 1, total: 4 }, aCity),
    );
    store.subscribe(({ dropping }) => shares.push(dropping));
    await importer.take([aFile()]);
    expect(shares).toContainEqual({
      kind: 'converting',
      name: 'hill.json',
      stage: 'tiles',
      share: 0.25,
    });
  });

  it('asks for the CRS only where it is missing and goes on with the answer', async () => {
    const { store, seen, importer } = aHouse(async function* ({ crs }) {
      if (!crs) throw crsMissing;
      yield aCity;
    });
    await importer.take([aFile()]);
    expect(store.getState().dropping).toMatchObject({ kind: 'asking-crs', name: 'hill.json' });
    expect(seen.opened).toEqual([]);
    await importer.answerCrs('EPSG:7415');
    expect(seen.requests.map(({ crs }) => crs)).toEqual([undefined, 'EPSG:7415']);
    expect(seen.opened).toHaveLength(1);
  });

  it('says in one sentence what is wrong with a file', async () => {
    // biome-ignore lint/correctness/useYield: it fails before it has anything to yield.
    const { store, importer } = aHouse(async function* () {
      throw new Error('hill.json, line 3: this line is not valid JSON.');
    });
    await importer.take([aFile()]);
    expect(store.getState().dropping).toEqual({
      kind: 'failed',
      name: 'hill.json',
      sentence: 'hill.json, line 3: this line is not valid JSON.',
    });
  });

  it('refuses what a tab can not hold before it reads it', async () => {
    const { store, seen, importer } = aHouse(only(aCity));
    const huge = Object.defineProperty(aFile('huge.json'), 'size', { value: MOST_BYTES + 1 });
    await importer.take([huge]);
    expect(store.getState().dropping).toMatchObject({ kind: 'failed', name: 'huge.json' });
    expect(seen.requests).toEqual([]);
  });

  it('opens nothing once it is cancelled', async () => {
    let go = () => {};
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { store, seen, importer } = aHouse(async function* () {
      await wait;
      yield aCity;
    });
    const done = importer.take([aFile()]);
    importer.dismiss();
    go();
    await done;
    expect(seen.opened).toEqual([]);
    expect(store.getState().dropping).toEqual({ kind: 'idle' });
  });
});

describe('an import of building models', () => {
  const aModel = (name = 'house.ifc') => new File(['ISO-10303-21;\nHEADER;'], name);

  it('tells them by their content, whatever they are called', async () => {
    const { seen, importer } = aHouse(only(aCity));
    const zipped = new File(['PK\u0003\u0004 house.ifc'], 'house.zip');
    await importer.take([aModel('model.txt'), zipped, new File(['\u001f\u008b'], 'a.ifc.gz')]);
    expect(seen.models).toEqual(['model.txt', 'house.zip', 'a.ifc.gz']);
    expect(seen.requests).toEqual([]);
  });

  it('opens a city that comes with them first, then takes one after the other', async () => {
    const { seen, importer } = aHouse(only(aCity));
    await importer.take([aModel('a.ifc'), aFile(), aModel('b.ifc')]);
    expect(seen.requests.map(({ files }) => files.map(({ name }) => name))).toEqual([
      ['hill.json'],
    ]);
    expect(seen.models).toEqual(['a.ifc', 'b.ifc']);
  });

  it('says which file broke the converter, and goes on', async () => {
    const { store, importer } = aHouse(only(aCity), async () => {
      throw new WorkerDiedError('ifc', 'memory access out of bounds');
    });
    await importer.take([aModel()]);
    expect(store.getState().dropping).toMatchObject({
      kind: 'failed',
      name: 'house.ifc',
      sentence: expect.stringContaining('house.ifc broke the converter'),
    });
  });
});

it('closes a dropped city before it takes its files away', async () => {
  const { store, seen, importer } = aHouse(only(aCity));
  await importer.take([aFile()]);
  await importer.forget('dropped-hill');
  expect(seen.left).toEqual(['dropped-hill', 'shelf dropped-hill']);
  expect(store.getState().dropping).toEqual({ kind: 'idle' });
});

it('names a city after its file, apart from the cities of the server', () => {
  expect(toCityName('Den_Haag 01.city.json.gz')).toBe('Den Haag 01');
  expect(toDroppedId('Zürich (Altstadt).json')).toBe('dropped-zurich-altstadt');
  expect(toDroppedId('上海.geojson')).toBe('dropped-city');
});
