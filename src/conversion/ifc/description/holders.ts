// Which sets each element has, by itself and through its type.

import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';

export interface Holders {
  /** Gives a set to the element or type with this number; false for anything else. */
  give(id: number, set: number): boolean;
  giveNode(node: number, set: number): void;
  /** By node. */
  readonly ofNode: readonly (readonly number[])[];
  /** By row of the type's record. */
  readonly ofType: ReadonlyMap<number, readonly number[]>;
}

export function createHolders(model: IfcModel, nodes: Nodes): Holders {
  const ofNode = Array.from({ length: nodes.count }, (): number[] => []);
  const ofType = new Map<number, number[]>();
  return {
    ofNode,
    ofType,
    give(id, set) {
      const node = nodes.nodeOf(id);
      if (node >= 0) {
        ofNode[node]!.push(set);
        return true;
      }
      const row = model.rowOf(id);
      if (!model.isA(row, 'IFCTYPEOBJECT')) return false;
      const sets = ofType.get(row) ?? [];
      sets.push(set);
      ofType.set(row, sets);
      return true;
    },
    giveNode: (node, set) => ofNode[node]!.push(set),
  };
}
