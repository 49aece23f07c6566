import type {
  AnalysisNews,
  LeakCandidate,
  LeakRequest,
  LeakResult,
} from '#features/pipes/contract/analyses.ts';
import { toLocalMetres } from '#features/pipes/kernel/leak-middles.ts';
import { servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { searchLeak } from '#simulation/hydraulics/leak-search/leak-search.ts';
import {
  type LeakFinding,
  type LeakSensor,
  usualLeakSearch,
} from '#simulation/hydraulics/leak-search/parts.ts';
import { centreOf } from '#simulation/hydraulics/leak-search/posterior.ts';
import { isFailure, type WaterModel } from '#simulation/hydraulics/parts.ts';
import { SolverError, trySolve } from '#simulation/hydraulics/solve.ts';
import { changesOf, elementOf, search } from './analysis-desk.ts';
import { MODEL } from './model-name.ts';
import { PASCALS_PER_METRE } from './to-values.ts';
import type { WaterList } from './water-list.ts';
import type { WaterNetwork } from './water-network.ts';

/** What a logger and the model never agree on better than, m; and where nothing is known of before. */
const LEAST_NOISE_M = 0.1;
const UNKNOWN_NOISE_M = 1.5;
/** Unseen drift of all demands and of each metered area: large where the meters may have counted the leak. */
const DRIFT = { held: 0.03, live: 0.3 } as const;
const AROUND_M = 300;

/** Streams about where water is lost. */
export function createLeakCalls(list: WaterList) {
  return {
    leak: (
      request: LeakRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<LeakResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => findLeak(water, model, request));
    },
  };
}

interface Seen {
  readonly sensor: string;
  readonly name: string;
  readonly node: string;
  readonly changeM: number;
  readonly noiseM: number;
  readonly hasUsual: boolean;
}

function* findLeak(
  water: WaterNetwork,
  model: WaterModel,
  request: LeakRequest,
): Generator<number, LeakResult> {
  // A burst that is already known belongs to what is looked for: it is left out of the state.
  const changes = { ...changesOf(request), bursts: [] };
  const live = water.stateBefore(request, request.onsetMs);
  const options = { changes, state: live.state, pressureDriven: servicePressure };
  const expected = trySolve(model, options);
  if (isFailure(expected)) throw new SolverError(expected);
  const seen = see(water, model, request, expected.pressureM);
  if (seen.length === 0) throw new Error('No pressure logger has a recent value here.');
  const sensors: LeakSensor[] = seen.map(({ node, noiseM }) => ({ node, noiseM }));
  const drift = live.isHeld ? DRIFT.held : DRIFT.live;
  const steps = searchLeak(
    model,
    sensors,
    [{ options, changeM: seen.map(({ changeM }) => changeM) }],
    {
      ...usualLeakSearch,
      demandDrift: drift,
      driftingAreas: live.scale.areas.map(({ nodes }) => [...nodes]),
    },
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done) return toResult(water, request, value, seen, live.isHeld);
    yield value.done / value.total;
  }
}

/** Change of what each pressure logger says, against the model and what it was before. */
function see(
  water: WaterNetwork,
  model: WaterModel,
  { readings, usual }: LeakRequest,
  pressureM: Float64Array,
): Seen[] {
  return water.atHosts(readings).flatMap((reading): Seen[] => {
    const { sensor, name, element, property, value, isStale } = reading;
    const index = model.nodeIndex.get(element);
    if (property !== 'waterPressure' || isStale || Number.isNaN(value) || !index) return [];
    const before = usual[sensor];
    const hasUsual = before !== undefined && before.count >= 3;
    const solvedM = pressureM[index - 1] ?? Number.NaN;
    const middleM = hasUsual ? before.middlePa / PASCALS_PER_METRE : 0;
    const spreadM = hasUsual ? before.spreadPa / PASCALS_PER_METRE : UNKNOWN_NOISE_M;
    return [
      {
        ...{ sensor, name, node: element, hasUsual },
        changeM: value / PASCALS_PER_METRE - solvedM - middleM,
        noiseM: Math.max(LEAST_NOISE_M, spreadM),
      },
    ];
  });
}

function toResult(
  water: WaterNetwork,
  request: LeakRequest,
  finding: LeakFinding,
  seen: readonly Seen[],
  isHeld: boolean,
): LeakResult {
  const { network } = water.parts;
  const rowOf = new Map([...water.rows.link].map((at, row) => [at, row]));
  const candidate = (link: number): LeakCandidate[] => {
    const row = rowOf.get(link);
    if (row === undefined) return [];
    return [
      {
        ...elementOf(water, 'link', row),
        lengthM: network.links.lengthM[row] ?? Number.NaN,
        probability: finding.probability[link] ?? 0,
        flowM3s: finding.flowM3s[link] ?? 0,
      },
    ];
  };
  const middles = new Float64Array(2 * water.model.linkIds.length).fill(Number.NaN);
  for (const [row, [x, y]] of toLocalMetres(network).entries()) {
    middles.set([x, y], 2 * (water.rows.link[row] ?? 0));
  }
  const centre = centreOf(finding.probability, middles, finding.area, AROUND_M);
  return {
    ...{ network: network.id, atMs: request.atMs, model: MODEL, isHeld },
    ...{ isFound: finding.isFound, strength: finding.strength, match: finding.match },
    area: [...finding.area].flatMap(candidate),
    areaShare: usualLeakSearch.areaShare,
    areaLengthM: finding.areaLengthM,
    centre: candidate(centre)[0],
    ...{ meanFlowM3s: finding.meanFlowM3s, lowFlowM3s: finding.lowFlowM3s },
    highFlowM3s: finding.highFlowM3s,
    sensors: seen.map(({ sensor, name, changeM, noiseM, hasUsual }) => ({
      ...{ sensor, name, hasUsual },
      changePa: changeM * PASCALS_PER_METRE,
      noisePa: noiseM * PASCALS_PER_METRE,
    })),
  };
}
