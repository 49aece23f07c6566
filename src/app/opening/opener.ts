import type { Feature, Session } from '#features/feature.ts';
import { instant } from '#model/time.ts';
import { homeView } from '#scene/camera-pose.ts';
import type { Frames } from '#scene/frames.ts';
import { initialCamera } from '#store/camera.ts';
import type { Guest } from '#store/guests.ts';
import { type CityEntry, changeOpening } from '#store/opening.ts';
import { reportProblem } from '#store/problems.ts';
import { scenariosSlice } from '#store/scenarios.ts';
import type { AppStore } from '#store/store.ts';
import { notify } from '#store/workbench.ts';
import { type Sessions, startSessions } from '../sessions.ts';
import { type LinkFailure, parseHash } from '../sharing/link.ts';
import { findSharedSelection } from '../sharing/shared-selection.ts';
import { fromSharedView, type SharedView, takeSharedView } from '../sharing/shared-view.ts';
import { isDroppedModel } from './dropped-model.ts';
import { messages } from './messages.ts';
import * as server from './server.ts';

/** Brings a city onto the screen and takes it away again. */
export interface Opener {
  /** Asks the server for its cities until it answers, then opens the one that is meant. */
  ask(wanted: Wanted): Promise<void>;
  /** Puts a city on the list and opens it. */
  show(city: CityEntry): Promise<void>;
  /** Takes a city off the list; where it is open, back to the list. */
  unlist(id: string): void;
  /** Opens a city of the list; `view` says how, otherwise it is the city's first look. */
  open(id: string, view?: SharedView): Promise<void>;
  /** Turns to what a link shows: the open city stays open. Anything that is no link is said in a notice. */
  openLink(hash: string): Promise<void>;
  /** Back to the list of cities. */
  leave(): void;
  running(): readonly { readonly feature: Feature; readonly session: Session }[];
  dispose(): void;
}

export interface Wanted {
  readonly hash: string;
  /** `?city=` of the address. */
  readonly id: string | undefined;
  /** The city of the last visit. */
  readonly lastId: string | undefined;
}

interface Parts {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly features: readonly Feature[];
  readonly fetchCities?: typeof server.fetchCities;
  readonly fetchManifest?: typeof server.fetchManifest;
  /** Cities that this browser keeps beside the server's. */
  readonly listKept?: () => Promise<readonly CityEntry[]>;
  /** What was dropped onto a city on earlier visits. */
  readonly listGuests?: (city: string) => Promise<readonly Guest[]>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 8000;

export function createOpener(parts: Parts): Opener {
  const { store, frames, features } = parts;
  const { fetchCities = server.fetchCities, fetchManifest = server.fetchManifest } = parts;
  const { listKept = async () => [], listGuests = async () => [] } = parts;
  let sessions: Sessions | undefined;
  /** Ends what the latest request to open or ask was doing. */
  let attempt = new AbortController();

  function begin(): AbortSignal {
    attempt.abort();
    attempt = new AbortController();
    return attempt.signal;
  }

  function close(): void {
    sessions?.stop();
    sessions = undefined;
    const ofCity = new Set([...features.map(({ id }) => id), scenariosSlice.id]);
    store.setState((state) => ({
      city: undefined,
      guests: [],
      selection: [],
      layers: {},
      problems: [],
      features: Object.fromEntries(
        Object.entries(state.features).filter(([id]) => !ofCity.has(id)),
      ),
      clock: { now: instant(Date.now()), mode: 'live', rate: 1 },
      camera: { ...state.camera, flight: undefined },
    }));
  }

  async function askUntilAnswered(signal: AbortSignal): Promise<readonly CityEntry[]> {
    changeOpening(store, { step: { kind: 'asking' } });
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      try {
        const cities = withoutGuests([...(await fetchCities(signal)), ...(await listKept())]);
        changeOpening(store, { cities, step: { kind: 'choosing' }, silentSince: undefined });
        return cities;
      } catch (error) {
        signal.throwIfAborted();
        const nextTry = instant(Date.now() + waitMs);
        changeOpening(store, { step: { kind: 'failed', reason: sentence(error), nextTry } });
        await wait(waitMs, signal);
      }
    }
  }

