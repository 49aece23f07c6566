// What the night says of each metered district: how much runs in while nearly nobody draws water, and how much of it is
// probably lost. SI, times in ms UTC.

import type { PipeKey } from '../contract.ts';

/** Channel of `scene/frames.ts`: a `NightLine`, while a water network is open. */
export const NIGHT_LINE = 'pipes/night-line';
/** Channel with the latest `NightReport`. */
export const NIGHT_REPORT = 'pipes/night-report';

export interface NightSettings {
  /** Hours of the local day within which the least flow is looked for. */
  readonly fromHour: number;
  readonly untilHour: number;
  /** Legitimate use by customer. */
  readonly useM3sACustomer: number;
  /** Hours of night flow that a day loses: below 24 where pressure is higher at night. */
  readonly nightDayHours: number;
}

/** Readings of one flow meter, as the record has them. */
export interface MeterRecord {
  readonly sensor: string;
  readonly name: string;
  /** Id of the link that it sits in. */
  readonly element: string;
  readonly timesMs: Float64Array;
  readonly flowM3s: Float64Array;
}

export interface NightRequest extends NightSettings {
  readonly network: string;
  readonly timeZone: string;
  readonly meters: readonly MeterRecord[];
}

export interface DistrictNight {
  /** Local midnight that begins the day of this night, ms UTC. */
  readonly startMs: number;
  /** Middle of the hour with the least flow. */
  readonly atMs: number;
  readonly minimumM3s: number;
  readonly excessM3s: number;
  readonly lossM3ADay: number;
}

export interface DistrictReport {
  readonly id: string;
  readonly name: string;
  readonly meters: readonly {
    readonly sensor: string;
    readonly name: string;
    readonly key: PipeKey;
    readonly isInflow: boolean;
  }[];
  readonly customers: number;
  readonly lengthM: number;
  /** Rows of its links. */
  readonly links: Uint32Array;
  readonly legitimateM3s: number;
  /** In order of time; empty where none could be judged. */
  readonly nights: readonly DistrictNight[];
  /** Nights with too few readings. */
  readonly skipped: number;
  /** Of the latest three nights, the middle one; NaN without a night. */
  readonly minimumM3s: number;
  readonly excessM3s: number;
  readonly lossM3ADay: number;
  /** Median slope of the minimum; NaN with fewer than three nights. */
  readonly trendM3sADay: number;
  /** Night from which on it stands higher for good; undefined where it does not. */
  readonly stepAtMs: number | undefined;
  readonly stepM3s: number;
}

export interface NightReport extends NightSettings {
  readonly network: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether a model makes the readings. */
  readonly isSimulated: boolean;
  /** The most that is probably lost first; those that could not be judged last. */
  readonly districts: readonly DistrictReport[];
  /** Districts that feed themselves as well: what runs in is not known. */
  readonly unclosed: readonly { readonly name: string; readonly customers: number }[];
  /** Meters without a link in the network, or within one district. */
  readonly unused: readonly string[];
}

/** What the worker says of a record; the session adds what it is of. */
export type NightJudgement = Pick<NightReport, 'districts' | 'unclosed' | 'unused'>;

export interface NightLine {
  /** Reads the record of the city's server and judges it. Throws one sentence. */
  report(
    network: string,
    settings: NightSettings,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<NightReport>;
}
