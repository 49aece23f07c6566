// Steady state of district heating: supply and return are one closed loop that plants drive. Hydraulics by
// `network-flow.ts` with p + ρgz as potential, temperatures by `heat-temperatures.ts`, in turn. Pa, kg/s, W, °C.

import { FlowError } from './flow-error.ts';
import { PipeFriction } from './friction.ts';
import { checkHeat, checkLoop } from './heat-checks.ts';
import type { HeatProblem, HeatState } from './heat-problem.ts';
import { solveTemperatures, type TemperatureField } from './heat-temperatures.ts';
import { type FlowNetwork, solveFlow } from './network-flow.ts';
import { waterDensity, waterHeat, waterViscosity } from './water-properties.ts';

const gravity = 9.80665;

/** A consumer's valve wide open lets this much of its design flow through. */
const mostFlow = 3;
/** Loss of an open valve and of a plant, Pa for each kg/s. */
const shortLoss = 1;
const rounds = 150;
/** Warmer water needs less flow and then comes colder: from the sixth round on flows follow by halves, then fifths. */
const stepOf = (round: number): number => (round < 6 ? 1 : round < 25 ? 0.5 : 0.2);
const accuracy = 1e-7;

/** Throws `FlowError`; its link rows count pipes first, then plants; consumers are told as their nodes. */
export function solveHeat(problem: HeatProblem): HeatState {
  checkHeat(problem);
  const { pipes, consumers, plants, nodes } = problem;
  const hottest = plants.supplyC.reduce(
    (most, one) => Math.max(most, one),
    Number.NEGATIVE_INFINITY,
  );
  const coldest = consumers.returnC.reduce(
    (least, one) => (Number.isNaN(one) ? least : Math.min(least, one)),
    hottest,
  );
  const meanC = (hottest + coldest) / 2;
  const capacity = waterHeat(meanC);
  const density = waterDensity(meanC);
  const asked = consumers.heatW.map((heat, row) => {
    const own = consumers.flowKgs[row]!;
    return Number.isNaN(own) ? heat / (capacity * (hottest - consumers.returnC[row]!)) : own;
  });
  const flowKgs = Float64Array.from(asked);
  const network = toNetwork(problem, density);
  const law = createLaw(problem, density, waterViscosity(meanC));
  const pipeCount = pipes.from.length;
  const field = createField(problem, capacity);
  let flow: Float64Array | undefined;

  for (let round = 1; round <= rounds; round++) {
    network.demand.fill(0);
    for (let row = 0; row < flowKgs.length; row++) {
      network.demand[consumers.from[row]!]! += flowKgs[row]!;
      network.demand[consumers.to[row]!]! -= flowKgs[row]!;
    }
    const found = solveFlow(network, law, {}, flow);
    flow = found.flow;
    for (let row = 0; row < flowKgs.length; row++) {
      const isReached =
        found.isSupplied[consumers.from[row]!] === 1 && found.isSupplied[consumers.to[row]!] === 1;
      if (!isReached) flowKgs[row] = 0;
    }
    const loop = joinFlows(flow, flowKgs, plants.from.length, pipeCount);
    const temperatures = solveTemperatures(field, loop);
    const change = followDemand(
      problem,
      asked,
      flowKgs,
      temperatures.nodeC,
      found,
      capacity,
      stepOf(round),
    );
    if (change > accuracy) continue;
    checkLoop(problem, network, found.flow, flowKgs);
    return toState(problem, { found, flowKgs, temperatures, density, capacity, round, nodes });
  }
  throw new FlowError('notConverged', `Flows and temperatures did not settle in ${rounds} rounds.`);
}

type Found = ReturnType<typeof solveFlow>;

/** Sets each consumer's flow by the temperature that reaches it; returns the greatest change by the design. */
function followDemand(
  { consumers }: HeatProblem,
  asked: Float64Array,
  flowKgs: Float64Array,
  nodeC: Float64Array,
  found: Found,
  capacity: number,
  step: number,
): number {
  let most = 0;
  for (let row = 0; row < flowKgs.length; row++) {
    const from = consumers.from[row]!;
    const isReached = found.isSupplied[from] === 1 && found.isSupplied[consumers.to[row]!] === 1;
    let next = 0;
    if (isReached) {
      next = consumers.flowKgs[row]!;
      if (Number.isNaN(next)) {
        const span = nodeC[from]! - consumers.returnC[row]!;
        const limit = mostFlow * asked[row]!;
        next = span > 0 ? Math.min(consumers.heatW[row]! / (capacity * span), limit) : limit;
      }
    }
    if (asked[row]! > 0) most = Math.max(most, Math.abs(next - flowKgs[row]!) / asked[row]!);
    flowKgs[row]! += step * (next - flowKgs[row]!);
  }
  return most;
}

function toNetwork({ nodes, pipes, plants, ...rest }: HeatProblem, density: number): FlowNetwork {
  const count = nodes.heightM.length;
  const from = Uint32Array.from([...pipes.from, ...plants.from]);
  const to = Uint32Array.from([...pipes.to, ...plants.to]);
  const isClosed = Uint8Array.from([...pipes.isClosed, ...plants.isStopped]);
  const fixed = new Float64Array(count).fill(Number.NaN);
  for (const node of holders(count, from, to, isClosed, plants)) {
    fixed[node] = rest.holdingPa + density * gravity * nodes.heightM[node]!;
  }
  const links = from.length;
  const isOneWay = new Uint8Array(links).fill(1, pipes.from.length);
  const kept = new Float64Array(links).fill(Number.NaN);
  return { fixed, demand: new Float64Array(count), from, to, isClosed, isOneWay, kept };
}