  async function open(id: string, view: SharedView | undefined, signal: AbortSignal) {
    close();
    changeOpening(store, { step: { kind: 'loading', id } });
    const entry = store.getState().opening.cities.find((city) => city.id === id);
    if (!entry) {
      changeOpening(store, { step: { kind: 'choosing' } });
      return notify(store, {
        id: 'city-missing',
        tone: 'warning',
        text: messages.cityMissing(id),
      });
    }
    try {
      const manifest = entry.manifest ?? (await fetchManifest(entry.url, signal));
      const guests = await listGuests(id).catch(() => []);
      signal.throwIfAborted();
      const look = { ...initialCamera, flight: { to: homeView(manifest), durationS: 0 } };
      const shared = view && fromSharedView(view, features);
      store.setState((state) => ({
        camera: look,
        ...shared,
        features: { ...state.features, ...shared?.features },
        city: { manifest, baseUrl: new URL('.', entry.url).href },
        guests,
      }));
      const available = features.filter((feature) => feature.isAvailable(manifest));
      sessions = startSessions(available, { store, frames }, reportSessionError);
      changeOpening(store, { step: { kind: 'open' } });
    } catch (error) {
      signal.throwIfAborted();
      changeOpening(store, { step: { kind: 'choosing' } });
      return notify(store, {
        id: 'city-unreadable',
        tone: 'error',
        text: messages.cityUnreadable(entry.name),
        details: sentence(error),
      });
    }
    if (view && view.selection.length > 0) await reselect(view, sessions, signal);
  }

  async function turnTo(view: SharedView, signal: AbortSignal) {
    const { opening, city } = store.getState();
    const isOpen = opening.step.kind === 'open' && city?.manifest.id === view.city;
    if (!isOpen || !sessions) return open(view.city, view, signal);
    store.setState((state) => ({ ...takeSharedView(state, view, features), selection: [] }));
    await reselect(view, sessions, signal);
  }

  async function reselect(view: SharedView, { started, running }: Sessions, signal: AbortSignal) {
    await started;
    const { city, selection } = store.getState();
    if (!city || selection.length > 0) return;
    const found = await findSharedSelection(view, city.manifest.build, running(), signal);
    signal.throwIfAborted();
    store.setState({ selection: found });
    const lost = view.selection.length - found.length;
    if (lost > 0) {
      notify(store, { id: 'selection-lost', tone: 'info', text: messages.selectionLost(lost) });
    }
  }

  function leave(): void {
    begin();
    close();
    changeOpening(store, { step: { kind: 'choosing' } });
  }

  function reportSessionError(feature: Feature, error: unknown): void {
    reportProblem(store, {
      path: feature.id,
      code: 'session',
      text: messages.sessionFailed(sentence(error)),
      since: instant(Date.now()),
    });
  }

  function sayLinkFailure(reason: Exclude<LinkFailure, 'none'>): void {
    const text = reason === 'newer' ? messages.linkNewer : messages.linkUnreadable;
    notify(store, { id: 'link', tone: 'warning', text });
  }

  return {
    ask: ({ hash, id, lastId }) =>
      untilAborted(async (signal) => {
        const link = parseHash(hash);
        if (!link.ok && link.reason !== 'none') sayLinkFailure(link.reason);
        const cities = await askUntilAnswered(signal);
        const places = cities.filter((entry) => !isDroppedModel(entry));
        const [single, second] = places.length > 0 ? places : cities;
        const only = second ? undefined : single?.id;
        const last = cities.some((city) => city.id === lastId) ? lastId : undefined;
        const meant = (link.ok ? link.value.city : id) ?? only ?? last;
        if (meant) await open(meant, link.ok ? link.value : undefined, signal);
      }, begin()),
    show: (city) => {
      const others = store.getState().opening.cities.filter(({ id }) => id !== city.id);
      changeOpening(store, { cities: [...others, city] });
      return untilAborted((signal) => open(city.id, undefined, signal), begin());
    },
    unlist(id) {
      const { city, opening } = store.getState();
      if (city?.manifest.id === id) leave();
      changeOpening(store, { cities: opening.cities.filter((one) => one.id !== id) });
    },
    open: (id, view) => untilAborted((signal) => open(id, view, signal), begin()),
    openLink: (hash) =>
      untilAborted(async (signal) => {
        const link = parseHash(hash);
        if (link.ok) await turnTo(link.value, signal);
        else if (link.reason !== 'none') sayLinkFailure(link.reason);
      }, begin()),
    leave,
    running: () => sessions?.running() ?? [],
    dispose() {
      attempt.abort();
      close();
    },
  };
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Runs `work` and lets it end silently when a later wish took its place. */
async function untilAborted(
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await work(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

/** A guest is seen in its city; only where that is gone, it is a city of its own, to be opened or removed. */
function withoutGuests(cities: readonly CityEntry[]): readonly CityEntry[] {
  const ids = new Set(cities.map(({ id }) => id));
  return cities.filter(({ guestOf }) => guestOf === undefined || !ids.has(guestOf));
}
