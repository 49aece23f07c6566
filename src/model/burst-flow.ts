// What leaves a broken main now, as the solver of the water network finds it: how the features of pipes and of flood,
// which don't know each other, speak. Degrees, m³/s, ms UTC.

/** Channel of `scene/frames.ts` that carries `BurstFlow`, or undefined while no main is broken or nothing is solved. */
export const BURST_FLOW = 'burst-flow';

export interface BurstFlow {
  /** The broken main, as the pipes' feature selects it. */
  readonly pipe: string;
  /** What people call the place. */
  readonly place: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** The instant that was solved, with the valves as they stood then; 0 once it is shut off. */
  readonly atMs: number;
  readonly flowM3s: number;
}
