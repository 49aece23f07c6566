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
  _EN_getnodevalues(handle: number, property: number, values: number): number;
  _EN_getlinkvalues(handle: number, property: number, values: number): number;
}

/** By index − 1. */
export const readNodes = (source: Source, property: NodeProperty, count: number): Float64Array =>
  read(source, '_EN_getnodevalues', property, count);

export const readLinks = (source: Source, property: LinkProperty, count: number): Float64Array =>
  read(source, '_EN_getlinkvalues', property, count);

function read(
  { workspace, project }: Source,
  call: '_EN_getnodevalues' | '_EN_getlinkvalues',
  property: number,
  count: number,
): Float64Array {
  const instance = workspace.instance as unknown as Instance;
  const { _projectHandle: handle } = project as unknown as { readonly _projectHandle: number };
  const pointer = instance._malloc(8 * count);
  try {
    const code = instance[call](handle, property, pointer);
    if (code >= 100) throw new EpanetError(code, `EPANET says: ${workspace.getError(code)}`);
    // The memory may have grown meanwhile: its view is asked for anew.
    return instance.HEAPF64.slice(pointer / 8, pointer / 8 + count);
  } finally {
    instance._free(pointer);
  }
}
