// From scanned inputs to the buildings layer of a city package. Features stream through: batches are read
// into records, the tree is planned from what is known of each feature, tiles and columns are built leaf by
// leaf. Nothing here knows where files lie or how many hands do the work: that is the host's part.

import type { AttributeColumn, BuildingsLayer } from '#contract/city-package.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';
import { describeFootprintChunk, formatFootprintDirectory } from '#contract/footprints.ts';
import { InputError } from '#model/input-error.ts';
import { type PlannedColumn, planColumns } from './attributes/plan.ts';
import { type AttributeStatistics, mergeStatistics } from './attributes/statistics.ts';
import { CityFeatures } from './city-features.ts';
import { hashBytes, hashText } from './content-hash.ts';
import { runInOrder } from './in-order.ts';
import type { Batch, ScannedInput } from './input.ts';
import type { Findings } from './report.ts';
import type { BatchSummary } from './summary.ts';
import type { TileSummary, TileTask } from './tiles/build-tile.ts';
import { formatTileset } from './tiles/format-tileset.ts';
import { type PlannedTile, planTiles, type TilePlan } from './tiles/plan-tiles.ts';
import type { FileSizes, Piece } from './workshop.ts';

/** Who does the work and keeps the files. */
export interface ConversionHost {
  /** Tasks that may run side by side. */
  readonly atOnce: number;
  openInput(number: number, input: ScannedInput['input']): Promise<void>;
  setColumns(columns: readonly PlannedColumn[]): Promise<void>;
  readBatch(batch: Batch): Promise<BatchSummary>;
  buildTile(task: TileTask): Promise<TileSummary>;
  readPiece(piece: Piece): Uint8Array;
  writeFile(path: string, bytes: Uint8Array): Promise<FileSizes>;
  /** Appends to a file that is written in order; `close` packs it. */
  openFile(path: string): FileWriter;
}

export interface FileWriter {
  write(bytes: Uint8Array): void;
  close(): Promise<FileSizes>;
}

export type Stage = 'read' | 'tiles' | 'columns' | 'terrain';

