// Pumps, throttles and weirs of a city's register as links of a drainage model. SI.

import type { LinkKind } from '#model/pipe-network.ts';
import type { Assumption } from './from-network.ts';
import type { DrainageLink, DrainageNode } from './model.ts';

/** NaN where the register doesn't say. */
export interface DeviceFacts {
  readonly capacityM3s: number;
  readonly startLevelM: number;
  readonly stopLevelM: number;
  readonly throttleM3s: number;
  readonly crestLevelM: number;
  readonly widthM: number;
  /** Of Poleni's weir formula. */
  readonly discharge: number;
}

interface Ends {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const CAPACITY_M3S = 0.01;
const THROTTLE_M3S = 0.01;

export function toDevice(
  kind: LinkKind,
  ends: Ends,
  nodes: readonly DrainageNode[],
  facts: DeviceFacts | undefined,
  assume: (what: Assumption['what']) => void,
): DrainageLink | undefined {
  const invert = nodes[ends.from]?.invertM ?? 0;
  const known = (value: number | undefined, otherwise: number) =>
    value === undefined || Number.isNaN(value) ? otherwise : value;
  switch (kind) {
    case 'pump': {
      if (!(facts && facts.capacityM3s > 0)) assume('pump');
      const capacity = known(facts?.capacityM3s, CAPACITY_M3S);
      return {
        ...{ kind: 'pump', ...ends, hasFlapGate: true, by: 'stepped-depth', isOnAtStart: false },
        curve: { x: [1000], y: [capacity] },
        startDepthM: Math.max(0.05, known(facts?.startLevelM, invert + 0.5) - invert),
        stopDepthM: Math.max(0.02, known(facts?.stopLevelM, invert + 0.1) - invert),
      };
    }
    case 'throttle': {
      if (!(facts && facts.throttleM3s > 0)) assume('throttle');
      const most = known(facts?.throttleM3s, THROTTLE_M3S);
      return {
        ...{ kind: 'outlet', ...ends, offsetM: 0, isByHead: false, hasFlapGate: true },
        rating: { x: [0, 0.3], y: [0, most] },
      };
    }
    case 'weir':
      return {
        ...{ kind: 'weir', ...ends, form: 'transverse', hasFlapGate: true },
        offsetM: Math.max(0, known(facts?.crestLevelM, invert + 1) - invert),
        // Poleni: q = 2/3 µ √(2g) b h^1.5.
        coefficient: (2 / 3) * known(facts?.discharge, 0.6) * Math.sqrt(2 * 9.80665),
        ...{ endCoefficient: 0, endContractions: 0, heightM: 2, sideSlope: 0, canSurcharge: false },
        lengthM: known(facts?.widthM, 1),
      };
    // A flap gate is a property of the pipe beside it.
    case 'flapGate':
      return undefined;
    default:
      assume('lone-devices');
      return undefined;
  }
}
