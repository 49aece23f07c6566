// Steady flow in a network whose links lose potential with their flow: p² of gas, p + ρgz of liquids. Global
// gradient algorithm (Todini and Pilati 1987; Rossman 2020, EPANET 2.2 manual, section 12), one sparse L D Lᵀ a step.

import { FlowError } from './flow-error.ts';
import { changeStates, checkKept } from './link-states.ts';
import { SparseLdl } from './sparse-ldl.ts';
import { findSupplied } from './supplied.ts';

export interface FlowNetwork {
  /** Potential of nodes where it is given, NaN elsewhere. */
  readonly fixed: Float64Array;
  /** What each node takes out, kg/s; negative where it brings in. */
  readonly demand: Float64Array;
  /** Rows of each link's nodes. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** 1: lets nothing through. */
  readonly isClosed: Uint8Array;
  /** 1: lets nothing through from `to` to `from`. */
  readonly isOneWay: Uint8Array;
  /** Potential that a regulator keeps at `to`, NaN for other links; regulators let flow through one way only. */
  readonly kept: Float64Array;
}

/** Writes the loss of potential from `from` to `to` at `flow` and its slope, above 0, into `out`. */
export type LinkLaw = (
  link: number,
  flow: number,
  potential: Float64Array,
  out: Float64Array,
) => void;

export interface FlowOptions {
  readonly iterations?: number;
  /** Greatest change of flows by their sum, and of potentials by the greatest, in the last step. */
  readonly accuracy?: number;
}

const [OPEN, ACTIVE, SHUT] = [1, 2, 3] as const;

export interface FlowSolution {
  /** NaN where nothing reaches. */
  readonly potential: Float64Array;
  /** kg/s, positive from `from` to `to`. */
  readonly flow: Float64Array;
  /** 1: joined to a node of given potential by open links. */
  readonly isSupplied: Uint8Array;
  /** Position in `linkStates`. */
  readonly linkState: Uint8Array;
  readonly iterations: number;
  /** Greatest imbalance of a node, kg/s. */
  readonly imbalance: number;
}

const defaults = { iterations: 200, accuracy: 1e-9 };
/** Rounding keeps flows in short wide pipes from settling further than this. */
const rounding = 1e-6;

