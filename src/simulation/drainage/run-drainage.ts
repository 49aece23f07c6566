// A drainage model that runs: rain to runoff to the drains, one routing step at a time. SI; seconds since the
// start. Same model and same acts, same bytes: it knows no clock and no chance.

import { type KeptDrains, keepDrains, restoreDrains } from './keep-state.ts';
import type { DrainageModel, Inflow } from './model.ts';
import { buildDrains } from './routing/build-drains.ts';
import { applyControls } from './routing/controls.ts';
import { onCurve } from './routing/curves.ts';
import type { Drains } from './routing/drains.ts';
import { setFirstState } from './routing/first-state.ts';
import { courantStep, routeStep, type StepResult } from './routing/route-step.ts';
import { nextChange, rainAt } from './runoff/rain.ts';
import { createRunoff, type Runoff, stepRunoff } from './runoff/runoff.ts';
import {
  type Balance,
  balanceOf,
  createStatistics,
  remember,
  type Statistics,
  storedVolume,
} from './statistics.ts';
import { createStreet, type KeptStreet, type StreetExchange } from './street-exchange.ts';

export interface Drainage {
  readonly drains: Drains;
  readonly runoff: Runoff;
  readonly statistics: Statistics;
  /** Water to and from the street; undefined unless asked for. */
  readonly exchange: StreetExchange | undefined;
  readonly timeS: () => number;
  /** One routing step, or less where `untilS` comes first; gives back its length. */
  step(untilS?: number): number;
  /** Steps up to exactly `untilS`. */
  advance(untilS: number): void;
  balance(): Balance;
  /** Share of a conduit's section that is free, or setting of a device (0 closed or stopped, 1 open or running). */
  set(link: number, setting: number): void;
  /** No more water from outside, but rain and street: an upstream works closes its gate. */
  stopInflows(): void;
  /** All that it needs to go on from here, but for the highest values of `statistics`. Throws where it has catchments. */
  keep(): KeptDrainage;
  restore(kept: KeptDrainage): void;
}

/** Structured-cloneable. */
export interface KeptDrainage {
  readonly timeS: number;
  readonly drains: KeptDrains;
  readonly street: KeptStreet | undefined;
  readonly forced: readonly number[];
  readonly hasInflows: boolean;
}

export interface DrainageStart {
  /** Overflow goes to a street that somebody else simulates, and comes back through inlets. */
  readonly hasStreet?: boolean;
}

