// What the screens of engines and water read.

import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { formatQuantity, useKit } from '#ui';
import type { FireResponseLine } from '#workers/fire-response/client.ts';
import {
  type CoverFrame,
  type Dispatch,
  FIRE_COVER,
  FIRE_DISPATCH,
  FIRE_HYDRANTS,
  RESPONSE_LINE,
  RESPONSE_STATUS,
  type ResponseStatus,
  type WaterAtBuilding,
} from '../../contract/response.ts';
import { targetOf } from '../../state/change-response.ts';

export const useResponseLine = () => useFrame<FireResponseLine>(RESPONSE_LINE);
export const useResponseStatus = () => useFrame<ResponseStatus>(RESPONSE_STATUS);
export const useCover = () => useFrame<CoverFrame>(FIRE_COVER);
export const useTarget = () => useAppState(targetOf);

/** Of the building that is aimed at; another's is none. */
export function useDispatch(): Dispatch | undefined {
  const dispatch = useFrame<Dispatch>(FIRE_DISPATCH);
  const target = useTarget();
  return dispatch && dispatch.building.id === target?.id ? dispatch : undefined;
}

export function useWater(): WaterAtBuilding | undefined {
  const water = useFrame<WaterAtBuilding>(FIRE_HYDRANTS);
  const target = useTarget();
  return water && water.building.id === target?.id ? water : undefined;
}

export function useUnits() {
  const { language } = useKit();
  return {
    flow: (m3s: number) =>
      Number.isNaN(m3s) ? '–' : formatQuantity(m3s * 1000, 'L/s', language, { decimals: 1 }),
    metres: (m: number) => formatQuantity(m, 'm', language, { decimals: 0 }),
    kilometres: (m: number) => formatQuantity(m / 1000, 'km', language, { decimals: 1 }),
    bar: (pa: number) =>
      Number.isNaN(pa) ? '–' : formatQuantity(pa / 1e5, 'bar', language, { decimals: 1 }),
  };
}