/** Throws `FlowError` with the rows where it fails. `firstFlow` saves steps where it is near the answer. */
export function solveFlow(
  network: FlowNetwork,
  law: LinkLaw,
  options: FlowOptions = {},
  firstFlow?: Float64Array,
): FlowSolution {
  const { iterations, accuracy } = { ...defaults, ...options };
  const { fixed, demand, from, to, isClosed, kept } = network;
  const nodeCount = fixed.length;
  const linkCount = from.length;
  const isSupplied = findSupplied(network);
  const state = new Uint8Array(linkCount);
  const flow = new Float64Array(linkCount);
  const potential = new Float64Array(nodeCount).fill(Number.NaN);
  const row = new Int32Array(nodeCount).fill(-1);
  let rows = 0;
  let highest = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (isSupplied[node] !== 1) continue;
    if (Number.isNaN(fixed[node]!)) row[node] = rows++;
    else {
      potential[node] = fixed[node]!;
      highest = Math.max(highest, Math.abs(fixed[node]!));
    }
  }
  for (let node = 0; node < nodeCount; node++) if (row[node]! >= 0) potential[node] = highest;

  const live: number[] = [];
  for (let link = 0; link < linkCount; link++) {
    const isIn = isSupplied[from[link]!] === 1 && isSupplied[to[link]!] === 1;
    if (isClosed[link] === 1 || !isIn) continue;
    live.push(link);
    state[link] = Number.isNaN(kept[link]!) ? OPEN : ACTIVE;
    flow[link] = firstFlow?.[link] ?? 1e-3;
  }
  const links = Uint32Array.from(live);
  checkKept(network, links);

  const inner = links.filter((link) => row[from[link]!]! >= 0 && row[to[link]!]! >= 0);
  const matrix = new SparseLdl(
    rows,
    inner.map((link) => row[from[link]!]!),
    inner.map((link) => row[to[link]!]!),
  );
  const byEdge = new Float64Array(inner.length);
  const diagonal = new Float64Array(rows);
  const side = new Float64Array(rows);
  const conductance = new Float64Array(linkCount);
  const constant = new Float64Array(linkCount);
  const out = new Float64Array(2);
  const keeper = new Int32Array(nodeCount).fill(-1);
  const keepers = new Uint16Array(nodeCount);
  const net = new Float64Array(nodeCount);
  const leak = 1e-9 / Math.max(highest, 1);
  let relaxation = 1;
  let lastChange = Number.POSITIVE_INFINITY;

  for (let step = 1; step <= iterations; step++) {
    keeper.fill(-1);
    keepers.fill(0);
    for (const link of links) {
      if (state[link] !== ACTIVE) continue;
      keeper[to[link]!] = link;
      keepers[to[link]!]!++;
    }
    const isKept = (node: number) => keeper[node]! >= 0 && row[node]! >= 0;
    diagonal.fill(0);
    side.fill(0);
    for (let node = 0; node < nodeCount; node++) {
      const at = row[node]!;
      if (at < 0) continue;
      if (isKept(node)) {
        diagonal[at] = 1;
        side[at] = kept[keeper[node]!]!;
      } else side[at] = -demand[node]!;
    }
    for (const link of links) {
      if (state[link] === ACTIVE) {
        const at = row[from[link]!]!;
        if (at >= 0 && !isKept(from[link]!)) side[at]! -= flow[link]!;
        continue;
      }
      if (state[link] === SHUT) {
        conductance[link] = leak;
        constant[link] = 0;
      } else {
        law(link, flow[link]!, potential, out);
        conductance[link] = 1 / out[1]!;
        constant[link] = flow[link]! - out[0]! / out[1]!;
      }
    }
    let edge = 0;
    for (const link of links) {
      const [a, b] = [from[link]!, to[link]!];
      const [atA, atB] = [row[a]!, row[b]!];
      const isInner = atA >= 0 && atB >= 0;
      if (state[link] === ACTIVE) {
        if (isInner) byEdge[edge++] = 0;
        continue;
      }
      const y = conductance[link]!;
      const fixedA = atA < 0 || isKept(a);
      const fixedB = atB < 0 || isKept(b);
      if (isInner) byEdge[edge++] = fixedA || fixedB ? 0 : -y;
      if (!fixedA) {
        diagonal[atA]! += y;
        side[atA]! -= constant[link]!;
        if (fixedB) side[atA]! += y * (atB < 0 ? fixed[b]! : kept[keeper[b]!]!);
      }
      if (!fixedB) {
        diagonal[atB]! += y;
        side[atB]! += constant[link]!;
        if (fixedA) side[atB]! += y * (atA < 0 ? fixed[a]! : kept[keeper[a]!]!);
      }
    }
    const stuck = matrix.factor(diagonal, byEdge);
    if (stuck >= 0) {
      throw new FlowError('notConverged', 'The equations have no single answer here.', {
        nodes: [row.indexOf(stuck)],
      });
    }
    matrix.solve(side);

    let potentialChange = 0;
    for (let node = 0; node < nodeCount; node++) {
      const at = row[node]!;
      if (at < 0) continue;
      potentialChange = Math.max(potentialChange, Math.abs(side[at]! - potential[node]!));
      potential[node] = side[at]!;
    }
    let change = 0;
    let sum = 0;
    let noise = 0;
    const put = (link: number, next: number) => {
      change += Math.abs(next - flow[link]!);
      sum += Math.abs(next);
      flow[link] = next;
    };
    for (const link of links) {
      if (state[link] === ACTIVE) continue;
      const drop = potential[from[link]!]! - potential[to[link]!]!;
      const next = constant[link]! + conductance[link]! * drop;
      noise += conductance[link]! * highest * Number.EPSILON;
      put(link, flow[link]! + relaxation * (next - flow[link]!));
    }
    balance(net, network, links, flow, (link) => state[link] !== ACTIVE);
    for (const link of links) {
      if (state[link] !== ACTIVE) continue;
      const node = to[link]!;
      put(link, (demand[node]! - net[node]!) / keepers[node]!);
    }
    const tolerance = accuracy * sum + noise;
    const isStuck = step > 8 && change <= rounding * sum && change > 0.5 * lastChange;
    const isSteady =
      (change <= tolerance || isStuck) && potentialChange <= accuracy * Math.max(highest, 1);
    const hasSwitched = step > 2 && changeStates(network, links, state, flow, potential, tolerance);
    if (isSteady && !hasSwitched) {
      return finish(
        network,
        links,
        { potential, flow, isSupplied, linkState: state, net },
        step,
        sum,
      );
    }
    if (step > 12 && change > 0.5 * lastChange) relaxation = Math.max(0.3, relaxation * 0.9);
    else relaxation = Math.min(1, relaxation * 1.2);
    lastChange = change;
  }
  const worst = worstLink(links, law, flow, potential, network);
  throw new FlowError('notConverged', `The flows did not settle within ${iterations} steps.`, {
    links: [worst],
  });
}

