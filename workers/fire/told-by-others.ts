// What other rooms say of the city's buildings as inputs of the risk model: engines on their way, water, spread.

import type { RiskBuildings } from '#simulation/fire/risk/factors.ts';
import type { RiskNews } from './protocol.ts';
import type { RiskCity } from './risk-city.ts';

type Told = Pick<RiskBuildings, 'firstEngineS' | 'waterShortfallShare' | 'secondaryIgnitions'>;

export function toCityInputs(
  { town }: Pick<RiskCity, 'town'>,
  { firstEngineS, waterShortfall, secondaryIgnitions }: RiskNews,
): Partial<Told> {
  const inOrder = (values: Float32Array) =>
    Float32Array.from(town.index, (at) => values[at] ?? Number.NaN);
  return {
    ...(firstEngineS && { firstEngineS: inOrder(firstEngineS) }),
    ...(waterShortfall && { waterShortfallShare: inOrder(waterShortfall) }),
    ...(secondaryIgnitions && { secondaryIgnitions: inOrder(secondaryIgnitions) }),
  };
}
