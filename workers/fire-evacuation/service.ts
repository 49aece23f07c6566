// Answers the protocol: one city at a time, one evacuation after another.

import type { EvacuationResult } from '#features/fire/contract/evacuation.ts';
import type { HazardZone } from '#features/fire/contract.ts';
import { zoneOf } from '#features/fire/kernel/evacuation/zone-of.ts';
import type { Service } from '../port.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import { evacuateZone, type Step } from './evacuate-zone.ts';
import type { EvacuationNews, EvacuationProtocol } from './protocol.ts';
import { type EvacuationTown, placeOf, readTown } from './town.ts';

interface World {
  readonly read: ReadBytes;
  /** ms, for what it took. */
  readonly now: () => number;
}

type Wish = EvacuationProtocol['streams']['evacuate']['params'];

export function createEvacuationService({ read, now }: World): Service<EvacuationProtocol> {
  let city: { readonly build: string; readonly town: Promise<EvacuationTown> } | undefined;

  function open(files: TownFiles): Promise<EvacuationTown> {
    if (city?.build === files.build) return city.town;
    const town = readTown(read, files);
    city = { build: files.build, town };
    // What could not be read is read again when it is asked for again.
    town.catch(() => {
      if (city?.town === town) city = undefined;
    });
    return town;
  }

  function townNow(): Promise<EvacuationTown> {
    if (!city) throw new Error('No city is open for evacuations.');
    return city.town;
  }

  async function* evacuate(wish: Wish, signal: AbortSignal): AsyncGenerator<EvacuationNews> {
    const opened = townNow();
    yield { kind: 'progress', step: 'reading', share: 0 };
    const town = await opened;
    const { request, closed, isCompared } = wish;
    const startMs = now();
    const zone = zoneOf(request.hazards, request.marginM);
    const hasOther = isCompared && request.contraflow.length > 0;
    const result = yield* stepwise(town, wish, zone, signal, hasOther ? 0.5 : 1);
    const elapsedMs = now() - startMs;
    const without = hasOther
      ? yield* stepwise(
          town,
          { request: { ...request, contraflow: [] }, closed, isCompared },
          zone,
          signal,
          0.5,
          0.5,
        )
      : undefined;
    yield {
      kind: 'result',
      result: { ...result, elapsedMs },
      without: without && { ...without, elapsedMs: now() - startMs - elapsedMs },
      zone: hazardZoneOf(town, wish, result),
    };
  }

  return {
    calls: {
      open: async ({ city: files }) => placeOf(await open(files)),
      words: async ({ index }) => wordsOf(await townNow(), index),
    },
    streams: { evacuate: (wish, { signal }) => evacuate(wish, signal) },
  };
}

/** Lets messages come in between two steps, so that it can be stopped. */
async function* stepwise(
  town: EvacuationTown,
  { request, closed }: Wish,
  zone: EvacuationResult['zone'],
  signal: AbortSignal,
  part: number,
  before = 0,
): AsyncGenerator<EvacuationNews, EvacuationResult> {
  const steps: Generator<Step, EvacuationResult> = evacuateZone(town, request, zone, closed);
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    yield {
      kind: 'progress',
      step: before > 0 ? 'comparing' : step.value.step,
      share: before + part * step.value.share,
    };
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function wordsOf(
  { inside: { buildings } }: EvacuationTown,
  index: Uint32Array,
): EvacuationProtocol['calls']['words']['result'] {
  const rowOf = new Map(Array.from(buildings?.index ?? [], (at, row) => [at, row]));
  const pick = (all: readonly string[] | undefined) =>
    Array.from(index, (at) => all?.[rowOf.get(at) ?? -1] ?? '');
  return {
    ids: pick(buildings?.ids),
    names: pick(buildings?.names),
    addresses: pick(buildings?.addresses),
  };
}

function hazardZoneOf(
  { inside }: EvacuationTown,
  { request }: Wish,
  { zone }: EvacuationResult,
): HazardZone {
  return {
    ...{ id: request.id, kind: 'evacuation', tier: 2 },
    label: {
      en: `Evacuation zone, hazard + ${request.marginM} m`,
      zh: `疏散区，危险区外扩 ${request.marginM} 米`,
    },
    rings: zone,
    ...inside.inside(zone),
  };
}
