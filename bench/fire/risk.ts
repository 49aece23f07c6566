import { aKnownCity } from '../../src/simulation/fire/risk/a-city.ts';
import {
  defaultCoefficients,
  toCoefficients,
} from '../../src/simulation/fire/risk/coefficients.ts';
import { RiskModel } from '../../src/simulation/fire/risk/score.ts';
import { leastCpuS } from '../flood/measure.ts';
import type { Row } from '../row.ts';

const BUILDINGS = 100_000;

export async function benchRisk(): Promise<Row[]> {
  const { buildings } = aKnownCity(BUILDINGS, 3);
  const model = new RiskModel(buildings, toCoefficients(defaultCoefficients));
  const readings = {
    building: Uint32Array.from({ length: BUILDINGS / 2 }, (_, at) => at),
    kind: Uint8Array.from({ length: BUILDINGS / 2 }, (_, at) => at % 8),
    value: new Float32Array(BUILDINGS / 2).fill(150),
    timeS: new Float64Array(BUILDINGS / 2),
  };
  const seconds = await leastCpuS(10, () =>
    model.rescore({ readings, nowS: 100, fireWeatherIndex: 20 }),
  );
  return [
    {
      case: 'building risk rescored, 100,000 buildings, 50,000 sensors (CPU)',
      value: seconds * 1000,
      unit: 'ms',
      peer: 'goal',
      peerValue: 50,
    },
  ];
}
