import type { PlaceDeg } from '../contract.ts';

export interface WildlandState {
  /** Where a wildland fire begins; empty: none. */
  readonly ignitions: readonly PlaceDeg[];
  readonly durationS: number;
  /** Fires of the Monte Carlo of burn probability; 0: not wanted. */
  readonly fires: number;
}

export const initialWildland: WildlandState = { ignitions: [], durationS: 6 * 3600, fires: 0 };
