import type { Database } from '../storage/database.ts';
import { readHistory } from '../storage/observation-history.ts';
import { readLatest } from '../storage/observations.ts';
import { listSensorCities, readCatalogue } from '../storage/sensors.ts';
import type { LiveStorage } from './live-desk.ts';

/** What `/live` reads of the database. */
export const createLiveStorage = (database: Database): LiveStorage => ({
  cities: () => listSensorCities(database),
  catalogue: (city) => readCatalogue(database, city),
  latest: (city, atMs) => readLatest(database, city, atMs),
  history: (city, query) => readHistory(database, { city, ...query }),
});
