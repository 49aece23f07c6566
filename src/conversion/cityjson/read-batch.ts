// Reads the objects of a CityJSON batch: groups of a file's objects, or lines of a sequence.

import { InputError } from '#model/input-error.ts';
import type { Batch, CityJsonInput, ObjectGroups } from '../input.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { failParsing } from '../json/scanner.ts';
import type { ReadContext } from '../workshop.ts';
import { type CityObject, readCityFeature } from './feature.ts';
import type { VertexSource } from './geometry.ts';
import { toObject, toVertices } from './header.ts';
import { findRoots, toIds } from './layout.ts';
import { lineOf } from './sequence.ts';

const decoder = new TextDecoder();

export function readCityJsonBatch(batch: Batch, input: CityJsonInput, context: ReadContext): void {
  if (batch.groups) readGroups(batch, batch.groups, input, context);
  else readLines(batch, input, context);
}

function readGroups(
  batch: Batch,
  groups: ObjectGroups,
  input: CityJsonInput,
  context: ReadContext,
): void {
  const { source } = context.open;
  const whole = readWhole(source, batch, groups);
  let at = 0;
  for (const size of groups.groupSizes) {
    const objects: CityObject[] = [];
    for (const next = at + size; at < next; at++) {
      const start = groups.ranges[at * 2]!;
      const end = groups.ranges[at * 2 + 1]!;
      const bytes =
        whole?.subarray(start - batch.start, end - batch.start) ?? source.read(start, end - start);
      const value = parse(source, start, bytes);
      objects.push({ id: groups.ids[at]!, value: toObject(value) });
    }
    readObjects(objects, input, context);
  }
}

function readLines(batch: Batch, input: CityJsonInput, context: ReadContext): void {
  const { source } = context.open;
  const bytes = source.read(batch.start, batch.end - batch.start).slice();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    const offset = batch.start + start;
    start = end + 1;
    if (isBlank(line)) continue;
    readSequenceFeature(parse(source, offset, line), input, context, offset);
  }
}

const isBlank = (line: Uint8Array) => line.every((byte) => byte <= 0x20 || byte === 0x1e);

function readSequenceFeature(
  value: unknown,
  input: CityJsonInput,
  context: ReadContext,
  offset: number,
): void {
  const feature = toObject(value);
  if (feature.type !== 'CityJSONFeature') {
    throw new InputError(
      { file: input.file, at: lineOf(context.open.source, offset) },
      `found a line of type ${String(feature.type)} where a CityJSONFeature was expected.`,
    );
  }
  const own = { ...input, vertices: toVertices(feature.vertices, input.file) };
  const objects = Object.entries(toObject(feature.CityObjects)).map(([id, object]) => ({
    id,
    value: toObject(object),
  }));
  const related = objects.map(({ id, value: object }) => ({
    id,
    type: String(object.type),
    parents: [...toIds(object.parents), ...toIds(object.parent)],
    children: toIds(object.children),
  }));
  const roots = findRoots(related, input.file, context.findings);
  for (const [index, root] of roots.entries()) {
    if (root !== index) continue;
    const members = objects.filter((_, member) => member !== root && roots[member] === root);
    readObjects([objects[root]!, ...members], own, context);
  }
}

function readObjects(
  objects: readonly CityObject[],
  from: VertexSource & Pick<CityJsonInput, 'lod'>,
  { open, mesh, findings, emit }: ReadContext,
): void {
  mesh.begin(open.placement);
  const feature = readCityFeature(objects, from, mesh, findings, from.lod);
  if (feature) emit(feature);
}

/** All bytes of the batch where its objects lie together; undefined where parts stand far from their building. */
function readWhole(source: ByteSource, { start, end }: Batch, { ranges }: ObjectGroups) {
  let wanted = 0;
  let isInside = true;
  for (let at = 0; at < ranges.length; at += 2) {
    wanted += ranges[at + 1]! - ranges[at]!;
    isInside &&= ranges[at]! >= start && ranges[at + 1]! <= end;
  }
  return isInside && end - start < wanted * 2 ? source.read(start, end - start).slice() : undefined;
}

function parse(source: ByteSource, offset: number, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (error) {
    return failParsing(source, offset, bytes, error);
  }
}
