// The two kinds of work that fill the time of a conversion: reading a batch of features into records, and
// building a tile from records. A browser has one workshop, a Node ingest one per thread.

import { createToGeodetic, isInArea } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';
import type { PlannedColumn } from './attributes/plan.ts';
import { type AttributeStatistics, addAttributes } from './attributes/statistics.ts';
import type { CityFeature } from './cityjson/feature.ts';
import { readCityJsonBatch } from './cityjson/read-batch.ts';
import { readFootprintBatch } from './footprints/read-batch.ts';
import { FeatureMesh } from './geometry/feature-mesh.ts';
import { createPlacement, type Placement } from './geometry/placement.ts';
import type { Batch, Input } from './input.ts';
import type { ByteSource } from './json/byte-source.ts';
import { RecordWriter } from './record.ts';
import { Findings } from './report.ts';
import { type BatchSummary, SummaryBuilder } from './summary.ts';
import { buildTile, type TileSummary, type TileTask } from './tiles/build-tile.ts';

/** Bytes in a spill: what was read and not yet built. */
export interface Piece {
  readonly spill: number;
  readonly offset: number;
  readonly length: number;
}

/** Where a workshop keeps its records and puts its tiles. */
export interface Storage {
  /** The bytes are the caller's again once it returns. */
  append(bytes: Uint8Array): Piece;
  /** A copy that starts at an 8-byte boundary. */
  read(piece: Piece): Uint8Array;
  /** Stores a finished file of the package and tells its sizes. */
  writeFile(path: string, bytes: Uint8Array): FileSizes;
}

export interface FileSizes {
  readonly raw: number;
  /** 0 where the packed form was not worth keeping. */
  readonly gzip: number;
  readonly brotli: number;
}

/** Height of the ground above the ellipsoid (m) at a position (rad); undefined where it is not known. */
export type Ground = (longitude: number, latitude: number) => number | undefined;

export interface Surroundings {
  readonly geoid: Geoid;
  readonly ground?: Ground | undefined;
  /** Tiles packed by meshopt, as by default, or plain for readers without it. */
  readonly isCompressed?: boolean | undefined;
}

/** An input as a workshop has it open. */
export interface OpenInput {
  readonly input: Input;
  readonly source: ByteSource;
  readonly placement: Placement;
  readonly surroundings: Surroundings;
}

/** Takes a feature whose geometry stands in the shared mesh. */
export type EmitFeature = (feature: CityFeature) => void;

/** What stands on the ground and has a volume: it is drawn as a block from afar. */
const BLOCK_CLASSES = /^\+?(Building|OtherConstruction)/;

export class Workshop {
  readonly #storage: Storage;
  readonly #surroundings: Surroundings;
  readonly #inputs = new Map<number, OpenInput>();
  readonly #mesh = new FeatureMesh();
  readonly #records = new RecordWriter();
  #columns: readonly PlannedColumn[] = [];

  constructor(storage: Storage, surroundings: Surroundings) {
    this.#storage = storage;
    this.#surroundings = surroundings;
  }

  openInput(number: number, input: Input, source: ByteSource): void {
    const surroundings = this.#surroundings;
    const placement = createInputPlacement(input, surroundings.geoid);
    this.#inputs.set(number, { input, source, placement, surroundings });
  }

  setColumns(columns: readonly PlannedColumn[]): void {
    this.#columns = columns;
  }

  readBatch(batch: Batch): BatchSummary {
    const open = this.#inputs.get(batch.input);
    if (!open) throw new Error(`Input ${batch.input} was not opened before its batch.`);
    const findings = new Findings();
    const statistics: AttributeStatistics = new Map();
    const summary = new SummaryBuilder();
    const mesh = this.#mesh;
    const { horizontal } = crsOf(open.input);
    const records = this.#records;
    records.clear();
    const emit: EmitFeature = ({ id, objectClass, attributes }) => {
      if (mesh.isEmpty) return;
      checkPlace(mesh, open.input, id);
      const longitude = (mesh.west + mesh.east) / 2;
      const latitude = (mesh.south + mesh.north) / 2;
      if (!isInArea(horizontal, toDegrees(radians(longitude)), toDegrees(radians(latitude)))) {
        findings.add('outside-area', id);
      }
      const plain = JSON.stringify(addAttributes(statistics, attributes));
      const hasBlock = BLOCK_CLASSES.test(objectClass);
      const length = records.add(mesh, id, objectClass, plain, hasBlock);
      summary.add(mesh, id, objectClass, length, records.blockHeight);
    };
    const context = { open, mesh, findings, emit };
    if (open.input.kind === 'cityjson') readCityJsonBatch(batch, open.input, context);
    else readFootprintBatch(batch, open.input, context);
    return summary.take(this.#storage.append(records.bytes), statistics, findings.counts);
  }

  buildTile(task: TileTask): TileSummary {
    const isCompressed = this.#surroundings.isCompressed ?? true;
    return buildTile(task, this.#columns, this.#storage, { isCompressed });
  }
}

/** What the readers of a format get. */
export interface ReadContext {
  readonly open: OpenInput;
  readonly mesh: FeatureMesh;
  readonly findings: Findings;
  readonly emit: EmitFeature;
}

export function crsOf({ crs, file }: Pick<Input, 'crs' | 'file'>) {
  const parsed = parseCrs(crs.text);
  if (!parsed.ok) throw new InputError({ file }, parsed.reason);
  return parsed.value;
}

export function createInputPlacement(input: Input, geoid: Geoid): Placement {
  const compound = crsOf(input);
  return createPlacement(createToGeodetic(compound, geoid, { axes: input.crs.axes }), {
    isGeographic: compound.horizontal.kind === 'geographic',
    metresPerUnit: compound.vertical.metresPerUnit,
  });
}

function checkPlace(mesh: FeatureMesh, input: Input, id: string): void {
  if (Number.isFinite(mesh.west + mesh.east + mesh.south + mesh.north + mesh.bottom + mesh.top)) {
    return;
  }
  throw new InputError(
    { file: input.file, at: id },
    `its coordinates have no place on the Earth in ${input.crs.text}; give the right CRS with --crs EPSG:….`,
  );
}
