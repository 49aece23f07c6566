import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityManifest } from '#contract/city-package.ts';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { parseSensorCatalogue, type SensorCatalogue } from '#contract/sensor-catalogue.ts';
import type { Database } from './database.ts';
import { syncFeatures } from './features.ts';
import { readCatalogue, syncSensors } from './sensors.ts';

/**
 * Brings what the database says of a city to the build that `manifest` names, all of it or nothing; a build
 * that is there already is left alone. `folder` is where city.json lies. Throws one sentence.
 */
export async function syncCity(
  database: Database,
  manifest: CityManifest,
  folder: string,
): Promise<DatastreamCatalogue> {
  const { id: city, build } = manifest;
  const isThere = async ({ query }: Pick<Database, 'query'>) =>
    (await query('select from city_build where city = $1 and build = $2', [city, build])).length >
    0;
  if (!(await isThere(database))) {
    const catalogue = await readSensors(manifest, folder);
    const hasChanged = await database.transact(async (queries) => {
      // Two servers that start at once would load the same features twice.
      await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `city ${city}`,
      ]);
      if (await isThere(queries)) return false;
      await syncFeatures(queries, manifest, folder);
      await syncSensors(queries, city, catalogue);
      await queries.query(
        `insert into city_build (city, build) values ($1, $2)
        on conflict (city) do update set build = excluded.build`,
        [city, build],
      );
      return true;
    });
    if (hasChanged) await database.query('analyze feature, thing, location, datastream');
  }
  const synced = await readCatalogue(database, city);
  return synced ?? { sensors: [], simulated: false };
}

/** All sensors of the package; `simulated` where any list says so. */
async function readSensors({ layers }: CityManifest, folder: string): Promise<SensorCatalogue> {
  const catalogues: SensorCatalogue[] = [];
  for (const layer of layers) {
    if (layer.kind !== 'sensors') continue;
    const text = await readFile(join(folder, layer.items), 'utf8');
    catalogues.push(parseSensorCatalogue(JSON.parse(text), layer.items));
  }
  return {
    format: 'panopolis-sensors',
    version: 1,
    simulated: catalogues.some(({ simulated }) => simulated === true),
    sensors: catalogues.flatMap(({ sensors }) => sensors),
  };
}
