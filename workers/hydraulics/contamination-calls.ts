import type {
  AnalysedElement,
  AnalysisNews,
  ContaminationRequest,
  ContaminationResult,
  ReachedCustomer,
  SourceCandidate,
  TraceBackRequest,
  TraceBackResult,
} from '#features/pipes/contract/analyses.ts';
import { nodeKinds } from '#model/pipe-network.ts';
import { contain } from '#simulation/hydraulics/contamination/contain.ts';
import { type FlushPlace, rankFlushing } from '#simulation/hydraulics/contamination/flush.ts';
import type { Spread, SpreadOptions } from '#simulation/hydraulics/contamination/parts.ts';
import { spreadContamination, toHistory } from '#simulation/hydraulics/contamination/spread.ts';
import { traceBack } from '#simulation/hydraulics/contamination/trace-back.ts';
import { runExtended } from '#simulation/hydraulics/extended.ts';
import { servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { patternTimeOf } from '#simulation/hydraulics/pattern-time.ts';
import { SolverError } from '#simulation/hydraulics/solve.ts';
import { elementOf, modelNode, optionsOf, rowOfNode, search } from './analysis-desk.ts';
import { MODEL } from './model-name.ts';
import type { WaterList } from './water-list.ts';
import type { WaterNetwork } from './water-network.ts';

const HYDRANT = nodeKinds.indexOf('hydrant');
/** Hydrants whose flushing is simulated: each is a run of its own. */
const FLUSHED = 4;
const MOST_CANDIDATES = 200;

/** Streams about water that is not clean. */
export function createContaminationCalls(list: WaterList) {
  return {
    contamination: (
      request: ContaminationRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<ContaminationResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => contaminate(water, model, request));
    },
    traceBack: (
      request: TraceBackRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<TraceBackResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => trace(water, model, request));
    },
  };
}

function* contaminate(
  water: WaterNetwork,
  model: WaterModel,
  request: ContaminationRequest,
): Generator<number, ContaminationResult> {
  const { massKg, startMs, atMs, durationS, horizonS, thresholdKgM3 } = request;
  const options: SpreadOptions = {
    ...optionsOf(water, request),
    ...{ pressureDriven: servicePressure, horizonS, thresholdKgM3, flushing: [] },
    injection: {
      node: placeOf(water, request.place),
      ...{ massKg, startS: Math.max(0, (startMs - atMs) / 1000), durationS },
    },
  };
  const runs = 1 + FLUSHED;
  const spread = yield* told(spreadContamination(model, options), horizonS, 0, 1 / runs);
  if (spread.failure) throw new SolverError(spread.failure);
  const fromS = Math.max(0, (request.actMs - atMs) / 1000);
  const flush = { fromS, flowM3s: request.flushM3s, simulated: FLUSHED };
  const hydrants = hydrantNodes(water, model);
  const places = yield* told(
    rankFlushing(model, options, spread, [...hydrants.keys()], flush),
    horizonS,
    1 / runs,
    FLUSHED / runs,
  );
  return toResult(water, model, request, spread, { places, hydrants, fromS });
}

/** Steps of one or several runs as a share of the whole. */
function* told<Result>(
  steps: Generator<{ readonly timeS: number }, Result>,
  horizonS: number,
  from: number,
  width: number,
): Generator<number, Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield from + width * Math.min(1, value.timeS / horizonS);
  }
}

/** Node of the model at a node of the register, or at the first end of a link. */
function placeOf(water: WaterNetwork, id: string): string {
  const { nodes, links } = water.parts.network;
  const link = links.ids.indexOf(id);
  const row = rowOfNode(water, id) ?? (link < 0 ? undefined : links.from[link]);
  const node = modelNode(water, row);
  if (node === undefined) {
    throw new Error(`The model has no place ${id}: expected one of ${nodes.ids.length} nodes.`);
  }
  return node;
}

/** Row of a hydrant by the junction of the model that it stands at. */
function hydrantNodes(water: WaterNetwork, model: WaterModel): Map<string, number> {
  const { nodes } = water.parts.network;
  const found = new Map<string, number>();
  for (const [row, kind] of nodes.kind.entries()) {
    const node = kind === HYDRANT ? modelNode(water, row) : undefined;
    const index = node === undefined ? undefined : model.nodeIndex.get(node);
    if (node !== undefined && index !== undefined && model.nodeType[index - 1] === 0) {
      if (!found.has(node)) found.set(node, row);
    }
  }
  return found;
}

interface Answers {
  readonly places: readonly FlushPlace[];
  readonly hydrants: ReadonlyMap<string, number>;
  readonly fromS: number;
}

