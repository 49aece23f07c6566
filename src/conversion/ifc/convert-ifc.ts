// An IFC file → a building model of a city package: model.json, tables, tiles. Runs in a thread of Node and in a
// browser's worker alike; whoever calls it throws the thread away afterwards, since no file is to be trusted.

import { BIM_ELEMENTS } from '#contract/bim-elements.ts';
import { type BimModel, parseBimModel, type StoredPlacement } from '#contract/bim-model.ts';
import { BIM_PROPERTIES } from '#contract/bim-properties.ts';
import { formatBinaryTable } from '#contract/binary-table.ts';
import type { Geoid } from '#model/geoid.ts';
import { findGroundLevel } from '#model/ground-level.ts';
import type { Text } from '#model/text.ts';
import { type IfcSystems, readIfcSystems } from '../networks/ifc/read-ifc-systems.ts';
import { usualWishes } from '../networks/usual-wishes.ts';
import { describeModel } from './description/describe-model.ts';
import { type IfcEngine, startEngine } from './engine.ts';
import { createFirstLook, type FirstLook } from './first-look.ts';
import { type GeometryPart, readGeometry } from './geometry/read-geometry.ts';
import { chooseOrigin } from './georeferencing/model-origin.ts';
import type { Spot } from './georeferencing/place-at-point.ts';
import { readZero } from './georeferencing/read-zero.ts';
import {
  type GroundAt,
  spotWithoutHeight,
  standOnGround,
} from './georeferencing/stand-on-ground.ts';
import { closeIfc, openText, readIfcText } from './open.ts';
import type { IfcFile, ModelGeometry, ModelTables } from './parts.ts';
import { formatReport } from './report.ts';
import { lowerTables, shiftGeometry } from './shift-model.ts';
import { buildModelTiles } from './tiles/build-model-tiles.ts';
import { type ModelPlace, placeOf } from './tiles/model-place.ts';

export type IfcStage = 'opening' | 'geometry' | 'description' | 'tiles';

export interface ConvertIfcOptions {
  /** Of the model among those of its city. */
  readonly id: string;
  /** As a person knows the file. */
  readonly file: string;
  /** Instead of the project's own name. */
  readonly name?: string | undefined;
  readonly geoid: Geoid;
  /** Reference system of its coordinates, before what the file names. */
  readonly crs?: string | undefined;
  /** That of the city it comes to. */
  readonly cityCrs?: string | undefined;
  /** Where a person says that it stands. */
  readonly given?: StoredPlacement | undefined;
  /** Where to put what says nowhere. */
  readonly fallback?: Spot | undefined;
  /** Height of the ground at a place, m above the ellipsoid, for files that say where they stand but not how high. */
  readonly groundAt?: GroundAt | undefined;
  /** Tiles packed by meshopt, as by default, or plain for readers without it. */
  readonly isCompressed?: boolean | undefined;
  /** Whether its distribution systems become networks, too. */
  readonly withSystems?: boolean | undefined;
  /** A fresh one where absent, which only Node finds by itself. */
  readonly engine?: IfcEngine | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called between pieces of work; may pause. */
  readonly onTask?: (() => Promise<void>) | undefined;
  /** `done` of `total`; both start again with each stage. */
  readonly onProgress?: ((stage: IfcStage, done: number, total: number) => void) | undefined;
  /** Hears where it stands as soon as that is known, before its tiles are made. */
  readonly onStand?: ((stand: ModelStand) => void) | undefined;
  /** Gets each file as soon as it is made and may take its bytes: those of the result are the same. */
  readonly onFile?: ((path: string, bytes: Uint8Array) => void) | undefined;
  /** Gets what has been read so far, to show it while the rest is on its way. */
  readonly onFirstLook?: ((look: FirstLook) => void) | undefined;
}

export type ModelStand = Pick<BimModel, 'georeferencing' | 'storeys' | 'boundsM' | 'zeroM'>;

export interface ConvertedIfc {
  readonly model: BimModel;
  /** model.json and all that it names, by path below its folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What of the Earth it covers. */
  readonly place: ModelPlace;
  /** Its distribution systems in the file's own coordinates; none unless asked for. */
  readonly systems: IfcSystems;
  /** The IFC text itself, unpacked and where it broke off, ended. */
  readonly source: Uint8Array;
  /** Of each step, ms. */
  readonly times: Readonly<Record<IfcStage, number>>;
}

