// From dropped files to an open city: converted in a worker, kept in this browser, opened like any other.

import type { CityManifest } from '#contract/city-package.ts';
import type { Text } from '#model/text.ts';
import { changeDropping } from '#store/dropping.ts';
import type { CityEntry } from '#store/opening.ts';
import type { AppStore } from '#store/store.ts';
import type { ImportStep, startImportWorker } from '#workers/import/client.ts';
import { messages } from './messages.ts';

/** Files together larger than this are for `panopolis ingest`: a tab holds input and result at once. */
export const MOST_BYTES = 300e6;

export interface Importer {
  /** Begins anew with these files; an import that is still running stops. */
  take(files: readonly File[]): Promise<void>;
  /** Goes on with the answer to the question for the coordinate reference system. */
  answerCrs(crs: string): Promise<void>;
  /** Stops an import, or takes the word about the last one off the screen. */
  dismiss(): void;
  /** Takes a dropped city out of this browser and goes back to the list. */
  forget(id: string): Promise<void>;
}

interface Parts {
  readonly store: AppStore;
  readonly startWorker: typeof startImportWorker;
  /** Stores the city's files and answers the address of its manifest. */
  readonly keep: (
    id: string,
    files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  ) => Promise<string>;
  readonly open: (city: CityEntry) => Promise<void>;
  /** Closes the city if it is open and takes it off the list. */
  readonly leave: (id: string) => Promise<void>;
  readonly takeDown: (id: string) => Promise<void>;
}

export function createImporter(parts: Parts): Importer {
  const { store, startWorker, keep, open, leave, takeDown } = parts;
  let files: readonly File[] = [];
  let attempt = new AbortController();
  const name = () => files.map((file) => file.name).join(', ');

  async function run(crs: string | undefined): Promise<void> {
    attempt.abort();
    attempt = new AbortController();
    const { signal } = attempt;
    const id = toDroppedId(files[0]?.name ?? 'city');
    try {
      changeDropping(store, { kind: 'converting', name: name(), stage: 'opening', share: 0 });
      const bytes = files.reduce((sum, file) => sum + file.size, 0);
      if (bytes > MOST_BYTES) throw new Error(inWords(store, messages.tooLarge(bytes, MOST_BYTES)));
      const city = await convert(id, crs, signal);
      signal.throwIfAborted();
      changeDropping(store, { kind: 'converting', name: name(), stage: 'keeping', share: 0 });
      const entry = await keepCity(id, city);
      signal.throwIfAborted();
      await open(entry);
      changeDropping(store, { kind: 'shown', id: entry.id, name: entry.name });
    } catch (error) {
      if (signal.aborted) return;
      const { message: sentence, code } = error as Error & { code?: string };
      const kind = code === 'crs-missing' ? 'asking-crs' : 'failed';
      changeDropping(store, { kind, name: name(), sentence });
    }
  }

  async function convert(id: string, crs: string | undefined, signal: AbortSignal) {
    const worker = startWorker();
    try {
      const contents = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const request = { files: contents, id, name: toCityName(files[0]?.name ?? ''), crs };
      const transfer = contents.map(({ bytes }) => bytes.buffer);
      for await (const step of worker.stream('convert', request, { signal, transfer, credit: 8 })) {
        if (step.kind === 'city') return step;
        signal.throwIfAborted();
        const { stage, done, total } = step;
        const share = total === 0 ? 1 : done / total;
        changeDropping(store, { kind: 'converting', name: name(), stage, share });
      }
      throw new Error('The import ended without a city.');
    } finally {
      worker.close();
    }
  }

  async function keepCity(
    id: string,
    { manifest, files: built }: Extract<ImportStep, { kind: 'city' }>,
  ): Promise<CityEntry> {
    const text = new TextEncoder().encode(JSON.stringify(manifest));
    const url = await keep(id, new Map([...built, ['city.json', text] as const]));
    return toEntry(manifest, url);
  }

  return {
    take(dropped) {
      files = dropped;
      return run(undefined);
    },
    answerCrs: (crs) => run(crs),
    dismiss() {
      attempt.abort();
      changeDropping(store, { kind: 'idle' });
    },
    async forget(id) {
      changeDropping(store, { kind: 'idle' });
      await leave(id);
      await takeDown(id);
    },
  };
}

const inWords = (store: AppStore, text: Text): string =>
  text[store.getState().preferences.language];

export const toEntry = (manifest: CityManifest, url: string): CityEntry => ({
  id: manifest.id,
  name: manifest.name,
  url: new URL(url, location.href).href,
  manifest,
});

/** `Den Haag 01.city.json` → `Den Haag 01`. */
export const toCityName = (file: string): string =>
  file
    .replace(/(\.(city|gz|jsonl?|geojson))+$/i, '')
    .replaceAll('_', ' ')
    .trim() || file;

/** `dropped-` keeps it apart from a city of the same name on the server. */
export function toDroppedId(file: string): string {
  const plain = toCityName(file).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return `dropped-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'city'}`;
}
