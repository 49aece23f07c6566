// What grows on each kind of the map's ground and how dry it is in the air of a fire: fine dead fuel by air, season and
// hour, living grass by the month, lawns by the drought code. Fractions of oven-dry mass.

import type { FireScenario } from '#features/fire/contract.ts';
import { CURED_DC, GREEN_DC } from '#features/fire/kernel/drought.ts';
import { fuelModelOf } from '#features/fire/kernel/wildland-fuels.ts';
import type { GroundFuel, VegetationState } from '#simulation/fire/urban/ground-fuels.ts';
import { firebrandIgnition, fuelTemperatureC } from '#simulation/fire/wildland/ignition.ts';
import { type CoverKind, coverKinds } from '#simulation/flood/ground/roughness.ts';
import { moistureOf } from '../../fire-wildland/moisture.ts';

/** Mown: parks, and gardens between houses. */
const lawns: ReadonlySet<CoverKind> = new Set(['grass', 'residential']);
/** GR1, short grass. */
const LAWN_MODEL = 101;
/** Woods of broad leaves hold the wind off; fire doesn't run in their crowns. */
const broadleaved = { cover: 0.7, heightM: 18, crownRatio: 0.5 };
const BROADLEAVED_MODEL = 186;

const GREEN = 1.2;
const CURED = 0.3;

/** Of a lawn or other short grass that nobody waters; green where nothing is known of the drought. */
export const grassMoisture = (droughtCode = 0): number => {
  const dried = Math.min(1, Math.max(0, (droughtCode - GREEN_DC) / (CURED_DC - GREEN_DC)));
  return (1 - dried) * GREEN + dried * CURED;
};

export function vegetationOf(
  { air, startMs }: Pick<FireScenario, 'air' | 'startMs'>,
  place: readonly [longitudeDeg: number, latitudeDeg: number],
): VegetationState {
  const { temperatureC, humidity, cloud, droughtCode } = air;
  const request = { temperatureC, humidity, startMs, curing: 'season' as const };
  const { moisture, month } = moistureOf(request, place);
  const lawn = grassMoisture(droughtCode);
  const fuels = coverKinds.map((kind): GroundFuel | undefined => {
    const isLawn = lawns.has(kind);
    const model = isLawn ? LAWN_MODEL : fuelModelOf(kind, month);
    if (model === 0) return undefined;
    // Fields are cut or ripe by the month; what grows wild is no greener than the drought leaves it.
    const liveHerb = isLawn ? lawn : Math.min(moisture.liveHerb, lawn);
    return {
      ...{ model, moisture: { ...moisture, liveHerb } },
      ...(model === BROADLEAVED_MODEL && { canopy: broadleaved }),
    };
  });
  const fuelC = fuelTemperatureC(temperatureC, cloud);
  return { fuels, brandIgnition: firebrandIgnition(fuelC, moisture.h1) };
}
