// Steady state of a gas network: p1² − p2² = (pN T / (TN ρN A²)) K (λ L/d + ζ) m|m| less the weight of the gas,
// solved with p² as potential. Formulas as pandapipes publishes them (Lohmeier et al. 2020); Pa absolute, kg/s, K.

import { FlowError } from './flow-error.ts';
import { type FrictionModel, PipeFriction } from './friction.ts';
import {
  columnPam,
  compressibility,
  type Gas,
  gasDensity,
  meanPressure,
  normalK,
  normalPa,
} from './gas-properties.ts';
import { type FlowNetwork, solveFlow } from './network-flow.ts';

export const gasLinkKinds = ['pipe', 'valve', 'regulator', 'compressor', 'pump'] as const;
export type GasLinkKind = (typeof gasLinkKinds)[number];

export interface GasProblem {
  readonly gas: Gas;
  readonly friction: FrictionModel;
  readonly nodes: {
    readonly heightM: Float64Array;
    readonly temperatureK: Float64Array;
    /** Taken out, kg/s; negative where gas is fed in. */
    readonly demandKgs: Float64Array;
    /** Absolute pressure of sources, Pa; NaN elsewhere. */
    readonly fixedPa: Float64Array;
  };
  readonly links: {
    /** Position in `gasLinkKinds`. */
    readonly kind: Uint8Array;
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly lengthM: Float64Array;
    readonly innerM: Float64Array;
    readonly roughnessM: Float64Array;
    /** ζ of bends and valves, beside the pipe's friction. */
    readonly lossCoefficient: Float64Array;
    readonly isClosed: Uint8Array;
    /** Absolute pressure that a regulator keeps at `to`, Pa; pressure ratio of a compressor; NaN of others. */
    readonly setting: Float64Array;
  };
  /** Pressure lift of pumps by link row. */
  readonly pumps: ReadonlyMap<number, LiftCurve>;
}

/** Lift as a polynomial of the volume flow at the pump, highest power first. */
export interface LiftCurve {
  /** Gives Pa for m³/s. */
  readonly coefficients: readonly number[];
  /** `mean`: at the mean density of both sides, as STANET; `inlet`: as pandapipes since 0.3. */
  readonly flowAt: 'mean' | 'inlet';
}

export interface GasState {
  /** Absolute, Pa; NaN where nothing reaches. */
  readonly pressurePa: Float64Array;
  readonly flowKgs: Float64Array;
  /** At the pipe's mean pressure, with the sign of the flow. */
  readonly velocityMps: Float64Array;
  readonly isSupplied: Uint8Array;
  /** Position in `linkStates` of `link-states.ts`. */
  readonly linkState: Uint8Array;
  readonly iterations: number;
  readonly imbalanceKgs: number;
}

/** Loss of an open valve or regulator: this share of the highest p² for each kg/s. */
const shortLoss = 1e-8;

