// First pass over a CityJSON file: its header, its vertices, and where each object stands, grouped so that
// a building and its parts are read together.

import { InputError } from '#model/input-error.ts';
import { GrowingFloat64 } from '../geometry/growing.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { JsonScanner } from '../json/scanner.ts';
import type { Findings } from '../report.ts';
import { type CityJsonHeader, type HeaderMembers, toHeader } from './header.ts';

export interface CityJsonLayout {
  readonly header: CityJsonHeader;
  /** First byte of the list of vertices, for `readVertices`. */
  readonly verticesAt: number;
  /** Ids of the objects, group after group, each group's root first. */
  readonly ids: readonly string[];
  /** Start and end byte of each object in the order of `ids`. */
  readonly ranges: Float64Array;
  /** Number of objects in each group. */
  readonly groupSizes: Uint32Array;
}

interface Entry {
  readonly id: string;
  readonly start: number;
  end: number;
  type: string;
  parents: string[];
  children: string[];
}

export function scanCityJson(source: ByteSource, findings: Findings): CityJsonLayout {
  const scanner = new JsonScanner(source);
  const members: HeaderMembers = {};
  const entries: Entry[] = [];
  let verticesAt: number | undefined;
  scanner.readObject((key) => {
    switch (key) {
      case 'type':
      case 'version':
      case 'metadata':
      case 'transform':
      case 'extensions':
        members[key] = scanner.readValue();
        break;
      case 'geometry-templates':
        members.templates = scanner.readValue();
        break;
      case 'appearance':
        readAppearance(scanner, members);
        break;
      case 'CityObjects':
        readObjects(scanner, entries);
        break;
      case 'vertices':
        scanner.peek();
        verticesAt = scanner.offset;
        scanner.skipValue();
        break;
      default:
        scanner.skipValue();
    }
  });
  if (scanner.peek() !== -1) scanner.fail('there is more after the end of the JSON object.');
  const header = toHeader(members, source.file);
  if (verticesAt === undefined) {
    throw new InputError({ file: source.file, at: 'vertices' }, 'the list of vertices is missing.');
  }
  return { header, verticesAt, ...groupObjects(entries, source.file, findings) };
}

export function readAppearance(scanner: JsonScanner, members: HeaderMembers): void {
  scanner.readObject((key) => {
    if (key === 'materials') members.materials = scanner.readValue();
    else if (key === 'textures') {
      scanner.readArray((index) => {
        scanner.skipValue();
        members.textureCount = index + 1;
      });
    } else scanner.skipValue();
  });
}

function readObjects(scanner: JsonScanner, entries: Entry[]): void {
  scanner.readObject((id) => {
    scanner.peek();
    const entry: Entry = { id, start: scanner.offset, end: 0, type: '', parents: [], children: [] };
    scanner.readObject((key) => {
      if (key === 'type') entry.type = String(scanner.readValue());
      else if (key === 'parents' || key === 'parent') entry.parents = toIds(scanner.readValue());
      else if (key === 'children') entry.children = toIds(scanner.readValue());
      else scanner.skipValue();
    });
    entry.end = scanner.offset;
    entries.push(entry);
  });
}

/** The list of vertices that begins at `at`: x, y, z as written, before the transform. */
export function readVertices(source: ByteSource, at: number): Float64Array {
  const scanner = new JsonScanner(source, at);
  const vertices = new GrowingFloat64();
  scanner.readArray(() => {
    scanner.readTightTriples(vertices);
    let count = 0;
    scanner.readArray(() => {
      const value = scanner.readNumber();
      if (count++ < 3) vertices.push(value);
    });
    if (count >= 3) return;
    const vertex = Math.floor(vertices.length / 3);
    scanner.fail(`vertex ${vertex} has ${count} coordinates; expected 3.`);
  });
  return vertices.take();
}

const WINDOW = 1 << 20;
const VERTICES_KEY = '"vertices":';

/**
 * Where the list of vertices seems to begin, sought from the end of the file, where most writers put it. It is
 * a guess, to be read while the objects are scanned: the scan tells whether it was right.
 */
export function guessVerticesAt(source: ByteSource): number | undefined {
  const decoder = new TextDecoder('latin1');
  for (let end = source.size; end > 0; end -= WINDOW) {
    const start = Math.max(0, end - WINDOW - VERTICES_KEY.length);
    const found = decoder.decode(source.read(start, end - start)).lastIndexOf(VERTICES_KEY);
    if (found === -1) continue;
    const scanner = new JsonScanner(source, start + found + VERTICES_KEY.length);
    scanner.peek();
    return scanner.offset;
  }
  return undefined;
}

/** Ids in `parents` and `children`, which may be one string (0.8). */
export function toIds(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Objects by the root that they belong to: a part goes with its building, a member of a group stays alone. */
export function findRoots(
  objects: readonly Pick<Entry, 'id' | 'type' | 'parents' | 'children'>[],
  file: string,
  findings: Findings,
): number[] {
  const indexOf = new Map<string, number>();
  const isReferenced = objects.some(
    ({ parents, children }) => parents.length + children.length > 0,
  );
  if (isReferenced) for (const [index, { id }] of objects.entries()) indexOf.set(id, index);
  const parentOf = objects.map(({ id, parents }) => {
    for (const parent of parents) {
      const index = indexOf.get(parent);
      if (index === undefined) findings.add('parent-missing', id);
      else if (objects[index]?.type !== 'CityObjectGroup') return index;
    }
    return -1;
  });
  for (const [index, { id, type, children }] of objects.entries()) {
    for (const child of children) {
      const childIndex = indexOf.get(child);
      if (childIndex === undefined) {
        throw new InputError(
          { file, at: `CityObjects.${id}` },
          `it lists the child ${child}, which is not in the file.`,
        );
      }
      if (type !== 'CityObjectGroup' && parentOf[childIndex] === -1) parentOf[childIndex] = index;
    }
  }
  return objects.map((object, index) => {
    let root = index;
    for (let step = 0; parentOf[root] !== -1; step++) {
      root = parentOf[root]!;
      if (step > objects.length) {
        throw new InputError(
          { file, at: `CityObjects.${object.id}` },
          'its parents lead back to itself.',
        );
      }
    }
    return root;
  });
}

function groupObjects(entries: readonly Entry[], file: string, findings: Findings) {
  const roots = findRoots(entries, file, findings);
  const groupOf = new Map<number, number[]>();
  for (const [index, root] of roots.entries()) {
    if (root === index) groupOf.set(root, [root]);
  }
  for (const [index, root] of roots.entries()) if (root !== index) groupOf.get(root)?.push(index);
  const ranges = new Float64Array(entries.length * 2);
  const groupSizes = new Uint32Array(groupOf.size);
  const ids: string[] = [];
  let at = 0;
  let group = 0;
  for (const members of groupOf.values()) {
    groupSizes[group++] = members.length;
    for (const member of members) {
      const entry = entries[member]!;
      ids.push(entry.id);
      ranges[at++] = entry.start;
      ranges[at++] = entry.end;
    }
  }
  return { ids, ranges, groupSizes };
}