function toResult(
  water: WaterNetwork,
  model: WaterModel,
  request: ContaminationRequest,
  spread: Spread,
  { places, hydrants, fromS }: Answers,
): ContaminationResult {
  const { network } = water.parts;
  const msOf = (timeS: number | undefined) => request.atMs + (timeS ?? Number.NaN) * 1000;
  const nodeArrivalMs = Float64Array.from(water.rows.node, (at) => msOf(spread.arrivalS[at]));
  const linkArrivalMs = Float64Array.from(network.links.ids, (_, row) =>
    Math.max(
      nodeArrivalMs[network.links.from[row] ?? 0] ?? Number.NaN,
      nodeArrivalMs[network.links.to[row] ?? 0] ?? Number.NaN,
    ),
  );
  const reached = reachedCustomers(water, spread, nodeArrivalMs);
  return {
    ...{ network: network.id, model: MODEL, startMs: request.atMs },
    endMs: request.atMs + request.horizonS * 1000,
    ...{ injectedKg: spread.injectedKg, massBalance: spread.massBalance, stepS: spread.stepS },
    reached,
    customers: reached.reduce((sum, { customers }) => sum + customers, 0),
    takenKg: spread.takenKg.reduce((sum, mass) => sum + mass, 0),
    flushing: places.slice(0, 50).map(({ node, passingKg, savedKg }) => ({
      ...elementOf(water, 'node', hydrants.get(node) ?? 0),
      ...{ passingKg, savedKg },
    })),
    valves: valvesAt(water, model, spread, fromS),
    nodeArrivalMs,
    linkArrivalMs,
  };
}

function reachedCustomers(
  water: WaterNetwork,
  { peakKgM3, takenKg }: Spread,
  arrivalMs: Float64Array,
): ReachedCustomer[] {
  const { nodes } = water.parts.network;
  const found: ReachedCustomer[] = [];
  for (const [row, arrival] of arrivalMs.entries()) {
    const customers = nodes.customers[row] ?? 0;
    if (Number.isNaN(arrival) || (customers === 0 && nodes.isCritical[row] !== 1)) continue;
    const at = water.rows.node[row] ?? 0;
    found.push({
      ...elementOf(water, 'node', row),
      ...{ customers, isCritical: nodes.isCritical[row] === 1 },
      ...{ arrivalMs: arrival, peakKgM3: peakKgM3[at] ?? 0, takenKg: takenKg[at] ?? 0 },
    });
  }
  const order = ({ isCritical, arrivalMs: ms }: ReachedCustomer) => (isCritical ? 0 : 1e15) + ms;
  return found.sort((one, other) => order(one) - order(other));
}

/** Around everything that is reached by the instant. */
function valvesAt(
  water: WaterNetwork,
  model: WaterModel,
  { arrivalS }: Spread,
  fromS: number,
): AnalysedElement[] {
  const { valves } = water.parts.network;
  const reached = [...arrivalS.keys()].filter((node) => (arrivalS[node] ?? Number.NaN) <= fromS);
  const stuck = new Set(valves.ids.filter((_, row) => valves.isOperable[row] === 0));
  const closing = new Set(contain(model, reached, stuck).valves);
  return valves.ids.flatMap((id, row) =>
    closing.has(id) && valves.isClosed[row] !== 1 ? [elementOf(water, 'valve', row)] : [],
  );
}

/** Flows of the hours before: with the tanks as they stand now, for nobody knows how they stood then. */
function* trace(
  water: WaterNetwork,
  model: WaterModel,
  request: TraceBackRequest,
): Generator<number, TraceBackResult> {
  const { network, timeZone } = water.parts;
  const { historyS, atMs, spellS } = request;
  const startMs = atMs - historyS * 1000;
  const options = optionsOf(water, request);
  const state = options.state && {
    ...options.state,
    patternS: patternTimeOf(startMs, timeZone),
    pumps: new Map<string, never>(),
  };
  const snapshots: WaterSnapshot[] = [];
  const run = { ...options, state, pressureDriven: servicePressure, horizonS: historyS };
  const steps = runExtended(model, run);
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      if (value) throw new SolverError(value);
      break;
    }
    snapshots.push(value);
    yield 0.8 * Math.min(1, value.timeS / historyS);
  }
  const complaints = request.complaints.map(({ node, atMs: saidMs, withinS }) => ({
    node: placeOf(water, node),
    atS: (saidMs - startMs) / 1000,
    withinS,
  }));
  const history = toHistory(snapshots, historyS);
  const { candidates, unknownShare } = traceBack(model, history, complaints, {
    ...{ spellS, leastShare: 0.01 },
  });
  return {
    ...{ network: network.id, model: MODEL, unknownShare },
    candidates: candidates.slice(0, MOST_CANDIDATES).flatMap((one): SourceCandidate[] => {
      const row = rowOfNode(water, one.node);
      if (row === undefined) return [];
      return [
        {
          ...elementOf(water, 'node', row),
          likelihood: one.likelihood,
          ...{ fromMs: startMs + one.fromS * 1000, untilMs: startMs + one.untilS * 1000 },
          shares: one.shares,
        },
      ];
    }),
  };
}
