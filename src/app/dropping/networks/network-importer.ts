// From dropped networks to guests of the open city they lie in, else to a city of their own: looked through first, with
// what only a person can say.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NetworkPreview } from '#conversion/networks/examine-networks.ts';
import { type NetworkAnswers, noAnswers } from '#conversion/networks/network-answers.ts';
import { homeView } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { changeDropping } from '#store/dropping.ts';
import { welcomeGuest } from '#store/guests.ts';
import type { CityEntry } from '#store/opening.ts';
import type { AppStore } from '#store/store.ts';
import type { NetworkStep, startImportWorker } from '#workers/import/client.ts';
import { GUEST_OF, toEntry, toGuestNote } from '../entries.ts';
import { toCityName, toDroppedId } from '../names.ts';

/** What was dropped, what was found in it and what the person answered. */
export interface NetworkDrop {
  readonly files: readonly File[];
  readonly answers: NetworkAnswers;
  /** Undefined until the first look is through. */
  readonly preview: NetworkPreview | undefined;
  readonly isLooking: boolean;
  /** Why an answer did not do; the last preview stays. */
  readonly sentence: string | undefined;
}

export interface NetworkImporter {
  readonly drop: StoreApi<NetworkDrop>;
  /** Looks through the files; what is on the screen goes on until the person opens them. */
  take(files: readonly File[], signal: AbortSignal): Promise<void>;
  /** Looks again with other answers. */
  answer(change: Partial<NetworkAnswers>): Promise<void>;
  /** Changes only which repairs are accepted: nothing has to be looked at again. */
  accept(keys: readonly string[]): void;
  /** Puts them beside the open city's own where they lie in it, else makes a city of them and opens it. */
  open(signal: AbortSignal): Promise<void>;
}

interface Parts {
  readonly store: AppStore;
  readonly startWorker: typeof startImportWorker;
  readonly keep: (
    id: string,
    files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  ) => Promise<string>;
  readonly open: (city: CityEntry) => Promise<void>;
}

const empty: NetworkDrop = {
  files: [],
  answers: noAnswers,
  preview: undefined,
  isLooking: false,
  sentence: undefined,
};

export function createNetworkImporter({ store, startWorker, keep, open }: Parts): NetworkImporter {
  const drop = createStore<NetworkDrop>(() => empty);
  let look = 0;

  const contentsOf = (files: readonly File[]) =>
    Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );

  async function requestOf({ files, answers }: NetworkDrop) {
    const first = files[0]?.name ?? 'network';
    const contents = await contentsOf(files);
    return { files: contents, id: toDroppedId(first), name: toCityName(first), answers };
  }

  async function examine(signal?: AbortSignal): Promise<NetworkPreview> {
    const worker = startWorker();
    try {
      const request = await requestOf(drop.getState());
      const transfer = request.files.map(({ bytes }) => bytes.buffer);
      return await worker.call('examineNetworks', request, { transfer, signal });
    } finally {
      worker.close();
    }
  }

  async function convert(signal: AbortSignal): Promise<Extract<NetworkStep, { kind: 'city' }>> {
    const worker = startWorker();
    try {
      const request = await requestOf(drop.getState());
      const transfer = request.files.map(({ bytes }) => bytes.buffer);
      const options = { signal, transfer, credit: 8 };
      for await (const step of worker.stream('convertNetworks', request, options)) {
        if (step.kind === 'city') return step;
        signal.throwIfAborted();
        const share = step.total === 0 ? 1 : step.done / step.total;
        changeDropping(store, { kind: 'converting', name: nameOf(), stage: step.stage, share });
      }
      throw new Error('The import ended without a city.');
    } finally {
      worker.close();
    }
  }

  const nameOf = () =>
    drop
      .getState()
      .files.map(({ name }) => name)
      .join(', ');

  return {
    drop,
    async take(files, signal) {
      look++;
      drop.setState({ ...empty, files, isLooking: true }, true);
      changeDropping(store, { kind: 'network', name: nameOf() });
      const preview = await examine(signal);
      signal.throwIfAborted();
      drop.setState({ preview, isLooking: false });
    },
    async answer(change) {
      const own = ++look;
      const answers = { ...drop.getState().answers, ...change };
      drop.setState({ answers, isLooking: true, sentence: undefined });
      try {
        const preview = await examine();
        if (own === look) drop.setState({ preview, isLooking: false });
      } catch (error) {
        const sentence = error instanceof Error ? error.message : String(error);
        if (own === look) drop.setState({ sentence, isLooking: false });
      }
    },
    accept(accepted) {
      drop.setState(({ answers }) => ({ answers: { ...answers, accepted } }));
    },
    async open(signal) {
      changeDropping(store, { kind: 'converting', name: nameOf(), stage: 'opening', share: 0 });
      const { manifest, files } = await convert(signal);
      signal.throwIfAborted();
      changeDropping(store, { kind: 'converting', name: nameOf(), stage: 'keeping', share: 0 });
      const text = new TextEncoder().encode(JSON.stringify(manifest));
      const whole = [...files, ['city.json', text] as const];
      const { city } = store.getState();
      const host = city && isWithin(manifest.boundsDeg, city.manifest.boundsDeg) ? city : undefined;
      const note = host ? [[GUEST_OF, toGuestNote(host.manifest.id)] as const] : [];
      const url = await keep(manifest.id, new Map([...whole, ...note]));
      signal.throwIfAborted();
      const entry = toEntry(manifest, url);
      if (!host) await open(entry);
      else if (store.getState().city === host) {
        const { href } = new URL('.', entry.url);
        welcomeGuest(store, { id: manifest.id, manifest, baseUrl: href });
        flyTo(store, homeView(manifest));
      }
      changeDropping(store, { kind: 'shown', id: entry.id, name: entry.name });
    },
  };
}

type Bounds = readonly number[];

/** Whether a network lies in a city, or in part: its box meets the city's. */
const isWithin = ([west = 0, south = 0, east = 0, north = 0]: Bounds, city: Bounds): boolean =>
  west <= (city[2] ?? 0) &&
  east >= (city[0] ?? 0) &&
  south <= (city[3] ?? 0) &&
  north >= (city[1] ?? 0);
