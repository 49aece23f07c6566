// The vertices of a plain CityJSON file: read by one thread while the main thread scans the objects, kept once
// for all threads.

import { guessVerticesAt, readVertices } from '#conversion/cityjson/layout.ts';
import { openFileSource } from './file-source.ts';
import type { FoundVertices, ThreadJob } from './thread-job.ts';

/** Undefined where no list is found or it can't be read: the scan then says why, in its words. */
export function findVertices({
  path,
  file,
}: Extract<ThreadJob, { kind: 'vertices' }>): FoundVertices | undefined {
  const source = openFileSource(path, file);
  try {
    const at = guessVerticesAt(source);
    return at === undefined ? undefined : { at, vertices: share(readVertices(source, at)) };
  } catch {
    return undefined;
  } finally {
    source.close();
  }
}

/** A copy that threads see without getting copies of their own; the same array where it is shared already. */
export function share(vertices: Float64Array): Float64Array<SharedArrayBuffer> {
  if (isShared(vertices)) return vertices;
  const shared = new Float64Array(new SharedArrayBuffer(vertices.byteLength));
  shared.set(vertices);
  return shared;
}

const isShared = (vertices: Float64Array): vertices is Float64Array<SharedArrayBuffer> =>
  vertices.buffer instanceof SharedArrayBuffer;