/** Throws `FlowError` with rows of the tables where the network can't be solved. */
export function solveGas(problem: GasProblem, first?: Float64Array): GasState {
  const { gas, nodes, links } = problem;
  checkGas(problem);
  const count = links.kind.length;
  const fixed = nodes.fixedPa.map((pressure) => pressure * pressure);
  const highest = fixed.reduce(
    (most, one) => (Number.isNaN(one) ? most : Math.max(one, most)),
    normalPa * normalPa,
  );
  const network: FlowNetwork = {
    fixed,
    demand: nodes.demandKgs,
    from: links.from,
    to: links.to,
    isClosed: links.isClosed,
    isOneWay: links.kind.map((kind) => (kind >= 2 ? 1 : 0)),
    kept: links.setting.map((setting, link) =>
      gasLinkKinds[links.kind[link]!] === 'regulator' ? setting * setting : Number.NaN,
    ),
  };
  const friction = new PipeFriction(problem.friction, {
    ...links,
    viscosityPas: new Float64Array(count).fill(gas.viscosityPas),
  });
  const temperature = new Float64Array(count);
  const scale = new Float64Array(count);
  for (let link = 0; link < count; link++) {
    const kelvin =
      (nodes.temperatureK[links.from[link]!]! + nodes.temperatureK[links.to[link]!]!) / 2;
    const area = (Math.PI / 4) * links.innerM[link]! ** 2;
    temperature[link] = kelvin;
    scale[link] = (normalPa * kelvin) / (normalK * gas.densityKgm3 * area * area);
  }

  const law = (link: number, flow: number, potential: Float64Array, out: Float64Array) => {
    const from = links.from[link]!;
    const to = links.to[link]!;
    const before = Math.sqrt(Math.max(potential[from]!, 1));
    const after = Math.sqrt(Math.max(potential[to]!, 1));
    switch (gasLinkKinds[links.kind[link]!]) {
      case 'pipe': {
        friction.loss(link, flow, out);
        const mean = meanPressure(before, after);
        const factor = scale[link]! * compressibility(gas, mean);
        const down = nodes.heightM[from]! - nodes.heightM[to]!;
        const weight = (before + after) * columnPam(gas, mean, temperature[link]!) * down;
        out[0] = factor * out[0]! - weight;
        out[1] = Math.max(factor * out[1]!, 1e-3 * shortLoss * highest);
        return;
      }
      case 'compressor': {
        const ratio = links.setting[link]!;
        out[0] = (1 - ratio * ratio) * before * before + shortLoss * highest * flow;
        out[1] = shortLoss * highest;
        return;
      }
      case 'pump': {
        lift(problem, link, flow, before, after, temperature[link]!, out);
        const gain = 2 * before * out[0]! + out[0]! ** 2;
        const slope = -2 * (before + out[0]!) * out[1]!;
        out[1] = Math.max(slope, shortLoss * highest);
        out[0] = -gain;
        return;
      }
      default:
        out[0] = shortLoss * highest * flow;
        out[1] = shortLoss * highest;
        return;
    }
  };

  const found = solveFlow(network, law, {}, first);
  const lost: number[] = [];
  const pressurePa = found.potential.map((square, node) => {
    if (square <= 0) lost.push(node);
    return Math.sqrt(square);
  });
  if (lost.length > 0) {
    lost.sort((a, b) => found.potential[a]! - found.potential[b]!);
    throw new FlowError(
      'tooMuchDemand',
      `The demand would need less than no pressure at ${lost.length} nodes.`,
      { nodes: lost },
    );
  }
  return {
    pressurePa,
    flowKgs: found.flow,
    velocityMps: velocities(problem, pressurePa, found.flow, temperature),
    isSupplied: found.isSupplied,
    linkState: found.linkState,
    iterations: found.iterations,
    imbalanceKgs: found.imbalance,
  };
}

/** Writes lift (Pa) and its derivative by the mass flow into `out`; no lift where gas is pressed backwards. */
function lift(
  problem: GasProblem,
  link: number,
  flow: number,
  before: number,
  after: number,
  temperatureK: number,
  out: Float64Array,
): void {
  const curve = problem.pumps.get(link);
  if (!curve) throw new FlowError('input', 'A pump has no curve.', { links: [link] });
  const inlet = gasDensity(problem.gas, before, temperatureK);
  const density =
    curve.flowAt === 'inlet'
      ? inlet
      : (inlet + gasDensity(problem.gas, Math.max(before, after), temperatureK)) / 2;
  const volume = Math.max(0, flow) / density;
  let value = 0;
  let slope = 0;
  for (const coefficient of curve.coefficients) {
    slope = slope * volume + value;
    value = value * volume + coefficient;
  }
  out[0] = Math.max(0, value);
  out[1] = value > 0 ? slope / density : 0;
}

function velocities(
  { gas, links }: GasProblem,
  pressurePa: Float64Array,
  flowKgs: Float64Array,
  temperatureK: Float64Array,
): Float64Array {
  return flowKgs.map((flow, link) => {
    const inner = links.innerM[link]!;
    const mean = meanPressure(pressurePa[links.from[link]!]!, pressurePa[links.to[link]!]!);
    if (flow === 0 || !(inner > 0)) return 0;
    return flow / (gasDensity(gas, mean, temperatureK[link]!) * (Math.PI / 4) * inner * inner);
  });
}

function checkGas({ nodes, links }: GasProblem): void {
  if (!nodes.fixedPa.some((pressure) => pressure > 0)) {
    throw new FlowError('input', 'No node has a given pressure: the network has no source.');
  }
  for (let node = 0; node < nodes.fixedPa.length; node++) {
    if (nodes.fixedPa[node]! <= 0 || !Number.isFinite(nodes.demandKgs[node]!)) {
      const value = nodes.fixedPa[node]! <= 0 ? nodes.fixedPa[node] : nodes.demandKgs[node];
      throw new FlowError('input', `A pressure or demand is ${value}; a number was expected.`, {
        nodes: [node],
      });
    }
  }
  for (let link = 0; link < links.kind.length; link++) {
    const kind = gasLinkKinds[links.kind[link]!];
    const isMissing =
      kind === 'pipe'
        ? !(links.innerM[link]! > 0 && links.lengthM[link]! > 0 && links.roughnessM[link]! > 0)
        : (kind === 'regulator' || kind === 'compressor') && !(links.setting[link]! > 0);
    if (isMissing) {
      throw new FlowError('input', `A ${kind} lacks its size or its setting.`, { links: [link] });
    }
  }
}
