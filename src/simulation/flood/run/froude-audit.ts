// Tells when a run of local inertial has left what the scheme is valid for. Fr = |u| / √(g h) (–). Source: de Almeida &
// Bates 2013: true to about Fr 0.5, slower waves above; cells beyond 0.8 are counted by the solver.

import type { FloodScheme, FloodStatistics } from '../parts.ts';

/** Share of wet cells beyond Fr 0.8 above which a run of local inertial had better be done with shallow water. */
export const FROUDE_SHARE_LIMIT = 0.02;

/** Below this many wet cells a share says nothing: a film at the front is always fast. */
const ENOUGH_CELLS = 50;

export interface FroudeAudit {
  /** Largest share seen with enough wet cells. */
  readonly largestShare: number;
  readonly isBeyond: boolean;
}

export class FroudeAuditor {
  readonly #scheme: FloodScheme;
  #largest = 0;

  constructor(scheme: FloodScheme) {
    this.#scheme = scheme;
  }

  see({ wetCells, froudeShare }: Pick<FloodStatistics, 'wetCells' | 'froudeShare'>): FroudeAudit {
    if (wetCells >= ENOUGH_CELLS) this.#largest = Math.max(this.#largest, froudeShare);
    return {
      largestShare: this.#largest,
      isBeyond: this.#scheme === 'local-inertial' && this.#largest > FROUDE_SHARE_LIMIT,
    };
  }
}
