// What other rooms say of the city's buildings as inputs of the risk model: engines on their way, water, spread.

import type { RiskBuildings } from '#simulation/fire/risk/factors.ts';
import type { RiskNews } from './protocol.ts';
import type { RiskCity } from './risk-city.ts';

type Told = Pick<RiskBuildings, 'firstEngineS' | 'waterShortfallShare' | 'secondaryIgnitions'>;

export function toCityInputs(
  { town, inputs }: RiskCity,
  { firstEngineS, waterShortfall, secondaryIgnitions }: RiskNews,
): Partial<Told> {
  const inOrder = (values: Float32Array) =>
    Float32Array.from(town.index, (at) => values[at] ?? Number.NaN);
  const places = (known: Float32Array, rows: readonly (readonly [id: string, value: number])[]) => {
    const values = known.slice();
    for (const [id, value] of rows) {
      const building = town.byId.get(id);
      if (building !== undefined) values[building] = value;
    }
    return values;
  };
  return {
    ...(firstEngineS && { firstEngineS: inOrder(firstEngineS) }),
    ...(waterShortfall && { waterShortfallShare: inOrder(waterShortfall) }),
    ...(secondaryIgnitions && {
      secondaryIgnitions: places(
        inputs.secondaryIgnitions,
        secondaryIgnitions.map(({ building, count }) => [building, count] as const),
      ),
    }),
  };
}
