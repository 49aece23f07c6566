// `panopolis demo-city`: an invented harbour town, written in the open formats that a city would hand over.

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '#model/input-error.ts';
import { markCritical } from './demo-city/critical-nodes.ts';
import { collectFacilities } from './demo-city/facilities-all.ts';
import { writeRegister } from './demo-city/facilities-write.ts';
import { layNetworks, supplyOf, writeNetworks } from './demo-city/networks/index.ts';
import { districts } from './demo-city/plan.ts';
import { placeSensors, toSensorCollection } from './demo-city/sensors/index.ts';
import { site } from './demo-city/site.ts';
import { createStreetGraph } from './demo-city/street-graph.ts';
import { findAccesses } from './demo-city/street-graph-access.ts';
import { writeStreets } from './demo-city/street-graph-write.ts';
import { foundTown } from './demo-city/town.ts';
import {
  createWaterNetwork,
  findLeastPressures,
  waterRuns,
  writeWater,
  writeWaterModel,
} from './demo-city/water/index.ts';
import { toCityJson } from './demo-city/write-city.ts';
import { toGeoTiff } from './demo-city/write-elevation.ts';
import { toMaps } from './demo-city/write-maps.ts';
import { writeSamples } from './ifc-samples/samples.ts';

export interface DemoCityOptions {
  readonly out: string;
  /** Same seed, same bytes. */
  readonly seed: string;
  /** Names of the districts to build; all by default. */
  readonly only?: readonly string[] | undefined;
}

export interface DemoCityFiles {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly files: readonly string[];
  /** What was left out and why, a sentence each. */
  readonly leftOut: readonly string[];
}

const NO_WATER =
  'No drinking-water network was written: its works, tanks and mains are sized for the whole town. Leave out --districts to have it.';

/** Writes the town's files into `out`, all of them or none. */
export async function writeDemoCity({ out, seed, only }: DemoCityOptions): Promise<DemoCityFiles> {
  checkDistricts(only);
  const town = foundTown({ seed, only });
  const graph = createStreetGraph(town.layout, seed);
  const accesses = findAccesses(graph, town.buildings);
  // A few districts alone have no works to drink from.
  const water = only ? undefined : await createWaterNetwork(graph, town.buildings, accesses, seed);
  const networks = layNetworks({
    ...{ town, graph, accesses, seed, isWhole: !only },
    ...(water && { water: waterRuns(water) }),
  });
  const otherPipes = Object.values(networks).flatMap((part) => ('pipes' in part ? part.pipes : []));
  const { facilities, collections } = collectFacilities(town, graph, seed);
  const register = writeRegister(town.buildings, accesses, facilities, {
    ...supplyOf(networks),
    ...(water && { water: new Map(water.customers.map(({ building, node }) => [building, node])) }),
  });
  const models = [...writeSamples(town)];
  const inp = water && writeWaterModel(water, networks.corridor);
  const leastPressureM = inp === undefined ? new Map() : await findLeastPressures(inp);
  const sensors = placeSensors({ town, graph, seed, water, leastPressureM, networks, models });
  const maps = Object.entries(toMaps(town)).map(
    ([name, features]) => [`${name}.geojson`, JSON.stringify(features)] as const,
  );
  const sidecars: [string, string][] = [];
  const contents: (readonly [string, string | Uint8Array])[] = [
    [`${site.id}.city.json`, JSON.stringify(toCityJson(town, seed))],
    ['elevation.tif', toGeoTiff()],
    ['sensors.geojson', JSON.stringify(toSensorCollection(sensors))],
    ...maps,
    ...(inp === undefined ? [] : [['water.inp', inp] as const]),
    ...[
      ...writeStreets(graph, accesses),
      ...markCritical(
        [
          ...writeNetworks(networks),
          ...(water ? writeWater(water, networks.corridor, otherPipes) : []),
        ],
        facilities,
      ),
      ...collections,
    ].map((collection) => [`${collection.id}.geojson`, JSON.stringify(collection)] as const),
  ];
  for (const { id, text, plot } of models) {
    contents.push([`${id}.ifc`, text]);
    sidecars.push([
      `${id}.bim.json`,
      JSON.stringify({ id, name: plot.name, replaces: plot.replaces }),
    ]);
  }
  const draft = `${out}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [name, content] of [...contents, ...sidecars])
    await writeFile(join(draft, name), content);
  // Besides: ingest takes the same facts from the CityJSON, and reads no tables.
  await mkdir(join(draft, 'register'));
  await writeFile(join(draft, 'register', 'buildings.csv'), register);
  await rm(out, { recursive: true, force: true });
  await rename(draft, out);
  return {
    id: site.id,
    name: site.name,
    timeZone: site.timeZone,
    files: contents.map(([name]) => join(out, name)),
    leftOut: water ? [] : [NO_WATER],
  };
}

function checkDistricts(only: readonly string[] | undefined): void {
  const names = districts.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new InputError(
    { file: '--districts' },
    `${site.name} has no district ${unknown}; it has ${names.join(', ')}.`,
  );
}

interface DemoCityFlags {
  readonly out: string;
  readonly seed: string;
  readonly districts?: readonly string[];
}

const EXAMPLES = `
Example:
  panopolis demo-city --out marenholm
  panopolis ingest marenholm/*.* --name Marenholm --fictional --out tilesets/marenholm
`;

export function addDemoCity(program: Command): void {
  program
    .command('demo-city')
    .description('write an invented harbour town in open formats, to be ingested like any other')
    .requiredOption('--out <folder>', 'where the files go; what is there is replaced')
    .option('--seed <text>', 'same seed, same town', site.id)
    .option(
      '--districts <names>',
      'build these alone, without a water network, e.g. Altstadt,Neustadt',
      (text) => text.split(',').map((name) => name.trim()),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ out, seed, districts: only }: DemoCityFlags) => {
      const { files, leftOut } = await writeDemoCity({ out: resolve(out), seed, only });
      process.stdout.write(
        [
          `Wrote ${files.length} files of ${site.name}, an invented town, to ${out}.`,
          ...leftOut,
          '',
        ].join('\n'),
      );
    });
}
