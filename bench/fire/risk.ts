import { aKnownCity } from '../../src/simulation/fire/risk/a-city.ts';
import {
  defaultCoefficients,
  toCoefficients,
} from '../../src/simulation/fire/risk/coefficients.ts';
import type { RiskBuildings } from '../../src/simulation/fire/risk/factors.ts';
import { RiskModel } from '../../src/simulation/fire/risk/score.ts';
import { RiskCity } from '../../workers/fire/risk-city.ts';
import { buildingsAt } from '../../workers/town/a-town.ts';
import { leastCpuS } from '../flood/measure.ts';
import type { Row } from '../row.ts';

const BUILDINGS = 100_000;
const TURNS = 24;

export async function benchRisk(): Promise<Row[]> {
  const { buildings } = aKnownCity(BUILDINGS, 3);
  const model = new RiskModel(buildings, toCoefficients(defaultCoefficients));
  const readings = {
    building: Uint32Array.from({ length: BUILDINGS / 2 }, (_, at) => at),
    kind: Uint8Array.from({ length: BUILDINGS / 2 }, (_, at) => at % 8),
    value: new Float32Array(BUILDINGS / 2).fill(150),
    timeS: new Float64Array(BUILDINGS / 2),
  };
  let nowS = 100;
  // What was said fades from second to second: every building with a detector has another rate.
  const seconds = await leastCpuS(10, () =>
    model.rescore({ readings, nowS: nowS++, fireWeatherIndex: 20 }),
  );
  const frameS = await benchFrame(buildings);
  return [
    {
      case: 'building risk rescored, 100,000 buildings, 50,000 sensors (CPU)',
      value: seconds * 1000,
      unit: 'ms',
      peer: 'goal',
      peerValue: 50,
    },
    {
      case: 'news of 5,000 detectors to the frame in the worker, 100,000 buildings, 50,000 sensors (CPU)',
      value: frameS * 1000,
      unit: 'ms',
      peer: 'goal',
      peerValue: 50,
    },
  ];
}

/** What the worker does with a second's news: take it in, score every building, lay the frame out. */
async function benchFrame(inputs: RiskBuildings): Promise<number> {
  const nothing = new Array<string>(BUILDINGS).fill('');
  const town = buildingsAt(Array.from({ length: BUILDINGS }, (_, at) => [10 + at * 1e-6, 54]));
  const facts = {
    ...{ inputs, construction: nothing, lastInspection: nothing, lacks: [] },
    wiringYear: new Float32Array(BUILDINGS),
  };
  const find = { byId: (id: string) => town.byId.get(id), near: () => [] };
  const city = new RiskCity('bench', town, facts, find, 0);
  const readingsAt = (count: number, timeMs: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...{
        building: `B-${at * 2}`,
        sensor: `S-${at}`,
        name: '',
        property: 'residualCurrent' as const,
      },
      ...{ value: at % 100 === 0 ? 0.4 : 0.02, timeMs, isSimulated: true, isStale: false },
      level: 'normal' as const,
    }));
  const all = structuredClone(readingsAt(BUILDINGS / 2, 0));
  city.detectors.take({ isAll: true, readings: all }, city.coefficients);
  // As they come to a worker; objects that were put together here are slower to read.
  const news = Array.from({ length: TURNS }, (_, turn) =>
    structuredClone(readingsAt(5000, (turn + 1) * 1000)),
  );
  let turn = 0;
  return leastCpuS(TURNS, () => {
    const readings = news[turn++] ?? [];
    city.setTime(turn * 1000);
    city.detectors.take({ isAll: false, readings }, city.coefficients);
    city.age();
    city.frame();
  });
}
