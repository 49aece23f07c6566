// From dropped files to an open city: converted in a worker, kept in this browser, opened like any other.

import type { Text } from '#model/text.ts';
import { changeDropping } from '#store/dropping.ts';
import { dismissGuest } from '#store/guests.ts';
import type { CityEntry } from '#store/opening.ts';
import type { AppStore } from '#store/store.ts';
import { WorkerDiedError } from '#workers/ifc/client.ts';
import type { ImportStep, startImportWorker } from '#workers/import/client.ts';
import { toEntry } from './entries.ts';
import { isIfc } from './is-ifc.ts';
import { messages } from './messages.ts';
import type { ModelImporter } from './model-importer.ts';
import { modelMessages } from './model-messages.ts';
import { toCityName, toDroppedId } from './names.ts';
import { createNetworkImporter, type NetworkImporter } from './networks/network-importer.ts';

/** Files together larger than this are for `panopolis ingest`: a tab holds input and result at once. */
export const MOST_BYTES = 300e6;

export interface Importer {
  /** Files hang over the page: gets ready for what takes longest to start. */
  prepare(): void;
  /** Begins anew with these files; an import that is still running stops. */
  take(files: readonly File[]): Promise<void>;
  /** Goes on with the answer to the question for the coordinate reference system. */
  answerCrs(crs: string): Promise<void>;
  /** Networks that were dropped and what is asked about them. */
  readonly networks: NetworkImporter;
  /** Opens the networks that were looked through. */
  openNetworks(): Promise<void>;
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
  readonly models: ModelImporter;
}

export function createImporter(parts: Parts): Importer {
  const { store, startWorker, keep, open, leave, takeDown, models } = parts;
  let files: readonly File[] = [];
  let attempt = new AbortController();
  const networks = createNetworkImporter({ store, startWorker, keep, open });
  const name = () => files.map((file) => file.name).join(', ');

  /** Runs the work and says why it failed, unless a later wish took its place. */
  async function attemptTo(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    attempt.abort();
    attempt = new AbortController();
    const { signal } = attempt;
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      const { message: sentence, code } = error as Error & { code?: string };
      const kind = code === 'crs-missing' ? 'asking-crs' : 'failed';
      changeDropping(store, { kind, name: name(), sentence });
    }
  }

  async function takeCity(crs: string | undefined, signal: AbortSignal): Promise<void> {
    const id = toDroppedId(files[0]?.name ?? 'city');
    changeDropping(store, { kind: 'converting', name: name(), stage: 'opening', share: 0 });
    checkSize(files);
    const city = await convert(id, crs, signal);
    signal.throwIfAborted();
    changeDropping(store, { kind: 'converting', name: name(), stage: 'keeping', share: 0 });
    const entry = await keepCity(id, city);
    signal.throwIfAborted();
    await open(entry);
    changeDropping(store, { kind: 'shown', id: entry.id, name: entry.name });
  }

  /** One after the other: each takes as much memory as a tab has. */
  async function takeModels(given: readonly File[], signal: AbortSignal): Promise<void> {
    for (const file of given) {
      files = [file];
      checkSize(files);
      try {
        await models.take(file, signal);
      } catch (error) {
        if (!(error instanceof WorkerDiedError)) throw error;
        const sentence = inWords(store, modelMessages.workerDied(file.name));
        throw new Error(sentence, { cause: error });
      }
    }
  }

  async function takeAll(dropped: readonly File[], signal: AbortSignal): Promise<void> {
    const kinds = await Promise.all(dropped.map(kindOf));
    signal.throwIfAborted();
    const of = (kind: DroppedKind) => dropped.filter((_, at) => kinds[at] === kind);
    files = of('city');
    if (files.length > 0) await takeCity(undefined, signal);
    await takeModels(of('model'), signal);
    const pipes = of('network');
    if (pipes.length === 0) return;
    files = pipes;
    checkSize(files);
    await networks.take(pipes, signal);
  }

  function checkSize(given: readonly File[]): void {
    const bytes = given.reduce((sum, file) => sum + file.size, 0);
    if (bytes > MOST_BYTES) throw new Error(inWords(store, messages.tooLarge(bytes, MOST_BYTES)));
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
    networks,
    openNetworks: () => attemptTo(networks.open),
    prepare: models.prepare,
    take(dropped) {
      files = dropped;
      return attemptTo((signal) => takeAll(dropped, signal));
    },
    answerCrs: (crs) => attemptTo((signal) => takeCity(crs, signal)),
    dismiss() {
      attempt.abort();
      changeDropping(store, { kind: 'idle' });
    },
    async forget(id) {
      changeDropping(store, { kind: 'idle' });
      dismissGuest(store, id);
      await leave(id);
      await takeDown(id);
    },
  };
}

type DroppedKind = 'city' | 'model' | 'network';

async function kindOf(file: File): Promise<DroppedKind> {
  if (await isIfc(file)) return 'model';
  // Knows every format of networks: not before one is dropped.
  const { isNetwork } = await import('./networks/is-network.ts');
  return (await isNetwork(file)) ? 'network' : 'city';
}

const inWords = (store: AppStore, text: Text): string =>
  text[store.getState().preferences.language];