export interface ConvertOptions {
  readonly onProgress?: ((stage: Stage, done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ConvertedBuildings {
  readonly layer: BuildingsLayer;
  /** West, south, east, north (deg). */
  readonly boundsDeg: readonly [number, number, number, number];
  readonly heightM: readonly [number, number];
  /** Features kept of each input. */
  readonly featuresByInput: readonly number[];
  readonly classes: ReadonlyMap<string, number>;
  readonly findings: Findings;
  readonly tiles: { readonly leaves: number; readonly coarse: number; readonly sizes: FileSizes };
  /** Bytes of each leaf tile, for statistics. */
  readonly leafBytes: readonly number[];
  /** Every file written with its fingerprint, to name the build. */
  readonly fingerprints: readonly string[];
  readonly footings: ReturnType<typeof createFeatureIndex>;
}

export async function convertBuildings(
  inputs: readonly ScannedInput[],
  findings: Findings,
  host: ConversionHost,
  options: ConvertOptions = {},
): Promise<ConvertedBuildings> {
  for (const [number, { input }] of inputs.entries()) await host.openInput(number, input);
  const read = await readFeatures(inputs, findings, host, options);
  const { features, statistics, classes } = read;
  if (features.count === 0) {
    const file = inputs.map(({ input }) => input.file).join(', ');
    throw new InputError({ file }, 'nothing in it has geometry that can be drawn.');
  }
  const columns = planColumns(statistics, features.count, [...classes.keys()]);
  await host.setColumns(columns);
  const plan = planTiles(features);
  const fingerprints: string[] = [];
  const write = async (path: string, bytes: Uint8Array) => {
    fingerprints.push(`${path} ${hashBytes(bytes)}`);
    await host.writeFile(path, bytes);
  };
  const index = createIndex(plan, features);
  let described: AttributeColumn[] = [];
  const built = await buildTiles(plan, host, options, fingerprints, async (leaves) => {
    described = await writeColumns(columns, plan, leaves, host, options, fingerprints);
    await write('buildings/index.bin', new Uint8Array(index.longitude.buffer as ArrayBuffer));
    await writeFootprints(leaves, host, fingerprints);
  });
  for (const { path, json } of formatTileset(plan.root)) {
    await write(path, new TextEncoder().encode(JSON.stringify(json)));
  }
  const [west, south, east, north, bottom, top] = plan.root.region;
  const degrees = (angle: number) => (angle * 180) / Math.PI;
  return {
    layer: {
      kind: 'buildings',
      id: 'buildings',
      name: 'Buildings',
      tileset: 'buildings/tileset.json',
      index: 'buildings/index.bin',
      footprints: FOOTPRINTS,
      count: features.count,
      columns: described,
    },
    boundsDeg: [degrees(west), degrees(south), degrees(east), degrees(north)],
    heightM: [bottom, top],
    featuresByInput: read.featuresByInput,
    classes,
    findings,
    tiles: { leaves: plan.leaves.length, coarse: built.coarseCount, sizes: built.sizes },
    leafBytes: built.leaves.map(({ sizes }) => sizes.raw),
    fingerprints,
    footings: index,
  };
}

/** Twelve hex digits that change with any file. */
export const toBuildName = (fingerprints: readonly string[]) =>
  hashText(fingerprints.toSorted().join('\n')).slice(0, 12);

async function readFeatures(
  inputs: readonly ScannedInput[],
  findings: Findings,
  host: ConversionHost,
  { onProgress, signal }: ConvertOptions,
) {
  const features = new CityFeatures();
  const statistics: AttributeStatistics = new Map();
  const classes = new Map<string, number>();
  const featuresByInput = inputs.map(() => 0);
  const batches = inputs.flatMap((input) => input.batches);
  const total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  await runInOrder(
    batches,
    host.atOnce,
    (batch) => host.readBatch(batch),
    (summary, number) => {
      features.add(summary);
      mergeStatistics(statistics, summary.statistics);
      findings.merge(summary.findings);
      summary.classes.forEach((name, code) => {
        classes.set(name, (classes.get(name) ?? 0) + summary.classCounts[code]!);
      });
      const batch = batches[number]!;
      featuresByInput[batch.input] = featuresByInput[batch.input]! + summary.count;
      done += batch.end - batch.start;
      onProgress?.('read', Math.min(done, total), total);
    },
    signal,
  );
  onProgress?.('read', total, total);
  if (features.repeatedIds > 0)
    findings.add('id-repeated', 'see the id column', features.repeatedIds);
  return { features, statistics, classes, featuresByInput };
}

/** `afterLeaves` is called as soon as the leaves are done, while other hands begin with the coarse tiles. */
async function buildTiles(
  { leaves, coarse }: TilePlan,
  host: ConversionHost,
  { onProgress, signal }: ConvertOptions,
  fingerprints: string[],
  afterLeaves: (leaves: readonly TileSummary[]) => Promise<void>,
) {
  const tasks = [...leaves, ...coarse].flatMap(({ task }) => task ?? []);
  const summaries: TileSummary[] = [];
  const sizes = { raw: 0, gzip: 0, brotli: 0 };
  await runInOrder(
    tasks,
    host.atOnce,
    (task) => host.buildTile(task),
    async (summary, number) => {
      if (number < leaves.length) summaries.push(summary);
      fingerprints.push(`${tasks[number]?.path} ${summary.hash}`);
      sizes.raw += summary.sizes.raw;
      sizes.gzip += summary.sizes.gzip || summary.sizes.raw;
      sizes.brotli += summary.sizes.brotli || summary.sizes.raw;
      onProgress?.('tiles', number + 1, tasks.length);
      if (number === leaves.length - 1) await afterLeaves(summaries);
    },
    signal,
  );
  return { leaves: summaries, coarseCount: tasks.length - leaves.length, sizes };
}

async function writeColumns(
  columns: readonly PlannedColumn[],
  plan: TilePlan,
  leaves: readonly TileSummary[],
  host: ConversionHost,
  { onProgress, signal }: ConvertOptions,
  fingerprints: string[],
): Promise<AttributeColumn[]> {
  const described: AttributeColumn[] = [];
  for (const [number, column] of columns.entries()) {
    signal?.throwIfAborted();
    const path = `buildings/columns/${number}-${column.key.toLowerCase().slice(0, 40)}.bin`;
    const file = host.openFile(path);
    const hashes: string[] = [];
    const write = (bytes: Uint8Array) => {
      hashes.push(hashBytes(bytes));
      file.write(bytes);
    };
    if (column.type === 'text') writeText(number, plan.leaves, leaves, host, write);
    else for (const leaf of leaves) write(readColumn(leaf, number, host));
    await file.close();
    fingerprints.push(`${path} ${hashText(hashes.join(' '))}`);
    described.push(describe(column, path));
    onProgress?.('columns', number + 1, columns.length);
  }
  return described;
}

const FOOTPRINTS = 'buildings/footprints.bin';

/** First the directory, then the chunks: two passes, so that the outlines are never held whole. */
async function writeFootprints(
  leaves: readonly TileSummary[],
  host: ConversionHost,
  fingerprints: string[],
): Promise<void> {
  const pieces = leaves.flatMap(({ footprints }) => footprints ?? []);
  const hashes: string[] = [];
  const spans = pieces.map((piece) => {
    const chunk = host.readPiece(piece);
    hashes.push(hashBytes(chunk));
    return describeFootprintChunk(chunk);
  });
  const file = host.openFile(FOOTPRINTS);
  file.write(formatFootprintDirectory(spans));
  for (const piece of pieces) file.write(host.readPiece(piece));
  await file.close();
  fingerprints.push(`${FOOTPRINTS} ${hashText(hashes.join(' '))}`);
}

function describe(column: PlannedColumn, path: string): AttributeColumn {
  return {
    name: column.name,
    ...(column.role ? { role: column.role } : {}),
    ...(column.unit ? { unit: column.unit } : {}),
    type: column.type,
    path,
    present: column.present,
    ...(column.range ? { range: [column.range[0], column.range[1]] } : {}),
    ...(column.type === 'category' ? { values: [...column.values] } : {}),
  };
}

function readColumn(
  { columns, columnLengths }: TileSummary,
  number: number,
  host: ConversionHost,
): Uint8Array {
  if (!columns) return new Uint8Array(0);
  let offset = columns.offset;
  for (let before = 0; before < number; before++) offset += columnLengths[before]!;
  return host.readPiece({ ...columns, offset, length: columnLengths[number]! });
}

/** First the offsets of all texts, then their bytes: two passes, so that no column is held whole. */
function writeText(
  number: number,
  tiles: readonly PlannedTile[],
  leaves: readonly TileSummary[],
  host: ConversionHost,
  write: (bytes: Uint8Array) => void,
): void {
  let offset = 0;
  write(new Uint8Array(4));
  for (const [leaf, { start, end }] of tiles.entries()) {
    const piece = readColumn(leaves[leaf]!, number, host);
    const lengths = new Uint32Array(piece.slice(0, (end - start) * 4).buffer);
    const offsets = new Uint32Array(lengths.length);
    for (const [row, length] of lengths.entries()) {
      offset += length;
      offsets[row] = offset;
    }
    write(new Uint8Array(offsets.buffer));
  }
  for (const [leaf, { start, end }] of tiles.entries()) {
    write(readColumn(leaves[leaf]!, number, host).subarray((end - start) * 4));
  }
}

function createIndex({ order }: TilePlan, features: CityFeatures) {
  const index = createFeatureIndex(features.count);
  for (let at = 0; at < order.length; at++) {
    const feature = order[at]!;
    index.longitude[at] = features.longitude(feature);
    index.latitude[at] = features.latitude(feature);
    index.groundM[at] = features.value(feature, 'bottom');
    index.topM[at] = features.value(feature, 'top');
    index.radiusM[at] = features.radius(feature);
  }
  return index;
}