/** Throws `RangeError` where a link's parameters make no section. */
export function createDrainage(
  given: DrainageModel,
  { hasStreet = false }: DrainageStart = {},
): Drainage {
  const model = hasStreet
    ? { ...given, options: { ...given.options, allowPonding: false } }
    : given;
  const drains = buildDrains(model);
  const { nodes } = drains;
  const runoff = createRunoff(model);
  const statistics = createStatistics(drains);
  const exchange = hasStreet ? createStreet(drains, statistics) : undefined;
  const rain = new Float64Array(model.gages.length);
  const before = new Float64Array(nodes.count);
  const result: StepResult = { trials: 0, isSettled: true };
  const forced = new Set<number>();
  let hasInflows = true;
  let timeS = 0;
  setFirstState(drains);
  statistics.initialM3 = storedVolume(drains);

  function stepGround(): void {
    let step = runoff.newM3s.some((flow) => flow > 0)
      ? model.options.wetStepS
      : model.options.dryStepS;
    let next = Number.POSITIVE_INFINITY;
    model.gages.forEach((gage, row) => {
      rain[row] = rainAt(gage, runoff.newS);
      if (rain[row]! > 0) step = model.options.wetStepS;
      next = Math.min(next, nextChange(gage, runoff.newS));
    });
    stepRunoff(runoff, rain, evaporationAt(model, runoff.newS), Math.min(step, next - runoff.newS));
  }

  function setLateral(atS: number, stepS: number): void {
    nodes.lateralM3s.fill(0);
    for (let row = 0; hasInflows && row < model.nodes.length; row++) {
      const { inflows } = model.nodes[row]!;
      for (const inflow of inflows)
        nodes.lateralM3s[row]! += inflowAt(inflow, atS, model.options.startMs);
    }
    const span = runoff.newS - runoff.oldS;
    const share = span > 0 ? Math.min(Math.max((atS - runoff.oldS) / span, 0), 1) : 1;
    for (let row = 0; row < runoff.newM3s.length; row++) {
      const { outlet } = model.subcatchments[row]!;
      if (outlet.kind !== 'node') continue;
      const flow = runoff.oldM3s[row]! * (1 - share) + runoff.newM3s[row]! * share;
      nodes.lateralM3s[outlet.row]! += flow;
    }
    exchange?.addInflow(nodes.lateralM3s, stepS);
  }

  function step(untilS = model.options.durationS): number {
    const most = model.options.routingStepS;
    const isFirst = statistics.steps === 0 && model.options.courantShare > 0;
    const wanted = isFirst ? model.options.minimumStepS : courantStep(drains, most);
    const stepS = Math.min(wanted, untilS - timeS);
    if (stepS <= 0) return 0;
    while (runoff.newS < timeS + stepS && model.subcatchments.length > 0) stepGround();
    applyControls(drains, timeS, stepS, forced);
    before.set(nodes.lateralM3s);
    setLateral(timeS, stepS);
    const evaporation = evaporationAt(model, timeS);
    setLosses(drains, evaporation, stepS);
    routeStep(drains, timeS, stepS, evaporation, result);
    timeS += stepS;
    remember(drains, statistics, before, timeS, stepS);
    exchange?.collect(stepS);
    statistics.steps++;
    statistics.trials += result.trials;
    if (!result.isSettled) statistics.unsettled++;
    return stepS;
  }

  return {
    ...{ drains, runoff, statistics, exchange, step },
    timeS: () => timeS,
    advance(untilS) {
      while (timeS < untilS) if (step(untilS) <= 0) return;
    },
    stopInflows() {
      hasInflows = false;
    },
    balance: () => balanceOf(drains, runoff, statistics),
    keep() {
      if (model.subcatchments.length > 0)
        throw new RangeError('A drainage with catchments can’t be kept: their soil would be lost.');
      const kept = keepDrains(drains, statistics);
      return { timeS, drains: kept, street: exchange?.keep(), forced: [...forced], hasInflows };
    },
    restore(kept) {
      ({ timeS, hasInflows } = kept);
      restoreDrains(drains, statistics, kept.drains);
      if (kept.street) exchange?.restore(kept.street);
      forced.clear();
      for (const device of kept.forced) forced.add(device);
    },
    set(link, setting) {
      const place = drains.place[link]!;
      if (place >= 0) drains.conduits.opening[place] = setting;
      else {
        drains.devices.target[-1 - place] = setting;
        forced.add(-1 - place);
      }
    },
  };
}

function inflowAt(
  { series, factor, baselineM3s, patterns }: Inflow,
  atS: number,
  startMs: number,
): number {
  let base = baselineM3s;
  if (patterns.length > 0) {
    const date = new Date(startMs + atS * 1000);
    const isWeekend = date.getUTCDay() % 6 === 0;
    for (const { kind, multipliers } of patterns) {
      if (kind === 'weekend' && !isWeekend) continue;
      if (kind === 'hourly' && isWeekend && patterns.some((one) => one.kind === 'weekend'))
        continue;
      const at =
        kind === 'monthly'
          ? date.getUTCMonth()
          : kind === 'daily'
            ? date.getUTCDay()
            : date.getUTCHours();
      base *= multipliers[at] ?? 1;
    }
  }
  if (!series || series.x.length === 0) return base;
  const isOutside = atS < series.x[0]! || atS > series.x[series.x.length - 1]!;
  return isOutside ? base : base + factor * onCurve(series, atS);
}

const evaporationAt = ({ evaporationMps, options }: DrainageModel, atS: number): number =>
  evaporationMps[new Date(options.startMs + atS * 1000).getUTCMonth()] ?? 0;

/** Storage loses to air and ground what it has. */
function setLosses({ nodes }: Drains, evaporationMps: number, stepS: number): void {
  for (let i = 0; i < nodes.count; i++) {
    const storage = nodes.storages[i];
    if (!storage) continue;
    const area = storage.areaAt(nodes.depthM[i]!);
    const loss = area * (storage.evaporationShare * evaporationMps + storage.seepageMps);
    nodes.lossM3s[i] = Math.min(loss, nodes.volumeM3[i]! / stepS);
  }
}
