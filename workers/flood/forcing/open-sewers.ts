// The city's storm sewers under a run: its network as a drainage model without catchments, its street inlets.

import { readNetwork } from '#conversion/networks/read-collections.ts';
import { middleOf, toShift } from '#features/pipes/kernel/place/move-network.ts';
import type { NetworkMove } from '#model/network-move.ts';
import { gageOf } from '#simulation/drainage/design-storm.ts';
import { drainageOf } from '#simulation/drainage/from-network.ts';
import { createDrainage } from '#simulation/drainage/run-drainage.ts';
import type { SewerExchange } from '#simulation/flood/forcing/parts.ts';
import { createSewers, type Inlet } from '#simulation/flood/forcing/sewers.ts';
import { readFacts } from '../../drainage/read-facts.ts';
import { fetchFile } from '../../fetch-file.ts';
import { createFetchBytes } from '../../town/read-bytes.ts';
import { type MapFeature, readFeatures } from '../ground/read-features.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';

const NETWORK = 'storm';
/** A grate where the register says nothing of it, m. */
const GRATE_M = [0.5, 0.3] as const;

export interface SewerRun {
  readonly startMs: number;
  readonly durationS: number;
  /** Where a person put the sewers and their inlets; as their files have them where absent. */
  readonly sewersAt?: NetworkMove | undefined;
}

/** Undefined where the city has no storm sewers. Each run has drains of its own. */
export async function openSewers(
  { collections, name }: FloodCity,
  ground: FloodGround,
  { startMs, durationS, sewersAt }: SewerRun,
): Promise<SewerExchange | undefined> {
  const get = (id: string) => {
    const url = collections[id];
    return url === undefined ? Promise.resolve(undefined) : fetchBytes(url);
  };
  const [pipes, nodes, devices] = await Promise.all(
    ['pipes', 'nodes', 'devices'].map((table) => get(`${table}-${NETWORK}`)),
  );
  if (!pipes) return undefined;
  const read = readNetwork({ id: NETWORK, name, isFictional: false, pipes, nodes, devices });
  const dry = gageOf('none', new Float64Array(1));
  const run = { startMs, durationS, gage: dry };
  const { model } = drainageOf(read.network, readFacts(read, []), run);
  const drainage = createDrainage(model, { hasStreet: true });
  const { ids } = read.network.nodes;
  const toPlaces = sewersAt && toShift(middleOf(read.network), sewersAt);
  const toCell = (longitude: number, latitude: number) => {
    const [x, y] = toPlaces
      ? toPlaces(Float64Array.of(longitude, latitude, 0))
      : [longitude, latitude];
    return cellAt(ground, x ?? Number.NaN, y ?? Number.NaN);
  };
  const { places } = read.network.nodes;
  const nodeCells = Int32Array.from(ids, (_, row) =>
    toCell(places[3 * row]!, places[3 * row + 1]!),
  );
  const inlets = collections.inlets
    ? await readInlets(collections.inlets, toCell, new Map(ids.map((id, row) => [id, row])))
    : [];
  return createSewers({ drainage, inlets, nodeCells });
}

async function readInlets(
  url: string,
  toCell: (longitude: number, latitude: number) => number,
  rows: ReadonlyMap<string, number>,
): Promise<Inlet[]> {
  const features = await readFeatures(createFetchBytes(), url);
  return features.flatMap((feature): Inlet[] => {
    const [point] = feature.points;
    const node = rows.get(String(feature.properties.drainsTo));
    const cell = point ? toCell(point[0], point[1]) : -1;
    if (node === undefined || cell < 0) return [];
    const [length, width] = grateOf(feature);
    return [{ cell, node, perimeterM: 2 * (length + width), openingM2: length * width }];
  });
}

function grateOf({ properties }: MapFeature): readonly [length: number, width: number] {
  const given: unknown = properties.grate_m;
  if (!Array.isArray(given)) return GRATE_M;
  const [length, width]: readonly unknown[] = given;
  return typeof length === 'number' && typeof width === 'number' && length > 0 && width > 0
    ? [length, width]
    : GRATE_M;
}

/** Row-major cell with ground at a place (deg); −1: none. */
function cellAt(ground: FloodGround, longitude: number, latitude: number): number {
  const { grid } = ground;
  const [x, y] = ground.toGrid([longitude, latitude]);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (!(column >= 0 && column < grid.width && row >= 0 && row < grid.height)) return -1;
  const cell = row * grid.width + column;
  return Number.isNaN(grid.zM[cell]) ? -1 : cell;
}

const fetchBytes = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await fetchFile(url, url, () => {}));
