// Small networks for tests, as EPANET writes them: litres a second, metres, millimetres, Hazen-Williams.

export interface SmallPipe {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lengthM: number;
  readonly diameterMm: number;
}

export interface SmallNetwork {
  readonly reservoirs: readonly { readonly id: string; readonly headM: number }[];
  readonly junctions: readonly {
    readonly id: string;
    readonly elevationM: number;
    readonly demandLs: number;
  }[];
  readonly pipes: readonly SmallPipe[];
  /** Factor of all demands, and of the default pattern. */
  readonly multiplier?: number;
  readonly pattern?: readonly number[];
  readonly hours?: number;
}

export const ROUGHNESS_C = 120;

export function inpOf(network: SmallNetwork): string {
  const { multiplier = 1, pattern = [1], hours = 24 } = network;
  return [
    '[JUNCTIONS]',
    ...network.junctions.map(({ id, elevationM, demandLs }) => `${id} ${elevationM} ${demandLs}`),
    '[RESERVOIRS]',
    ...network.reservoirs.map(({ id, headM }) => `${id} ${headM}`),
    '[PIPES]',
    ...network.pipes.map(
      ({ id, from, to, lengthM, diameterMm }) =>
        `${id} ${from} ${to} ${lengthM} ${diameterMm} ${ROUGHNESS_C} 0 Open`,
    ),
    '[PATTERNS]',
    `1 ${pattern.join(' ')}`,
    '[TIMES]',
    `Duration ${hours}:00`,
    'Hydraulic Timestep 1:00',
    'Quality Timestep 0:05',
    'Pattern Timestep 1:00',
    '[OPTIONS]',
    'Units LPS',
    'Headloss H-W',
    'Accuracy 0.00001',
    'Trials 100',
    'Unbalanced Continue 10',
    `Demand Multiplier ${multiplier}`,
    'Pattern 1',
    '[END]',
  ].join('\n');
}

/** Head lost along a pipe, m, by Hazen and Williams in SI: 10.667 C^−1.852 d^−4.871 L q^1.852. */
function lostM({ lengthM, diameterMm }: SmallPipe, flowM3s: number): number {
  const diameter = (diameterMm / 1000) ** -4.871;
  return 10.667 * ROUGHNESS_C ** -1.852 * diameter * lengthM * flowM3s ** 1.852;
}

/** The flow that loses this head along it, m³/s. */
export const flowThatLosesM3s = (pipe: SmallPipe, headM: number): number =>
  (headM / lostM(pipe, 1)) ** (1 / 1.852);
