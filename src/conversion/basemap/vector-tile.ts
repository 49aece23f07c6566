// Mapbox Vector Tiles 2.1: bytes ⇄ features in flat arrays.

import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader, PbfWriter } from 'pbf';
import { type Properties, type Shape, TILE_EXTENT, type TileFeature } from './schema.ts';

const shapes: readonly (Shape | undefined)[] = [undefined, 'point', 'line', 'polygon'];

/** Features by layer name, whatever the names are; layers of another extent are scaled to 4,096. Throws on broken bytes. */
export function parseVectorTile(bytes: Uint8Array): Map<string, TileFeature[]> {
  const layers = new Map<string, TileFeature[]>();
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) {
    const features: TileFeature[] = [];
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const shape = shapes[feature.type];
      if (!shape) continue;
      const parts = toParts(feature, TILE_EXTENT / layer.extent);
      features.push({ shape, properties: feature.properties, parts });
    }
    layers.set(name, features);
  }
  return layers;
}

/** How many features the tile has, read without their geometry. */
export function countFeatures(bytes: Uint8Array): number {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers).reduce((sum, { length }) => sum + length, 0);
}

function toParts(feature: VectorTileFeature, scale: number): Int32Array[] {
  return feature.loadGeometry().map((points) => {
    const part = new Int32Array(points.length * 2);
    for (const [index, point] of points.entries()) {
      part[index * 2] = Math.round(point.x * scale);
      part[index * 2 + 1] = Math.round(point.y * scale);
    }
    return part;
  });
}

/** The tile's bytes, not compressed; layers without features are left out. */
export function formatVectorTile(
  layers: Iterable<readonly [string, readonly TileFeature[]]>,
): Uint8Array {
  const writer = new PbfWriter();
  for (const [name, features] of layers) {
    if (features.length > 0) writer.writeMessage(3, writeLayer, { name, features });
  }
  return writer.finish();
}

interface Layer {
  readonly name: string;
  readonly features: readonly TileFeature[];
}

function writeLayer({ name, features }: Layer, writer: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<string | number | boolean, number>();
  writer.writeVarintField(15, 2);
  writer.writeStringField(1, name);
  for (const feature of features) {
    const tags = toTags(feature.properties, keys, values);
    writer.writeMessage(2, writeFeature, { feature, tags });
  }
  for (const key of keys.keys()) writer.writeStringField(3, key);
  for (const value of values.keys()) writer.writeMessage(4, writeValue, value);
  writer.writeVarintField(5, TILE_EXTENT);
}

function toTags(
  properties: Properties,
  keys: Map<string, number>,
  values: Map<string | number | boolean, number>,
): number[] {
  const tags: number[] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (!keys.has(key)) keys.set(key, keys.size);
    if (!values.has(value)) values.set(value, values.size);
    tags.push(keys.get(key) ?? 0, values.get(value) ?? 0);
  }
  return tags;
}

function writeFeature(
  { feature, tags }: { feature: TileFeature; tags: number[] },
  writer: PbfWriter,
): void {
  writer.writePackedVarint(2, tags);
  writer.writeVarintField(3, shapes.indexOf(feature.shape));
  writer.writePackedVarint(4, toCommands(feature));
}

const MOVE = 1;
const LINE = 2;
const CLOSE = 7;
const command = (id: number, count: number) => (count << 3) | id;
const zigzag = (value: number) => ((value << 1) ^ (value >> 31)) >>> 0;

/** Geometry as MVT commands: moves and lines relative to the pen; a ring's closing point is a command. */
function toCommands({ shape, parts }: TileFeature): number[] {
  const commands: number[] = [];
  let penX = 0;
  let penY = 0;
  for (const part of parts) {
    const points = part.length / 2 - (shape === 'polygon' ? 1 : 0);
    commands.push(command(MOVE, shape === 'point' ? points : 1));
    for (let index = 0; index < points; index++) {
      if (index === 1 && shape !== 'point') commands.push(command(LINE, points - 1));
      const x = part[index * 2]!;
      const y = part[index * 2 + 1]!;
      commands.push(zigzag(x - penX), zigzag(y - penY));
      penX = x;
      penY = y;
    }
    if (shape === 'polygon') commands.push(command(CLOSE, 1));
  }
  return commands;
}

function writeValue(value: string | number | boolean, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(1, value);
  else if (typeof value === 'boolean') writer.writeBooleanField(7, value);
  else if (!Number.isSafeInteger(value)) writer.writeDoubleField(3, value);
  else if (value < 0) writer.writeSVarintField(6, value);
  else writer.writeVarintField(5, value);
}
