// The fire that is taken along, at the moment that is shown, with what other rooms know of it.

import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import {
  type CoverFrame,
  type Dispatch,
  FIRE_COVER,
  FIRE_DISPATCH,
  FIRE_HYDRANTS,
  type WaterAtBuilding,
} from '../../contract/response.ts';
import {
  type BurningPlaces,
  FIRE_PLACES,
  type FireMoment,
  type FireSpread,
} from '../../contract/spread.ts';
import { type FireScenario, type HazardZones, zonesOf } from '../../contract.ts';
import { useEvacuated, useShownHazards } from '../evacuation/use-evacuation.ts';
import { useFireMoment, useFireTimeS, useShownFire, useSpread } from '../use-fire.ts';

export interface Exported {
  readonly fire: FireScenario;
  readonly timeS: number;
  readonly city: string;
  readonly spread: FireSpread;
  readonly places: BurningPlaces | undefined;
  readonly moment: FireMoment | undefined;
  /** Of fire, smoke, releases and explosions. */
  readonly hazards: readonly HazardZones[];
  readonly evacuationZone: HazardZones | undefined;
  readonly evacuation: EvacuationResult | undefined;
  readonly dispatch: Dispatch | undefined;
  readonly water: WaterAtBuilding | undefined;
  readonly cover: CoverFrame | undefined;
}

/** Undefined before the fire's first result. */
export function useExported(): Exported | undefined {
  const fire = useShownFire();
  const timeS = useFireTimeS();
  const spread = useSpread();
  const city = useAppState((state) => state.city?.manifest.name ?? '');
  const places = useFrame<BurningPlaces>(FIRE_PLACES);
  const moment = useFireMoment();
  const hazards = useShownHazards();
  const evacuationZone = useFrame<HazardZones>(zonesOf('evacuation'));
  const evacuation = useEvacuated();
  const dispatch = useFrame<Dispatch>(FIRE_DISPATCH);
  const water = useFrame<WaterAtBuilding>(FIRE_HYDRANTS);
  const cover = useFrame<CoverFrame>(FIRE_COVER);
  if (!fire || !spread) return undefined;
  return {
    ...{ fire, timeS, city, spread, moment, hazards, evacuationZone, evacuation },
    ...{ dispatch, water, cover },
    places: places?.scenario === fire.id ? places : undefined,
  };
}
