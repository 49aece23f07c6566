// What the evacuation's screens read: the order, its result, the danger zones that are shown, spans in words.

import { useMemo } from 'react';
import { spanText } from '#model/span.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber } from '#ui';
import {
  EVACUATION_SHELTERS,
  EVACUATION_WITHOUT,
  type EvacuationResult,
  type EvacuationShelter,
  FIRE_EVACUATION,
} from '../../contract/evacuation.ts';
import { type HazardZones, zonesOf } from '../../contract.ts';
import { type ShownHazards, takenOf } from '../../state/evacuate.ts';
import type { EvacuationState, TakenHazard } from '../../state/evacuation.ts';
import { selectFire } from '../../state.ts';
import { useLanguage } from '../use-fire.ts';

export const useEvacuation = (): EvacuationState =>
  useAppState((state) => selectFire(state).evacuation);

/** Of the order that stands; undefined before its first result. */
export function useEvacuated(): EvacuationResult | undefined {
  const result = useFrame<EvacuationResult>(FIRE_EVACUATION);
  const { request } = useEvacuation();
  return request && result?.request === request.id ? result : undefined;
}

export function useWithoutContraflow(): EvacuationResult | undefined {
  const result = useFrame<EvacuationResult>(EVACUATION_WITHOUT);
  const { request } = useEvacuation();
  return request && result?.request === request.id ? result : undefined;
}

export const useShelters = (): readonly EvacuationShelter[] | undefined =>
  useFrame<readonly EvacuationShelter[]>(EVACUATION_SHELTERS);

/** Danger zones of the shown fire, its smoke, and releases, with who publishes each. */
export function useShownHazards(): readonly ShownHazards[] {
  const spread = useFrame<HazardZones>(zonesOf('spread'));
  const smoke = useFrame<HazardZones>(zonesOf('smoke'));
  const release = useFrame<HazardZones>(zonesOf('release'));
  const blast = useFrame<HazardZones>(zonesOf('blast'));
  return useMemo(
    () => [
      ...(spread ? [{ ...spread, owner: 'spread' } as const] : []),
      ...(smoke ? [{ ...smoke, owner: 'smoke' } as const] : []),
      ...(release ? [{ ...release, owner: 'release' } as const] : []),
      ...(blast ? [{ ...blast, owner: 'blast' } as const] : []),
    ],
    [spread, smoke, release, blast],
  );
}

/** What a commander leaves without further thought: fire, and what harms for good; else whatever is shown. */
export function usualHazards(shown: readonly ShownHazards[]): readonly TakenHazard[] {
  const grave = shown.flatMap((one) =>
    takenOf({
      ...one,
      zones: one.zones.filter(({ tier }) => one.owner === 'spread' || tier >= 2),
    }),
  );
  return grave.length > 0 ? grave : shown.flatMap(takenOf);
}

/** `52 min`, `1 h 12 min`; a dash for never. */
export function useSpan(): (seconds: number) => string {
  const say = useText();
  return (seconds) => {
    if (!Number.isFinite(seconds)) return '–';
    return say(spanText(Math.ceil(seconds / 60) * 60));
  };
}

/** People as they are told: whole. */
export function usePeople(): (people: number) => string {
  const language = useLanguage();
  return (people) => formatNumber(Math.round(people), language, { decimals: 0 });
}
