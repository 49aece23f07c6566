// The sensors of an ingest: all files become one catalogue.

import { join } from 'node:path';
import type { CityManifest, SensorsLayer } from '#contract/city-package.ts';
import { parseSensorCatalogue, type SensorThing } from '#contract/sensor-catalogue.ts';
import { hashBytes } from '#conversion/content-hash.ts';
import { readSensors, type SensorFile } from '#conversion/sensors/read-sensors.ts';
import { InputError } from '#model/input-error.ts';
import { type CityPlace, describeBounds, isNear } from './city-place.ts';
import { writePacked } from './disk-storage.ts';
import { type IngestOptions, type Opened, toSource } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

export interface BuiltSensors {
  readonly layers: readonly SensorsLayer[];
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
}

const PATH = 'sensors.json';

export function buildSensors(
  inputs: readonly Opened[],
  city: CityPlace,
  { packageFolder }: Workplace,
  options: IngestOptions,
): BuiltSensors {
  if (inputs.length === 0) return { layers: [], sources: [], fingerprints: [] };
  const read = inputs.map(({ source }) => ({
    file: source.file,
    ...readSensors(source, {
      crs: options.crs,
      vertical: city.crs?.vertical,
      geoid: city.geoid,
      groundAt: city.groundAt,
    }),
  }));
  const sensors = read.flatMap((file) => file.sensors);
  checkIds(read);
  for (const { file, sensors: own } of read) for (const one of own) checkPlace(one, file, city);
  const catalogue = parseSensorCatalogue(
    {
      format: 'panopolis-sensors',
      version: 1,
      ...(isSimulated(read) ? { simulated: true } : {}),
      sensors,
    },
    PATH,
  );
  const bytes = new TextEncoder().encode(JSON.stringify(catalogue));
  writePacked(join(packageFolder, PATH), bytes);
  return {
    layers: [
      { kind: 'sensors', id: 'sensors', name: 'Sensors', items: PATH, count: sensors.length },
    ],
    sources: read.map(({ file, sensors: own }) => toSource(file, 'sensors', own.length, options)),
    fingerprints: [`${PATH} ${hashBytes(bytes)}`],
  };
}

type ReadFile = SensorFile & { readonly file: string };

function checkIds(read: readonly ReadFile[]): void {
  const seen = new Map<string, string>();
  for (const { file, sensors } of read) {
    for (const { id } of sensors) {
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        const where = earlier === file ? 'earlier in the file' : `in ${earlier}`;
        throw new InputError(
          { file, at: id },
          `its id stands ${where} too; expected its own in the whole city.`,
        );
      }
      seen.set(id, file);
    }
  }
}

function checkPlace({ id, longitudeDeg, latitudeDeg }: SensorThing, file: string, city: CityPlace) {
  if (isNear(city, [longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg])) return;
  throw new InputError(
    { file, at: id },
    `it stands at ${longitudeDeg}, ${latitudeDeg}; expected a place near the city (${describeBounds(city)}).`,
  );
}

function isSimulated(read: readonly ReadFile[]): boolean {
  const [first, ...others] = read;
  const odd = others.find(({ simulated }) => simulated !== first?.simulated);
  if (odd) {
    throw new InputError(
      { file: odd.file, at: 'simulated' },
      `is ${odd.simulated}, and ${first?.simulated} in ${first?.file}; expected the same in all files.`,
    );
  }
  return first?.simulated ?? false;
}
