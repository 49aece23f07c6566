// From a dropped IFC file to a building model in the open city, or where none is open, to a city of its own.
// Converted in a worker that is thrown away afterwards, kept in this browser.

import { type BimModel, toModelPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { fromDegrees } from '#model/units.ts';
import { homeView } from '#scene/camera-pose.ts';
import type { FirstLookFrame } from '#scene/first-look.ts';
import { flyTo } from '#store/camera.ts';
import { changeDropping, type Found, type ModelStage } from '#store/dropping.ts';
import { type Guest, welcomeGuest } from '#store/guests.ts';
import type { CityEntry } from '#store/opening.ts';
import type { AppStore, OpenCity } from '#store/store.ts';
import type { IfcStep, IfcWorker, startIfcWorker } from '#workers/ifc/client.ts';
import { GUEST_OF, toEntry, toGuestNote } from './entries.ts';
import { type GroundInSight, groundOf, spotFor } from './model-spot.ts';
import { toCityName, toDroppedId } from './names.ts';

export interface ModelImporter {
  /** Starts a worker and its engine for a file that is about to come. */
  prepare(): void;
  /** Throws what the conversion throws, and the signal's reason. */
  take(file: File, signal: AbortSignal): Promise<void>;
}

interface Parts {
  readonly store: AppStore;
  readonly startWorker: typeof startIfcWorker;
  /** Stores the package's files and answers the address of its manifest. */
  readonly keep: (
    id: string,
    files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  ) => Promise<string>;
  /** Opens it as a city. */
  readonly open: (city: CityEntry) => Promise<void>;
  readonly showLook: (frame: FirstLookFrame) => void;
  /** The globe, once it stands. */
  readonly ground: () => GroundInSight | undefined;
}

/** A worker that was prepared for nothing is ended after so long, ms. */
const PREPARED_MS = 60_000;

type Timer = ReturnType<typeof setTimeout>;
type Made = Extract<IfcStep, { kind: 'model' }>;

/** A model that is farther from the city is not flown to: most likely it stands wrong. */
export const FAR_M = 50_000;
const EARTH_M = 6_371_000;

export function createModelImporter(parts: Parts): ModelImporter {
  const { store, startWorker, keep, open, showLook, ground } = parts;

  let prepared: { readonly worker: IfcWorker; readonly timer: Timer } | undefined;

  function dismissPrepared(): void {
    clearTimeout(prepared?.timer);
    prepared?.worker.close();
    prepared = undefined;
  }

  /** The prepared worker, where there is one; it is the caller's to end. */
  function takeWorker(): IfcWorker {
    const worker = prepared?.worker ?? startWorker();
    clearTimeout(prepared?.timer);
    prepared = undefined;
    return worker;
  }

  async function convert(file: File, id: string, signal: AbortSignal): Promise<Made> {
    const { city } = store.getState();
    const worker = takeWorker();
    try {
      const [buffer, fallback] = await Promise.all([
        file.arrayBuffer(),
        city && spotFor(city, store.getState().camera, ground()),
      ]);
      const bytes = new Uint8Array(buffer);
      const request = {
        file: { name: file.name, bytes },
        ...{ id, name: toCityName(file.name) },
        cityCrs: city?.manifest.crs.horizontal,
        fallback,
        hasGround: city !== undefined,
      };
      const transfer = [bytes.buffer];
      for await (const step of worker.stream('convert', request, { signal, transfer, credit: 8 })) {
        signal.throwIfAborted();
        if (step.kind === 'model') return step;
        if (step.kind === 'ground') {
          const heightM = city && (await groundOf(city, step, ground()));
          await worker.call('ground', { heightM }, { signal });
        } else if (step.kind === 'look') {
          const matrix = toModelMatrix(toModelPlacement(step.placement));
          if (city) showLook({ look: { glb: step.glb, matrix } });
        } else {
          const share = step.total === 0 ? 1 : step.done / step.total;
          tell(file.name, step.stage, share);
        }
      }
      throw new Error('The import ended without a model.');
    } finally {
      worker.close();
    }
  }

  function tell(name: string, stage: ModelStage, share: number): void {
    const kind = store.getState().city ? 'joining' : 'converting';
    changeDropping(store, { kind, name, stage, share });
  }

  async function join(id: string, { manifest, files }: Made, city: OpenCity): Promise<void> {
    const note = [GUEST_OF, toGuestNote(city.manifest.id)] as const;
    const url = await keep(id, withManifest(manifest, [...files, note]));
    const { href } = new URL('.', new URL(url, location.href));
    const guest: Guest = { id, manifest, baseUrl: href };
    if (store.getState().city === city) welcomeGuest(store, guest);
  }

  return {
    prepare() {
      if (prepared) return;
      const worker = startWorker();
      prepared = { worker, timer: setTimeout(dismissPrepared, PREPARED_MS) };
      // If it can't be, the file that comes says so.
      worker.call('prepare', {}).catch(() => undefined);
    },
    async take(file, signal) {
      const id = toDroppedId(file.name);
      const { city } = store.getState();
      tell(file.name, 'opening', 0);
      try {
        const made = await convert(file, id, signal);
        tell(file.name, 'keeping', 0);
        if (city) await join(id, made, city);
        else {
          await open(
            toEntry(made.manifest, await keep(id, withManifest(made.manifest, made.files))),
          );
        }
        signal.throwIfAborted();
        const found = toFound(made, city);
        if (city && found.awayM < FAR_M) flyTo(store, homeView(made.manifest));
        changeDropping(store, { kind: 'joined', id, name: made.manifest.name, found });
      } finally {
        showLook({ look: undefined });
      }
    },
  };
}

/** The manifest comes last, so that half a package is never found. */
function withManifest(manifest: CityManifest, files: Made['files']) {
  const text = new TextEncoder().encode(JSON.stringify(manifest));
  return new Map([...files, ['city.json', text] as const]);
}

function toFound({ model, manifest }: Made, city: OpenCity | undefined): Found {
  const { count, storeys, report, georeferencing }: BimModel = model;
  return {
    elements: count,
    storeys: storeys.length,
    products: report.products,
    meshes: report.meshes,
    verdict: georeferencing.verdict,
    placement: georeferencing.readings[0]!.placement,
    awayM: city ? distanceM(manifest.boundsDeg, city.manifest.boundsDeg) : 0,
  };
}

type Bounds = CityManifest['boundsDeg'];

/** Between the middles of two boxes, along the ground. */
function distanceM(a: Bounds, b: Bounds): number {
  const middle = ([west, south, east, north]: Bounds) =>
    [fromDegrees((west + east) / 2), fromDegrees((south + north) / 2)] as const;
  const [[fromLon, fromLat], [toLon, toLat]] = [middle(a), middle(b)];
  const haversine =
    Math.sin((toLat - fromLat) / 2) ** 2 +
    Math.cos(fromLat) * Math.cos(toLat) * Math.sin((toLon - fromLon) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
