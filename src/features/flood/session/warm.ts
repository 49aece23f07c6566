// Makes ready what a flood needs while a person chooses or draws it: the ground of the presets, likeliest first, or of what
// is drawn so far. Nothing while a run computes: the machine is for that.

import { watch } from '#store/watch.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import type { FloodScenario } from '../contract.ts';
import { drawnScenario } from '../state/finish-drawing.ts';
import { presetsOf } from '../state/presets.ts';
import { type FloodState, selectFlood } from '../state.ts';
import type { FloodParts } from './world.ts';

export function warmUp(line: FloodLine, { store }: Pick<FloodParts, 'store'>): () => void {
  const life = new AbortController();
  /** Ids of presets that are ready. */
  const ready = new Set<string>();
  let isWarming = false;

  async function follow(): Promise<void> {
    if (isWarming) return;
    isWarming = true;
    try {
      for (let next = nextOf(); next && !life.signal.aborted; next = nextOf()) {
        ready.add(next.key);
        await line.call('warm', { scenario: next.scenario }, { signal: life.signal });
      }
    } catch {
      // A worker that died is warm again when it is back; what can't be read is told by the run that needs it.
    }
    isWarming = false;
  }

  function nextOf(): { readonly key: string; readonly scenario: FloodScenario } | undefined {
    const state = store.getState();
    const flood = selectFlood(state);
    if (isComputing(flood)) return undefined;
    const drawn = flood.drawing && drawnScenario(state);
    if (drawn) {
      const key = `${flood.drawing?.part} ${JSON.stringify(flood.drawing?.points)}`;
      return ready.has(key) ? undefined : { key, scenario: drawn };
    }
    if (!flood.isChoosing || !flood.waters) return undefined;
    const preset = presetsOf(flood.waters).find(({ id }) => !ready.has(id));
    const scenario = preset?.make(state);
    return preset && scenario && { key: preset.id, scenario };
  }

  const unwatch = watch(
    store,
    (state) => {
      const flood = selectFlood(state);
      return [flood.isChoosing, flood.waters, flood.drawing, isComputing(flood)];
    },
    () => void follow(),
  );
  void follow();
  return () => {
    life.abort();
    unwatch();
  };
}

export const isComputing = ({ runs, status }: FloodState): boolean =>
  runs.some(({ id, wanted }) => {
    const phase = status[id]?.phase;
    return wanted === 'go' && phase !== 'done' && phase !== 'failed';
  });
