import type { AirQuantity } from '../contract/smoke.ts';
import type { WildlandMap } from '../contract/wildland.ts';

/** What the buildings' colours say: their risk, what burns when, how likely they burn, when the first engine comes. */
export const buildingColourings = [
  'risk-class',
  'risk-percentile',
  'burning',
  'arrival',
  'difference',
  'probability',
  'first-engine',
  'full-alarm',
  'none',
] as const;
export type BuildingColouring = (typeof buildingColourings)[number];

export interface FireLook {
  /** `auto`: what burns while a scenario is shown, else the risk while its tool is open: nobody's city turns red by itself. */
  readonly buildings: 'auto' | BuildingColouring;
  readonly air: AirQuantity | 'none';
  /** Emission factors scatter more than their mean. */
  readonly band: 'low' | 'middle' | 'high';
  readonly showsPlume: boolean;
  readonly showsFlames: boolean;
  readonly showsZones: boolean;
  readonly showsRoutes: boolean;
  readonly showsHydrants: boolean;
  readonly wildland: WildlandMap | 'none';
}

export const initialLook: FireLook = {
  buildings: 'auto',
  air: 'particles',
  band: 'middle',
  showsPlume: true,
  showsFlames: true,
  showsZones: true,
  showsRoutes: true,
  showsHydrants: true,
  wildland: 'none',
};
