// A property of all nodes or links at once, straight from EPANET's memory: the binding's own `getNodeValues` spreads the
// numbers into a plain array first, eight times for each instant that is read.

import type { LinkProperty, NodeProperty, Project, Workspace } from 'epanet-js';
import { EpanetError } from './epanet.ts';

interface Source {
  readonly workspace: Workspace;
  readonly project: Project;
}

interface Instance {
  readonly HEAPF64: Float64Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _EN_getnodevalue(handle: number, index: number, property: number, value: number): number;
  _EN_getnodevalues(handle: number, property: number, values: number): number;
  _EN_getlinkvalues(handle: number, property: number, values: number): number;
}

/** By index − 1. */
export const readNodes = (source: Source, property: NodeProperty, count: number): Float64Array =>
  read(source, '_EN_getnodevalues', property, count).slice();

export const readLinks = (source: Source, property: LinkProperty, count: number): Float64Array =>
  read(source, '_EN_getlinkvalues', property, count).slice();

/** Like `readNodes`, but EPANET's own memory: it holds until the next time that anything is read. */
export const viewNodes = (source: Source, property: NodeProperty, count: number): Float64Array =>
  read(source, '_EN_getnodevalues', property, count);

/** Undefined where EPANET refuses, which costs nothing here: 12,000 errors that are thrown take half a second. */
export function tryNode(source: Source, index: number, property: NodeProperty): number | undefined {
  const { instance, handle, pointer } = reach(source, 1);
  const code = instance._EN_getnodevalue(handle, index, property, pointer);
  return code >= 100 ? undefined : instance.HEAPF64[pointer / 8];
}

function read(
  source: Source,
  call: '_EN_getnodevalues' | '_EN_getlinkvalues',
  property: number,
  count: number,
): Float64Array {
  const { instance, handle, pointer } = reach(source, count);
  const code = instance[call](handle, property, pointer);
  if (code >= 100) throw new EpanetError(code, `EPANET says: ${source.workspace.getError(code)}`);
  // The memory may have grown meanwhile: its view is asked for anew.
  return instance.HEAPF64.subarray(pointer / 8, pointer / 8 + count);
}

interface Room {
  readonly pointer: number;
  readonly count: number;
}

const rooms = new WeakMap<Workspace, Room>();

/** One room a workspace, as large as was ever asked for. */
function reach({ workspace, project }: Source, count: number) {
  const instance = workspace.instance as unknown as Instance;
  const { _projectHandle: handle } = project as unknown as { readonly _projectHandle: number };
  let room = rooms.get(workspace);
  if (!room || room.count < count) {
    if (room) instance._free(room.pointer);
    room = { pointer: instance._malloc(8 * count), count };
    rooms.set(workspace, room);
  }
  return { instance, handle, pointer: room.pointer };
}
