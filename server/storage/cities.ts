import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CityList, type CityManifest, parseCityManifest } from '#contract/city-package.ts';

export interface StoredCities {
  readonly cities: CityList;
  /** One sentence for each city.json that can't be used. */
  readonly problems: readonly string[];
}

/** The cities in the data folder by name; a folder without city.json is none, a broken one is a problem. */
export async function listCities(dataFolder: string): Promise<StoredCities> {
  const cities: CityList = [];
  const problems: string[] = [];
  for (const folder of await citiesFolders(dataFolder)) {
    const file = `${folder}/city.json`;
    try {
      const text = await readFile(join(dataFolder, file), 'utf8');
      const { id, name } = parseCityManifest(parseJson(text, file), file);
      if (id === folder) cities.push({ id, name, manifest: `/cities/${file}` });
      else
        problems.push(`${file}: its id is “${id}”; expected “${folder}”, the name of its folder.`);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  cities.sort((a, b) => a.name.localeCompare(b.name));
  return { cities, problems };
}

/** The manifest of one city; throws one sentence where it can't be used. */
export async function readCity(dataFolder: string, id: string): Promise<CityManifest> {
  const file = `${id}/city.json`;
  return parseCityManifest(parseJson(await readFile(join(dataFolder, file), 'utf8'), file), file);
}

async function citiesFolders(dataFolder: string): Promise<string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true });
  return entries
    .filter(
      (entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'),
    )
    .map((entry) => entry.name)
    .sort();
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file}: it is no JSON (${cause instanceof Error ? cause.message : cause}).`, {
      cause,
    });
  }
}
