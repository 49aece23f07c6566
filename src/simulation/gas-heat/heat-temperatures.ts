// Temperatures that follow from given flows: T2 = Ta + (T1 − Ta) exp(−U L / (ṁ cp)) along pipes, mixing by mass at
// nodes (Lohmeier et al. 2020, pandapipes, section 3.4). °C, kg/s, W.

export interface TemperatureField {
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Heat lost by the whole link for each kelvin above what lies around it, W/K. */
  readonly lossWK: Float64Array;
  readonly aroundC: Float64Array;
  /** Heat taken out on the way, W. */
  readonly heatW: Float64Array;
  /** Temperature that the link gives its water, whatever comes in; NaN where it follows. */
  readonly outC: Float64Array;
  /** Temperature that the link cools warmer water down to; NaN where it doesn't. */
  readonly downToC: Float64Array;
  readonly capacityJkgK: number;
}

export interface Temperatures {
  /** NaN where nothing flows. */
  readonly nodeC: Float64Array;
  /** By link: where the water enters and where it leaves. */
  readonly inC: Float64Array;
  readonly outC: Float64Array;
}

/** Slower flows than this share of the greatest are standing water. */
const still = 1e-9;

/**
 * Goes along the flow from the links with a given temperature. In a circle without one (flow that chases itself
 * by rounding alone) what comes round is taken to be as warm as what else flows in.
 */
export function solveTemperatures(field: TemperatureField, flow: Float64Array): Temperatures {
  const { nodeCount, from, to } = field;
  const count = from.length;
  const nodeC = new Float64Array(nodeCount).fill(Number.NaN);
  const inC = new Float64Array(count).fill(Number.NaN);
  const outC = new Float64Array(count).fill(Number.NaN);
  const least = still * flow.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const start = new Uint32Array(nodeCount + 1);
  const missing = new Uint32Array(nodeCount);
  const mass = new Float64Array(nodeCount);
  const heat = new Float64Array(nodeCount);
  const isMoving = (link: number) => Math.abs(flow[link]!) > least;
  const source = (link: number) => (flow[link]! > 0 ? from[link]! : to[link]!);
  const target = (link: number) => (flow[link]! > 0 ? to[link]! : from[link]!);
  for (let link = 0; link < count; link++) {
    if (!isMoving(link)) continue;
    start[source(link) + 1]!++;
    missing[target(link)]!++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodeCount);
  const leaving = new Uint32Array(start[nodeCount]!);
  for (let link = 0; link < count; link++) {
    if (isMoving(link)) leaving[next[source(link)]!++] = link;
  }

  const ready: number[] = [];
  const isDone = new Uint8Array(nodeCount);
  const arrive = (link: number, temperature: number) => {
    const node = target(link);
    outC[link] = temperature;
    mass[node]! += Math.abs(flow[link]!);
    heat[node]! += Math.abs(flow[link]!) * temperature;
    missing[node]!--;
    if (missing[node] === 0) ready.push(node);
  };
  const settle = () => {
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      if (isDone[node] === 1) continue;
      isDone[node] = 1;
      if (mass[node]! > 0) nodeC[node] = heat[node]! / mass[node]!;
      for (let at = start[node]!; at < start[node + 1]!; at++) {
        const link = leaving[at]!;
        inC[link] = nodeC[node]!;
        if (Number.isNaN(field.outC[link]!)) arrive(link, after(field, link, flow, nodeC[node]!));
      }
    }
  };
  for (let link = 0; link < count; link++) {
    if (isMoving(link) && !Number.isNaN(field.outC[link]!)) arrive(link, field.outC[link]!);
  }
  settle();
  for (;;) {
    const stuck = mass.findIndex((kgs, node) => isDone[node] === 0 && kgs > 0);
    if (stuck < 0) break;
    missing[stuck] = 0;
    ready.push(stuck);
    settle();
  }
  return { nodeC, inC, outC };
}

function after(field: TemperatureField, link: number, flow: Float64Array, inC: number): number {
  const stream = Math.abs(flow[link]!) * field.capacityJkgK;
  const around = field.aroundC[link]!;
  const cooled = around + (inC - around) * Math.exp(-field.lossWK[link]! / stream);
  const downTo = field.downToC[link]!;
  if (!Number.isNaN(downTo)) return Math.min(cooled, downTo);
  return cooled - field.heatW[link]! / stream;
}
