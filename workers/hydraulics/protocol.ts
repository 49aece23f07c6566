import type {
  OpenWater,
  WaterMatch,
  WaterMoment,
  WaterSolution,
} from '#features/pipes/contract/water.ts';
import type { Protocol } from '../port.ts';

export interface HydraulicsProtocol extends Protocol {
  readonly calls: {
    /** Opens the model of a network in the place of what was open under its id. */
    readonly open: { params: OpenWater; result: WaterMatch };
    readonly close: { params: { readonly network: string }; result: undefined };
    /**
     * One instant. What EPANET can't solve gives the last good solution with what stands against a newer one; it
     * rejects with a `SolverError` where there was none yet, with a `ChangeError` where a change names what is not
     * there.
     */
    readonly solve: { params: WaterMoment; result: WaterSolution };
  };
  readonly streams: Record<never, never>;
}