/** Return node of the first running plant of each part that hangs together. */
function holders(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
  isClosed: Uint8Array,
  plants: HeatProblem['plants'],
): number[] {
  const parent = Int32Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let link = 0; link < from.length; link++) {
    if (isClosed[link] !== 1) parent[rootOf(from[link]!)] = rootOf(to[link]!);
  }
  const held = new Map<number, number>();
  for (let plant = 0; plant < plants.from.length; plant++) {
    if (plants.isStopped[plant] === 1) continue;
    const root = rootOf(plants.from[plant]!);
    if (!held.has(root)) held.set(root, plants.from[plant]!);
  }
  return [...held.values()];
}

function createLaw({ pipes, plants, friction }: HeatProblem, density: number, viscosity: number) {
  const count = pipes.from.length;
  const loss = new PipeFriction(friction, {
    ...pipes,
    viscosityPas: new Float64Array(count).fill(viscosity),
  });
  const scale = pipes.innerM.map(
    (inner) => 1 / (2 * density * ((Math.PI / 4) * inner * inner) ** 2),
  );
  return (link: number, flow: number, _: Float64Array, out: Float64Array) => {
    const isShort = link >= count || !(pipes.lengthM[link]! > 0);
    if (isShort) {
      out[0] = shortLoss * flow - (link >= count ? plants.liftPa[link - count]! : 0);
      out[1] = shortLoss;
      return;
    }
    loss.loss(link, flow, out);
    out[0] = scale[link]! * out[0]!;
    out[1] = Math.max(scale[link]! * out[1]!, 1e-6);
  };
}

/** Links of the loop in the order pipes, plants, consumers. */
function createField(
  { nodes, pipes, plants, consumers }: HeatProblem,
  capacity: number,
): TemperatureField {
  const others = plants.from.length + consumers.from.length;
  return {
    nodeCount: nodes.heightM.length,
    from: Uint32Array.from([...pipes.from, ...plants.from, ...consumers.from]),
    to: Uint32Array.from([...pipes.to, ...plants.to, ...consumers.to]),
    lossWK: Float64Array.from([
      ...pipes.lossWmK.map((loss, pipe) => loss * pipes.lengthM[pipe]!),
      ...new Float64Array(others),
    ]),
    aroundC: Float64Array.from([...pipes.aroundC, ...new Float64Array(others)]),
    heatW: Float64Array.from([
      ...new Float64Array(pipes.from.length + plants.from.length),
      ...consumers.heatW.map((heat, row) => (Number.isNaN(consumers.flowKgs[row]!) ? 0 : heat)),
    ]),
    outC: Float64Array.from([
      ...new Float64Array(pipes.from.length).fill(Number.NaN),
      ...plants.supplyC,
      ...new Float64Array(consumers.from.length).fill(Number.NaN),
    ]),
    downToC: Float64Array.from([
      ...new Float64Array(pipes.from.length + plants.from.length).fill(Number.NaN),
      ...consumers.returnC,
    ]),
    capacityJkgK: capacity,
  };
}

function joinFlows(
  hydraulic: Float64Array,
  consumers: Float64Array,
  plants: number,
  pipes: number,
): Float64Array {
  const flow = new Float64Array(pipes + plants + consumers.length);
  flow.set(hydraulic);
  flow.set(consumers, pipes + plants);
  return flow;
}

function toState(
  problem: HeatProblem,
  parts: {
    readonly found: Found;
    readonly flowKgs: Float64Array;
    readonly temperatures: ReturnType<typeof solveTemperatures>;
    readonly density: number;
    readonly capacity: number;
    readonly round: number;
    readonly nodes: HeatProblem['nodes'];
  },
): HeatState {
  const { pipes, consumers, plants } = problem;
  const { found, flowKgs, temperatures, density, capacity, nodes } = parts;
  const { nodeC, inC, outC } = temperatures;
  const count = pipes.from.length;
  const flow = found.flow.slice(0, count);
  const lossW = flow.map((one, pipe) =>
    one === 0 || Number.isNaN(outC[pipe]!)
      ? 0
      : Math.abs(one) * capacity * (inC[pipe]! - outC[pipe]!),
  );
  const pressurePa = found.potential.map(
    (potential, node) => potential - density * gravity * nodes.heightM[node]!,
  );
  const first = count + plants.from.length;
  const returnC = outC.slice(first);
  const supplyC = flowKgs.map((one, row) => (one > 0 ? nodeC[consumers.from[row]!]! : Number.NaN));
  return {
    pressurePa,
    nodeC,
    pipes: {
      flowKgs: flow,
      velocityMps: flow.map((one, pipe) => {
        const inner = pipes.innerM[pipe]!;
        return inner > 0 ? one / (density * (Math.PI / 4) * inner * inner) : 0;
      }),
      inC: inC.slice(0, count),
      outC: outC.slice(0, count),
      lossW,
    },
    consumers: {
      flowKgs,
      supplyC,
      returnC,
      differencePa: Float64Array.from(
        flowKgs,
        (_, row) => pressurePa[consumers.from[row]!]! - pressurePa[consumers.to[row]!]!,
      ),
      deliveredShare: flowKgs.map((one, row) => {
        const wanted = consumers.heatW[row]!;
        const got = one * capacity * (supplyC[row]! - returnC[row]!);
        if (wanted === 0) return 1;
        return one > 0 ? Math.min(1, Math.max(0, got / wanted)) : 0;
      }),
    },
    plants: {
      flowKgs: found.flow.slice(count),
      heatW: found.flow
        .slice(count)
        .map((one, plant) =>
          one > 0 ? one * capacity * (outC[count + plant]! - inC[count + plant]!) : 0,
        ),
    },
    isSupplied: found.isSupplied,
    lossW: lossW.reduce((sum, one) => sum + one, 0),
    iterations: parts.round,
    imbalanceKgs: found.imbalance,
  };
}
