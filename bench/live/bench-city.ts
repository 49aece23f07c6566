import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityManifest } from '#contract/city-package.ts';
import type { SensorCatalogue, SensorThing } from '#contract/sensor-catalogue.ts';
import { sensorKinds } from '#model/sensor-kind.ts';

export const BENCH_CITY = 'bench';
const BUILD = '0123456789ab';
const WEST_DEG = 4.3;
const SOUTH_DEG = 52;
const SIDE_DEG = 0.06;

/** A city of nothing but `count` sensors on a square of about five kilometres, each read once a second. */
export function writeBenchCity(dataFolder: string, count: number): void {
  const folder = join(dataFolder, BENCH_CITY);
  mkdirSync(join(folder, BUILD), { recursive: true });
  const items = `${BUILD}/sensors.json`;
  const catalogue: SensorCatalogue = {
    format: 'panopolis-sensors',
    version: 1,
    sensors: Array.from({ length: count }, (_, at) => toSensor(at, count)),
  };
  const manifest: CityManifest = {
    format: 'panopolis-city',
    version: 1,
    id: BENCH_CITY,
    name: 'Bench',
    fictional: true,
    build: BUILD,
    boundsDeg: [WEST_DEG, SOUTH_DEG, WEST_DEG + SIDE_DEG, SOUTH_DEG + SIDE_DEG],
    heightM: [40, 60],
    crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
    timeZone: 'Europe/Amsterdam',
    sources: [],
    layers: [{ kind: 'sensors', id: 'sensors', name: 'Sensors', items, count }],
  };
  writeFileSync(join(folder, items), JSON.stringify(catalogue));
  writeFileSync(join(folder, 'city.json'), JSON.stringify(manifest));
}

const kinds = Object.keys(sensorKinds).filter((kind) => kind !== 'camera') as SensorThing['kind'][];

function toSensor(at: number, count: number): SensorThing {
  const side = Math.ceil(Math.sqrt(count));
  return {
    id: `S-${at}`,
    kind: kinds[at % kinds.length] ?? 'river',
    name: `Sensor ${at}`,
    longitudeDeg: WEST_DEG + ((at % side) / side) * SIDE_DEG,
    latitudeDeg: SOUTH_DEG + (Math.floor(at / side) / side) * SIDE_DEG,
    heightM: 45,
    datastreams: [
      {
        id: 'waterLevel',
        property: 'waterLevel',
        intervalS: 1,
        thresholds: { warningHigh: 2.6, alarmHigh: 2.9, deadband: 0.1, delayS: 5 },
      },
    ],
  };
}
