// What a file holds, told without converting it: types, levels of detail, geometries, attributes, extent.

import { type PlannedColumn, planColumns } from './attributes/plan.ts';
import { type AttributeStatistics, addAttributes } from './attributes/statistics.ts';
import { toLod } from './cityjson/geometry.ts';
import { toObject } from './cityjson/header.ts';
import { type CityJsonLayout, readVertices, scanCityJson } from './cityjson/layout.ts';
import { readSequenceHeader, scanSequenceLines } from './cityjson/sequence.ts';
import { detectFormat } from './detect.ts';
import { scanGeoJson } from './footprints/scan.ts';
import type { ByteSource } from './json/byte-source.ts';
import { type FindingCounts, Findings } from './report.ts';

export interface Inspection {
  /** e.g. `CityJSON 2.0`. */
  readonly format: string;
  /** As the file names it. */
  readonly crs: string | undefined;
  readonly count: number;
  /** Objects or features by type. */
  readonly types: ReadonlyMap<string, number>;
  /** Geometries by `type, LoD`. */
  readonly geometries: ReadonlyMap<string, number>;
  readonly attributes: readonly PlannedColumn[];
  /** Least x, y, z, greatest x, y, z in the file's own coordinates. */
  readonly extent: readonly number[] | undefined;
  readonly extensions: readonly string[];
  readonly oddities: readonly string[];
  readonly findings: FindingCounts;
}

/** Throws `InputError` for what is neither CityJSON nor GeoJSON, and for what is malformed. */
export function inspectSource(source: ByteSource): Inspection {
  const format = detectFormat(source);
  if (format === 'cityjson') return inspectObjects(source);
  if (format === 'cityjson-seq') return inspectSequence(source);
  return inspectFeatures(source, format === 'geojson-lines');
}

class Tally {
  readonly types = new Map<string, number>();
  readonly geometries = new Map<string, number>();
  readonly statistics: AttributeStatistics = new Map();
  readonly extent = [1, 1, 1, -1, -1, -1].map((sign) => sign * Number.POSITIVE_INFINITY);
  count = 0;
  withoutGeometry = 0;

  add(type: string, attributes: Record<string, unknown>): void {
    this.count++;
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
    addAttributes(this.statistics, attributes);
  }

  addGeometry(name: string): void {
    this.geometries.set(name, (this.geometries.get(name) ?? 0) + 1);
  }

  addPosition(...position: readonly number[]): void {
    for (let axis = 0; axis < 3; axis++) {
      const value = position[axis];
      if (value === undefined) continue;
      this.extent[axis] = Math.min(this.extent[axis]!, value);
      this.extent[axis + 3] = Math.max(this.extent[axis + 3]!, value);
    }
  }

  take(): Pick<Inspection, 'count' | 'types' | 'geometries' | 'attributes' | 'extent'> {
    return {
      count: this.count,
      types: this.types,
      geometries: this.geometries,
      attributes: planColumns(this.statistics, this.count, []).slice(2),
      extent: Number.isFinite(this.extent[0]) ? this.extent : undefined,
    };
  }
}

function inspectObjects(source: ByteSource): Inspection {
  const findings = new Findings();
  const layout = scanCityJson(source, findings);
  const tally = new Tally();
  for (const value of readObjects(source, layout)) addObject(tally, toObject(value), layout.header);
  addVertices(tally, readVertices(source, layout.verticesAt), layout.header);
  return describe(`CityJSON ${layout.header.version}`, layout.header, tally, findings);
}

function* readObjects(source: ByteSource, { ranges }: CityJsonLayout): Generator<unknown> {
  const decoder = new TextDecoder();
  for (let at = 0; at < ranges.length; at += 2) {
    const bytes = source.read(ranges[at]!, ranges[at + 1]! - ranges[at]!);
    yield JSON.parse(decoder.decode(bytes));
  }
}

function inspectSequence(source: ByteSource): Inspection {
  const { header } = readSequenceHeader(source);
  const tally = new Tally();
  for (const { value } of scanSequenceLines(source)) {
    const feature = toObject(value);
    if (feature.type !== 'CityJSONFeature') continue;
    for (const object of Object.values(toObject(feature.CityObjects))) {
      addObject(tally, toObject(object), header);
    }
    const { vertices } = feature;
    if (Array.isArray(vertices)) addVertices(tally, Float64Array.from(vertices.flat()), header);
  }
  return describe(`CityJSONSeq ${header.version}`, header, tally, new Findings());
}

type Header = CityJsonLayout['header'];

function addObject(tally: Tally, object: Record<string, unknown>, header: Header): void {
  tally.add(String(object.type), toObject(object.attributes));
  const geometries = Array.isArray(object.geometry) ? object.geometry : [];
  if (geometries.length === 0) tally.withoutGeometry++;
  for (const geometry of geometries.map(toObject)) {
    tally.addGeometry(`${String(geometry.type)}, LoD ${toLod(geometry, header) ?? 'not given'}`);
  }
}

function addVertices(tally: Tally, vertices: Float64Array, { transform }: Header): void {
  const { scale, translate } = transform ?? { scale: [1, 1, 1], translate: [0, 0, 0] };
  for (let at = 0; at < vertices.length; at += 3) {
    tally.addPosition(
      vertices[at]! * scale[0] + translate[0],
      vertices[at + 1]! * scale[1] + translate[1],
      vertices[at + 2]! * scale[2] + translate[2],
    );
  }
}

function describe(format: string, header: Header, tally: Tally, findings: Findings): Inspection {
  const oddities: string[] = [];
  if (tally.withoutGeometry > 0)
    oddities.push(`${tally.withoutGeometry} objects have no geometry.`);
  if (header.textureCount > 0)
    oddities.push(`${header.textureCount} textures, which are not used.`);
  if (header.templates.length > 0) oddities.push(`${header.templates.length} geometry templates.`);
  if (header.crs === undefined) oddities.push('No coordinate reference system is named.');
  return {
    format,
    crs: header.crs,
    ...tally.take(),
    extensions: header.extensions,
    oddities,
    findings: findings.counts,
  };
}

function inspectFeatures(source: ByteSource, isLines: boolean): Inspection {
  const tally = new Tally();
  const layout = isLines ? undefined : scanGeoJson(source, 0, 1 << 20);
  const decoder = new TextDecoder();
  const addFeature = (value: unknown) => {
    const feature = toObject(value);
    const { type, coordinates } = toObject(feature.geometry);
    tally.add(String(feature.type), toObject(feature.properties));
    tally.addGeometry(String(type ?? 'none'));
    addCoordinates(tally, coordinates);
  };
  for (const { start, end } of layout?.batches ?? []) {
    const elements: unknown[] = JSON.parse(`[${decoder.decode(source.read(start, end - start))}]`);
    for (const element of elements) addFeature(element);
  }
  if (isLines) for (const { value } of scanSequenceLines(source)) addFeature(value);
  return {
    format: isLines ? 'GeoJSON lines' : 'GeoJSON',
    crs: layout?.crs ?? 'OGC:CRS84',
    ...tally.take(),
    extensions: [],
    oddities: layout?.name ? [`The collection is called ${layout.name}.`] : [],
    findings: {},
  };
}

function addCoordinates(tally: Tally, coordinates: unknown): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') tally.addPosition(...coordinates);
  else for (const part of coordinates) addCoordinates(tally, part);
}
