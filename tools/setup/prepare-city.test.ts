import { expect, it } from 'vitest';
import { toCityId } from './prepare-city.ts';

it.each([
  ['../shared/data/cityjson/rotterdam_3-20-DELFSHAVEN.city.json', 'rotterdam-3-20-delfshaven'],
  ['/data/3dbag_tile901.city.jsonl.gz', '3dbag-tile901'],
  ['Zürich Süd.geojson', 'zurich-sud'],
  ['dtm.tif', 'dtm'],
  ['v1.2.city.json', 'v1-2'],
  ['东京.city.json', 'city-95b3ec'],
])('names the city of %s %s', (file, id) => {
  expect(toCityId(file)).toBe(id);
  expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
});
