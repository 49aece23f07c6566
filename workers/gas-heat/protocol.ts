import type { GasHeatMoment, GasHeatSolution } from '#features/pipes/contract/gas-heat.ts';
import type { NetworkSource } from '#features/pipes/contract.ts';
import type { Text } from '#model/text.ts';
import type { Protocol } from '../port.ts';

export interface GasHeatFault {
  /** Id of the network, or of its element. */
  readonly element: string;
  readonly text: Text;
}

export interface GasHeatProtocol extends Protocol {
  readonly calls: {
    /** Reads the gas, heat and power networks among the sources; faults name what can't be solved and why. */
    readonly open: {
      params: { readonly sources: readonly NetworkSource[] };
      result: { readonly networks: readonly string[]; readonly faults: readonly GasHeatFault[] };
    };
    readonly solve: { params: GasHeatMoment; result: GasHeatSolution };
  };
  readonly streams: Record<never, never>;
}
