// The street and the drains under it: inlets swallow as weirs and orifices (`drainage/street-exchange.ts`), what the
// drains can't hold comes up at its node. Catchments stay out: rain falls on the ground and runs to the inlets. m³, m.

import type { Drainage, KeptDrainage } from '../../drainage/run-drainage.ts';
import type { SewerExchange } from './parts.ts';

/** An inlet in the street: where it is, what it drains to. */
export interface Inlet {
  /** Row-major cell. */
  readonly cell: number;
  /** Row of the drainage model's nodes. */
  readonly node: number;
  readonly perimeterM: number;
  readonly openingM2: number;
}

export interface SewerSetup {
  /** With `hasStreet` and without catchments. */
  readonly drainage: Drainage;
  readonly inlets: readonly Inlet[];
  /** Cell over each node of the model; −1 outside the grid: what comes up there is gone. */
  readonly nodeCells: Int32Array;
  /** Default 5 s. */
  readonly stepS?: number;
}

interface KeptSewers {
  readonly drainage: KeptDrainage;
  readonly swallowed: number;
  readonly surcharged: number;
  readonly outside: number;
}

/** Throws where `drainage` has no street. */
export function createSewers({
  drainage,
  inlets,
  nodeCells,
  stepS = 5,
}: SewerSetup): SewerExchange {
  const { exchange, drains } = drainage;
  if (!exchange) throw new RangeError('These drains have no street to exchange water with.');
  const count = drains.nodes.count;
  const rowOf = new Map<number, number>();
  for (const cell of [...inlets.map((inlet) => inlet.cell), ...nodeCells])
    if (cell >= 0 && !rowOf.has(cell)) rowOf.set(cell, rowOf.size);
  const cells = Int32Array.from(rowOf.keys());
  const rows = inlets.map(({ cell }) => rowOf.get(cell) ?? 0);
  const nodeRows = Int32Array.from(nodeCells, (cell) => rowOf.get(cell) ?? -1);
  const perimeterM = new Float64Array(count);
  const openingM2 = new Float64Array(count);
  const sharers = new Float64Array(cells.length);
  inlets.forEach((inlet, k) => {
    perimeterM[inlet.node]! += inlet.perimeterM;
    openingM2[inlet.node]! += inlet.openingM2;
    sharers[rows[k]!]!++;
  });
  const nodeDepthM = new Float64Array(count);
  const nodeM3 = new Float64Array(count);
  const movedM3 = new Float64Array(count);
  let sums = { swallowed: 0, surcharged: 0, outside: 0 };

  /** Depth at a node's inlets, weighted by their perimeters, and what lies in their cells. */
  function gather(depthM: Float64Array, availableM3: Float64Array): void {
    nodeDepthM.fill(0);
    nodeM3.fill(0);
    inlets.forEach((inlet, k) => {
      const row = rows[k]!;
      const { node } = inlet;
      nodeDepthM[node]! += (depthM[row]! * inlet.perimeterM) / perimeterM[node]!;
      nodeM3[node]! += availableM3[row]! / sharers[row]!;
    });
  }

  return {
    cells,
    stepS,
    exchange(depthM, availableM3, seconds, into) {
      into.fill(0);
      gather(depthM, availableM3);
      exchange.swallow({ perimeterM, openingM2 }, nodeDepthM, nodeM3, seconds, movedM3);
      inlets.forEach((inlet, k) => {
        const row = rows[k]!;
        const { node } = inlet;
        if (movedM3[node]! <= 0) return;
        const share = availableM3[row]! / sharers[row]! / nodeM3[node]!;
        into[row]! -= movedM3[node]! * share;
        sums.swallowed += movedM3[node]! * share;
      });
      drainage.advance(drainage.timeS() + seconds);
      exchange.takeOverflow(movedM3);
      for (let node = 0; node < count; node++) {
        const row = nodeRows[node]!;
        if (row >= 0) into[row]! += movedM3[node]!;
        sums[row >= 0 ? 'surcharged' : 'outside'] += movedM3[node]!;
      }
    },
    totals: () => sums,
    snapshot: (): KeptSewers => ({ drainage: drainage.keep(), ...sums }),
    restore(kept) {
      if (!isKept(kept)) throw new TypeError('This is no kept state of sewers.');
      drainage.restore(kept.drainage);
      const { swallowed, surcharged, outside } = kept;
      sums = { swallowed, surcharged, outside };
    },
  };
}

const isKept = (value: unknown): value is KeptSewers =>
  typeof value === 'object' && value !== null && 'drainage' in value && 'swallowed' in value;
