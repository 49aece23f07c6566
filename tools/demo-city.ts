// `panopolis demo-city`: an invented harbour town, written in the open formats that a city would hand over.

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { site } from './demo-city/site.ts';
import { foundTown } from './demo-city/town.ts';
import { toCityJson } from './demo-city/write-city.ts';
import { toGeoTiff } from './demo-city/write-elevation.ts';
import { toMaps } from './demo-city/write-maps.ts';

export interface DemoCityOptions {
  readonly out: string;
  /** Same seed, same bytes. */
  readonly seed: string;
}

export interface DemoCityFiles {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly files: readonly string[];
}

/** Writes the town's files into `out`, all of them or none. */
export async function writeDemoCity({ out, seed }: DemoCityOptions): Promise<DemoCityFiles> {
  const town = foundTown(seed);
  const maps = Object.entries(toMaps(town)).map(
    ([name, features]) => [`${name}.geojson`, JSON.stringify(features)] as const,
  );
  const contents: readonly (readonly [string, string | Uint8Array])[] = [
    [`${site.id}.city.json`, JSON.stringify(toCityJson(town, seed))],
    ['elevation.tif', await toGeoTiff()],
    ...maps,
  ];
  const draft = `${out}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [name, content] of contents) await writeFile(join(draft, name), content);
  await rm(out, { recursive: true, force: true });
  await rename(draft, out);
  return {
    id: site.id,
    name: site.name,
    timeZone: site.timeZone,
    files: contents.map(([name]) => join(out, name)),
  };
}
