// What was computed as maps with fixed classes, rows southwards.

import {
  intensityLimits,
  type WildlandFrame,
  type WildlandMap,
} from '#features/fire/contract/wildland.ts';
import { fuelPlaceOf, wildlandFuels } from '#features/fire/kernel/wildland-fuels.ts';
import type { Text } from '#model/text.ts';
import type { LandFire, Landscape } from '#simulation/fire/wildland/landscape.ts';
import type { WildLand } from './land.ts';

/** What of a request is kept to be looked at. */
export interface Burnt {
  readonly of: string;
  readonly land: Landscape;
  readonly fire: LandFire;
  /** s; undefined where nothing was lit. */
  readonly arrivalS: Float32Array | undefined;
}

const model: Text = {
  en: 'Rothermel 1972 with standard fuel models, minimum travel time; screening, not for life-safety decisions. It runs too fast in most shrubs; one line is one of many.',
  zh: 'Rothermel 1972 标准可燃物模型与最短到达时间；仅供筛查，不用于生命安全决策。灌木中多偏快，单条火线只是多种可能之一。',
};
const chanceModel: Text = {
  en: 'Share of fires that begin anywhere in burnable ground and come here, in winds around the present one; Rothermel 1972, minimum travel time; screening, not for life-safety decisions.',
  zh: '任意可燃处起火、风向风速围绕当前值时蔓延至此的比例；Rothermel 1972、最短到达时间；仅供筛查，不用于生命安全决策。',
};

const scales: Readonly<
  Record<WildlandMap, { readonly unit: string; readonly limits: readonly number[] }>
> = {
  arrival: { unit: 'min', limits: [15, 30, 60, 120, 240, 360] },
  'flame-length': { unit: 'm', limits: [0.5, 1.2, 2.5, 3.5, 6] },
  'spread-rate': { unit: 'm/min', limits: [0.5, 2, 5, 10, 20] },
  'burn-probability': { unit: '1', limits: [0.002, 0.01, 0.02, 0.05, 0.1] },
  potential: { unit: '', limits: [0.5, 1.5, 2.5, 3.5, 4.5] },
  fuel: { unit: '', limits: wildlandFuels.slice(1).map((_, at) => at + 0.5) },
};

export function toFrame(
  { size, corners }: Pick<WildLand, 'size' | 'corners'>,
  map: WildlandMap,
  of: string,
  values: Float32Array,
): WildlandFrame {
  return {
    ...{ of, map, columns: size.width, rows: size.height, corners, values, ...scales[map] },
    model: map === 'burn-probability' ? chanceModel : model,
  };
}

/** Undefined where nothing was lit. */
export function valuesOf(
  map: Exclude<WildlandMap, 'burn-probability'>,
  { land, fire, arrivalS }: Burnt,
): Float32Array | undefined {
  switch (map) {
    case 'arrival':
      return arrivalS?.map((time) => (time < Infinity ? time / 60 : Number.NaN));
    case 'flame-length':
      return fire.flameM.slice();
    case 'spread-rate':
      return fire.rateMs.map((rate) => rate * 60);
    case 'potential':
      return fire.intensityKWM.map((one) => (Number.isNaN(one) ? Number.NaN : rankOf(one)));
    case 'fuel':
      return Float32Array.from(land.fuel, (number) => {
        const place = fuelPlaceOf(number);
        return place < 0 ? Number.NaN : place;
      });
  }
}

export const rankOf = (intensityKWM: number): number =>
  intensityLimits.filter((limit) => intensityKWM >= limit).length;
