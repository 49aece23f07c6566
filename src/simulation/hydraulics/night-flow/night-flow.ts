// Losses of a metered area from the flow into it at night, when people hardly use water. m³/s, times in ms UTC.
// Source: Farley and Trow 2003, Losses in Water Distribution Networks (minimum night flow); UK Water Industry 1994,
// Managing Leakage, report E (1.7 L a property and hour of legitimate night use).

export interface FlowSeries {
  /** Ascending, ms UTC. */
  readonly timesMs: Float64Array;
  /** Into the area; NaN where there is none. */
  readonly flowM3s: Float64Array;
}

export interface NightFlowOptions {
  readonly customers: number;
  /** Legitimate use at night by customer. */
  readonly useM3sACustomer: number;
  /** Of those that draw much at night and are metered. */
  readonly exceptionalM3s: number;
  /** Hours of the local day within which the least flow is looked for. */
  readonly fromHour: number;
  readonly untilHour: number;
  /** The least mean over this long. */
  readonly windowS: number;
  /** Local time of an instant, ms: UTC plus the zone's offset then. */
  readonly localMs: (timeMs: number) => number;
  /** Hours' worth of night flow that a day loses: below 24 because pressure is higher at night. */
  readonly nightDayHours: number;
}

/** 1.7 litres an hour. */
export const USUAL_NIGHT_USE_M3S = 1.7e-3 / 3600;

export const usualNight: Omit<NightFlowOptions, 'customers' | 'localMs'> = {
  useM3sACustomer: USUAL_NIGHT_USE_M3S,
  exceptionalM3s: 0,
  fromHour: 1,
  untilHour: 5,
  windowS: 3600,
  nightDayHours: 24,
};

export interface Night {
  /** Local midnight that begins the day of this night, as local ms. */
  readonly dayMs: number;
  /** Middle of the window with the least flow, ms UTC. */
  readonly atMs: number;
  readonly minimumM3s: number;
  readonly legitimateM3s: number;
  /** Minimum less legitimate use: leaks, and what nobody knows of; never below 0. */
  readonly excessM3s: number;
  readonly lossM3ADay: number;
  readonly samples: number;
}

