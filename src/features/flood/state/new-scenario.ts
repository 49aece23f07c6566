// A scenario as it begins: what is asked, and everything else as is usual.

import { presentOf } from '#store/clock.ts';
import { newId } from '#store/new-id.ts';
import type { AppState } from '#store/store.ts';
import type { FloodScenario, HazardKind } from '../contract.ts';
import { boundsFor } from '../kernel/bounds.ts';
import { isStructure, placesOf, type ScenarioPart } from './parts.ts';

const HOUR_S = 3600;
const hours: Readonly<Record<HazardKind, number>> = {
  breach: 6,
  river: 12,
  surge: 15,
  rain: 3,
  'dam-break': 3,
  burst: 4,
};

/** England's national map takes 12 mm/h off a storm: what usual sewers carry away. */
const SEWERS_MM_H = 12;

/** Starts now, lies around its parts, with cells as fine as the machine takes at once. */
export function newScenario(
  state: AppState,
  hazard: HazardKind,
  name: string,
  parts: readonly ScenarioPart[],
): FloodScenario | undefined {
  const manifest = state.city?.manifest;
  if (!manifest) return undefined;
  return {
    ...{ id: newId(), name, hazard },
    startMs: Math.round(presentOf(state.clock, Date.now())),
    durationS: hours[hazard] * HOUR_S,
    ...boundsFor(parts.flatMap(placesOf), hazard, manifest),
    ...{ scheme: 'auto', backend: 'auto' },
    sources: parts.flatMap((part) => (isStructure(part) ? [] : [part])),
    structures: parts.filter(isStructure),
    ...{ buildings: 'walls', sillM: 0.3 },
    ground: hazard === 'rain' ? { kind: 'constant', rateMmH: SEWERS_MM_H } : { kind: 'none' },
    ...{ hasSewers: false, roughnessFactor: 1 },
  };
}