function finish(
  network: FlowNetwork,
  links: Uint32Array,
  found: Omit<FlowSolution, 'iterations' | 'imbalance'> & { readonly net: Float64Array },
  iterations: number,
  sum: number,
): FlowSolution {
  const { potential, flow, isSupplied, linkState, net } = found;
  const { fixed, demand, from } = network;
  const shut: number[] = [];
  for (const link of links) {
    if (linkState[link] !== SHUT) continue;
    if (Math.abs(flow[link]!) > 1e-6 * Math.max(sum, 1e-6)) shut.push(link);
    flow[link] = 0;
  }
  if (shut.length > 0) {
    throw new FlowError('noWayOut', 'More is brought in behind a closed way than is used there.', {
      links: shut,
      nodes: shut.map((link) => from[link]!),
    });
  }
  balance(net, network, links, flow, () => true);
  let imbalance = 0;
  for (let node = 0; node < fixed.length; node++) {
    if (isSupplied[node] !== 1 || !Number.isNaN(fixed[node]!)) continue;
    imbalance = Math.max(imbalance, Math.abs(net[node]! - demand[node]!));
  }
  return { potential, flow, isSupplied, linkState, iterations, imbalance };
}

/** What flows into each node less what flows out through the links that `isCounted` lets pass. */
function balance(
  net: Float64Array,
  { from, to }: FlowNetwork,
  links: Uint32Array,
  flow: Float64Array,
  isCounted: (link: number) => boolean,
): void {
  net.fill(0);
  for (const link of links) {
    if (!isCounted(link)) continue;
    net[from[link]!]! -= flow[link]!;
    net[to[link]!]! += flow[link]!;
  }
  // What regulators let out of a node is counted with them.
  for (const link of links) if (!isCounted(link)) net[from[link]!]! -= flow[link]!;
}

/** Where the last flow fits its potentials least. */
function worstLink(
  links: Uint32Array,
  law: LinkLaw,
  flow: Float64Array,
  potential: Float64Array,
  { from, to }: FlowNetwork,
): number {
  const out = new Float64Array(2);
  let [worst, most] = [links[0] ?? 0, -1];
  for (const link of links) {
    law(link, flow[link]!, potential, out);
    const miss = Math.abs(out[0]! - (potential[from[link]!]! - potential[to[link]!]!));
    if (miss > most) [worst, most] = [link, miss];
  }
  return worst;
}
