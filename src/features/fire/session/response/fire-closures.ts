// Streets that the shown fire closes to engines: where a burning front is too hot to pass, and the innermost zones of
// releases and blasts. Its own burning ground and smoke are what engines come for. Looked for when what burns changes.

import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { FIRE_MOMENT, type FireMoment } from '../../contract/spread.ts';
import { type HazardZones, zonesOf } from '../../contract.ts';
import { shownFireOf } from '../../state/clock.ts';
import { responseMessages } from './messages.ts';
import type { ResponseParts } from './parts.ts';

const LOOK_MS = 1000;
const CHANNEL = roadClosuresOf('fire');
const owners = ['release', 'blast'] as const satisfies readonly Parameters<typeof zonesOf>[0][];
const channels: ReadonlySet<string> = new Set([FIRE_MOMENT, ...owners.map(zonesOf)]);

export function publishFireClosures(parts: ResponseParts): () => void {
  const { store, frames, worker, signal } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let told = '';

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isAsking) later();
      else void look();
    }, LOOK_MS);
  }

  async function look(): Promise<void> {
    isAsking = true;
    try {
      const moment = frames.peek<FireMoment>(FIRE_MOMENT);
      const zones = owners
        .flatMap((owner) => frames.peek<HazardZones>(zonesOf(owner))?.zones ?? [])
        .filter(({ tier }) => tier === 3)
        .map(({ rings }) => rings);
      const fire = shownFireOf(store.getState());
      const burning = fire && moment?.scenario === fire.id ? moment.burning : new Uint32Array();
      const heatKW = burning === moment?.burning ? moment.heatKW : new Float32Array();
      const isCalm = burning.length === 0 && zones.length === 0;
      const { streets } = isCalm
        ? { streets: [] }
        : await worker.call('blocked', { burning, heatKW, zones }, { signal });
      publish(streets, fire?.name ?? '');
    } catch {
      // The next look tells, from this worker or the next.
    } finally {
      isAsking = false;
    }
  }

  function publish(streets: readonly string[], name: string): void {
    const key = [name, ...streets].join(' ');
    if (key === told || signal.aborted) return;
    told = key;
    const { language } = store.getState().preferences;
    const closures: RoadClosures = {
      source: 'fire',
      name: responseMessages.fireName(name)[language],
      isSimulated: true,
      // What is closed is looked for at each moment anew: the windows are those of the moment.
      streets: streets.map((id) => ({ id, to: 'engines', fromMs: Number.NEGATIVE_INFINITY })),
    };
    frames.publish(CHANNEL, streets.length === 0 ? undefined : closures);
  }

  const stop = frames.subscribe((channel) => channels.has(channel) && later());
  later();
  return () => {
    clearTimeout(timer);
    stop();
    frames.publish(CHANNEL, undefined);
  };
}
