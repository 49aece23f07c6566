// Street and drains exchange volumes every few seconds; between, the fluxes hold. m³, s.

import type { CellBook } from './cell-book.ts';
import type { PartFlow, SewerExchange, SewerState } from './parts.ts';

/** Share of a cell's water that inlets may swallow in one coupling. */
const MOST_SWALLOWED = 0.5;

export function createSewerOperator(sewers: SewerExchange, book: CellBook) {
  const { cells, stepS } = sewers;
  const slots = Array.from(cells, (cell) => book.slotOf(cell));
  const depthM = new Float64Array(cells.length);
  const availableM3 = new Float64Array(cells.length);
  const volumeM3 = new Float64Array(cells.length);
  let dueS = Number.NEGATIVE_INFINITY;
  let seconds = stepS;
  return {
    stepS,
    /** Adds the fluxes of the running coupling, or of a new one where it is due. */
    prepare(timeS: number): void {
      if (timeS >= dueS) {
        const next = (Math.floor(timeS / stepS + 1e-9) + 1) * stepS;
        seconds = next - timeS;
        dueS = next;
        const here = new Map<number, number>();
        for (const cell of cells) here.set(cell, (here.get(cell) ?? 0) + 1);
        slots.forEach((slot, row) => {
          depthM[row] = book.depthM(slot);
          // Several nodes may lie in one cell: each may have its part.
          const sharers = here.get(cells[row]!) ?? 1;
          availableM3[row] = (MOST_SWALLOWED * book.depthM(slot) * book.areaM2) / sharers;
        });
        sewers.exchange(depthM, availableM3, seconds, volumeM3);
      }
      slots.forEach((slot, row) => {
        book.add(slot, volumeM3[row]! / seconds);
      });
    },
    totals: sewers.totals,
    flow(): PartFlow {
      const { swallowed, surcharged } = sewers.totals();
      const flowM3s = volumeM3.reduce((sum, volume) => sum + volume, 0) / seconds;
      return {
        ...{ id: 'sewers', name: 'sewers', kind: 'sewers', state: 'working', flowM3s },
        volumeM3: surcharged - swallowed,
        detail: { swallowedM3: swallowed, surchargedM3: surcharged },
      };
    },
    snapshot: (): SewerState => ({
      sewers: sewers.snapshot(),
      volumeM3: volumeM3.slice(),
      dueS,
      seconds,
    }),
    restore(kept: SewerState): void {
      sewers.restore(kept.sewers);
      volumeM3.set(kept.volumeM3);
      ({ dueS, seconds } = kept);
    },
  };
}