export interface NightFlow {
  readonly nights: readonly Night[];
  /** Nights within the series that had too few samples to judge. */
  readonly skipped: number;
  /** Median slope of the minimum (Theil and Sen), m³/s a day; NaN with fewer than three nights. */
  readonly trendM3sADay: number;
  /** The first night from which on the minimum stands higher for good, if it does: `dayMs`. */
  readonly stepAtMs: number | undefined;
  readonly stepM3s: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Share of a window that has to be covered by samples at their usual interval. */
const COVERED = 0.75;

/** Throws where arrays differ in length, times go backwards or hours make no night. */
export function analyseNights(series: FlowSeries, options: NightFlowOptions): NightFlow {
  check(series, options);
  const byDay = nightsOf(series, options);
  const nights: Night[] = [];
  for (const [dayMs, samples] of byDay) {
    const night = judgeNight(dayMs, samples, series, options);
    if (night) nights.push(night);
  }
  return {
    nights,
    skipped: byDay.size - nights.length,
    trendM3sADay: medianSlope(nights),
    ...findStep(nights),
  };
}

/** Samples of each night by its local day. */
function nightsOf({ timesMs, flowM3s }: FlowSeries, options: NightFlowOptions) {
  const byDay = new Map<number, number[]>();
  for (const [at, timeMs] of timesMs.entries()) {
    if (Number.isNaN(flowM3s[at]!)) continue;
    const local = options.localMs(timeMs);
    const dayMs = Math.floor(local / DAY_MS) * DAY_MS;
    const hour = (local - dayMs) / HOUR_MS;
    if (hour < options.fromHour || hour >= options.untilHour) continue;
    const known = byDay.get(dayMs);
    if (known) known.push(at);
    else byDay.set(dayMs, [at]);
  }
  return byDay;
}

/** Least mean of all windows of `windowS`; undefined where none has enough samples. */
function judgeNight(
  dayMs: number,
  samples: readonly number[],
  { timesMs, flowM3s }: FlowSeries,
  options: NightFlowOptions,
): Night | undefined {
  const windowMs = options.windowS * 1000;
  const interval = usualInterval(samples, timesMs);
  const enough = Math.max(1, Math.floor((COVERED * windowMs) / interval));
  let best: { sum: number; count: number; atMs: number } | undefined;
  let [first, sum] = [0, 0];
  for (const [last, sample] of samples.entries()) {
    sum += flowM3s[sample]!;
    while (timesMs[sample]! - timesMs[samples[first]!]! >= windowMs) {
      sum -= flowM3s[samples[first]!]!;
      first += 1;
    }
    const count = last - first + 1;
    if (count < enough || (best && sum / count >= best.sum / best.count)) continue;
    best = { sum, count, atMs: (timesMs[samples[first]!]! + timesMs[sample]!) / 2 };
  }
  if (!best) return undefined;
  const minimumM3s = best.sum / best.count;
  const legitimateM3s = options.customers * options.useM3sACustomer + options.exceptionalM3s;
  const excessM3s = Math.max(0, minimumM3s - legitimateM3s);
  const lossM3ADay = excessM3s * 3600 * options.nightDayHours;
  return {
    ...{ dayMs, atMs: best.atMs, minimumM3s, legitimateM3s, excessM3s, lossM3ADay },
    samples: best.count,
  };
}

function usualInterval(samples: readonly number[], timesMs: Float64Array): number {
  const gaps = samples.slice(1).map((sample, at) => timesMs[sample]! - timesMs[samples[at]!]!);
  return Math.max(1, medianOf(gaps) || HOUR_MS);
}

function medianSlope(nights: readonly Night[]): number {
  if (nights.length < 3) return Number.NaN;
  const slopes: number[] = [];
  for (const [at, later] of nights.entries()) {
    for (const earlier of nights.slice(0, at)) {
      const days = (later.dayMs - earlier.dayMs) / DAY_MS;
      slopes.push((later.minimumM3s - earlier.minimumM3s) / days);
    }
  }
  return medianOf(slopes);
}

/** A rise counts when it is this many times what nights differ by otherwise, and every later night stays above. */
const STEP_SPREADS = 3;
const LEAST_BEFORE = 3;

function findStep(nights: readonly Night[]) {
  let step: { stepAtMs: number; stepM3s: number } | undefined;
  for (let at = LEAST_BEFORE; at < nights.length; at += 1) {
    const before = nights.slice(0, at).map(({ minimumM3s }) => minimumM3s);
    const after = nights.slice(at).map(({ minimumM3s }) => minimumM3s);
    const usual = medianOf(before);
    const spread = Math.max(
      0.02 * Math.abs(usual),
      1.4826 * medianOf(before.map((value) => Math.abs(value - usual))),
    );
    const rise = medianOf(after) - usual;
    const stays = after.every((value) => value > usual + STEP_SPREADS * spread);
    if (stays && rise > (step?.stepM3s ?? 0)) {
      step = { stepAtMs: nights[at]!.dayMs, stepM3s: rise };
    }
  }
  return step ?? { stepAtMs: undefined, stepM3s: 0 };
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function check({ timesMs, flowM3s }: FlowSeries, options: NightFlowOptions): void {
  if (timesMs.length !== flowM3s.length) {
    throw new Error(`There are ${flowM3s.length} flows at ${timesMs.length} times.`);
  }
  for (let at = 1; at < timesMs.length; at += 1) {
    if (timesMs[at]! < timesMs[at - 1]!) {
      throw new Error(`Time ${at} of the flows lies before the one ahead of it.`);
    }
  }
  const { fromHour, untilHour, windowS } = options;
  if (!(fromHour >= 0 && untilHour <= 24 && untilHour > fromHour && windowS > 0)) {
    const said = `${fromHour}–${untilHour} h with ${windowS} s`;
    throw new Error(`A night of ${said} can't be looked at: expected hours in order.`);
  }
}