/** Throws `InputError` for what can't be read, and the signal's reason once it is aborted. */
export async function convertIfc(
  bytes: Uint8Array,
  options: ConvertIfcOptions,
): Promise<ConvertedIfc> {
  const { signal, onProgress } = options;
  const times = { opening: 0, geometry: 0, description: 0, tiles: 0 };
  let last = performance.now();
  const finish = async (stage: IfcStage) => {
    const now = performance.now();
    times[stage] += now - last;
    last = now;
    onProgress?.(stage, 1, 1);
    await options.onTask?.();
    signal?.throwIfAborted();
  };

  onProgress?.('opening', 0, 1);
  const { file, found } = await readShapes(bytes, options, () => finish('opening'));
  await finish('geometry');
  const { geometry, origin } = toModelFrame(found);
  const described = describeModel(file, geometry, { originM: [origin[0], origin[1], 0] });
  const zeroM = readZero(file, found.boundsM) ?? 0;
  const ground = findGroundLevel({ ...described, boundsM: found.boundsM, zeroM });
  const georeferencing = await standOnGround(file, found.boundsM, { ...options, ground });
  const tables = lowerTables(described, origin[2]);
  const inFrame = shiftGeometry(geometry, [0, 0, origin[2]]);
  await finish('description');
  const { boundsM } = inFrame;
  const zero = zeroM === origin[2] ? {} : { zeroM: zeroM - origin[2] };
  options.onStand?.({ georeferencing, storeys: tables.storeys, boundsM, ...zero });
  const reading = georeferencing.readings[0]!;
  const made = (path: string, bytes: Uint8Array) => {
    options.onFile?.(path, bytes);
    return [path, bytes] as const;
  };
  const elements = made('elements.bin', formatBinaryTable(BIM_ELEMENTS, tables.elements));
  const properties = made('properties.bin', formatBinaryTable(BIM_PROPERTIES, tables.properties));
  const tiles = await buildModelTiles(inFrame, tables, {
    reading,
    geoid: options.geoid,
    isCompressed: options.isCompressed,
    onTask: async () => {
      await options.onTask?.();
      signal?.throwIfAborted();
    },
    onProgress: (done, total) => onProgress?.('tiles', done, total),
    onFile: options.onFile,
  });
  const model = parseBimModel(
    {
      format: 'panopolis-bim',
      version: 1,
      id: options.id,
      name: options.name ?? tables.name,
      source: sourceOf(file, bytes, options.file),
      lengthUnitM: file.lengthUnitM,
      ...(origin.some((part) => part !== 0) ? { originM: [...origin] } : {}),
      georeferencing,
      ...{ tileset: 'tileset.json', elements: 'elements.bin', properties: 'properties.bin' },
      count: tables.count,
      ...{ boundsM, ...zero },
      storeys: tables.storeys,
      report: formatReport(inFrame, tables, tiles, findingsOf(file, geometry, tables)),
    },
    'model.json',
  );
  const text = made('model.json', new TextEncoder().encode(JSON.stringify(model)));
  const files = new Map<string, Uint8Array>([text, elements, properties, ...tiles.files]);
  await finish('tiles');
  return {
    model,
    files,
    place: placeOf(model.boundsM, reading.placement),
    systems: options.withSystems
      ? readIfcSystems(file, { id: options.id, name: model.name, joinM: usualWishes.joinM })
      : { networks: [], notes: [] },
    source: file.bytes,
    times,
  };
}

/** The engine and its memory go before the tiles come: the two together would be the peak. */
async function readShapes(
  bytes: Uint8Array,
  options: ConvertIfcOptions,
  onOpened: () => Promise<void>,
): Promise<{ readonly file: IfcFile; readonly found: ModelGeometry }> {
  const { signal, onProgress } = options;
  const starting = options.engine ?? startEngine();
  const [engine, text] = await Promise.all([starting, readIfcText(bytes, options.file)]);
  const file = openText(engine, text);
  try {
    await onOpened();
    const look =
      options.onFirstLook &&
      createFirstLook(file, await onGround(file, options), options.onFirstLook);
    const found = await readGeometry(file, {
      ...(signal ? { signal } : {}),
      onTask: (done, total) => onProgress?.('geometry', done, total),
      ...(look ? { onShapes: (part: GeometryPart) => look(part) } : {}),
    });
    return { file, found };
  } finally {
    closeIfc(engine, file);
  }
}

/** So that the first look doesn't stand in the cellar of what comes after it. */
async function onGround(file: IfcFile, options: ConvertIfcOptions) {
  const spot = spotWithoutHeight(file, options);
  return spot ? { ...options, siteGroundM: await options.groundAt?.(spot) } : options;
}

/** Only sideways at first: the description compares heights of shapes with those of storeys. */
function toModelFrame(found: ModelGeometry) {
  const origin = chooseOrigin(found.boundsM);
  return { origin, geometry: shiftGeometry(found, [origin[0], origin[1], 0]) };
}

const sourceOf = ({ schema, application, written }: IfcFile, bytes: Uint8Array, file: string) => ({
  file,
  bytes: bytes.length,
  schema,
  ...(application === undefined ? {} : { application }),
  ...(written === undefined ? {} : { written }),
});

const findingsOf = (
  file: IfcFile,
  geometry: ModelGeometry,
  tables: ModelTables,
): readonly Text[] => [...file.findings, ...geometry.findings, ...tables.findings];
