import type { Alarm, LiveClock } from '#contract/live-event.ts';
import type { SensorColumns } from '#features/sensors/contract.ts';
import type { Thresholds } from '#model/thresholds.ts';
import type { Protocol } from '../port.ts';

/**
 * The feed of one city. A *row* is a datastream in the order of the catalogue: the datastreams of the first
 * sensor, then those of the second … All times are ms UTC by the clock of the source; values are in the
 * stored unit of the datastream.
 */
export interface FeedProtocol extends Protocol {
  readonly calls: {
    /** Comes before anything else. Reads the catalogue and connects; throws where the city has none. */
    readonly open: { params: OpenParams; result: SensorColumns };
    /** Live news, or the state at an instant of the past: what every reader of `follow` gets from now on. */
    readonly show: { params: Shown; result: undefined };
    /** Readings of some datastreams, from memory where it reaches back far enough. Columns are transferred. */
    readonly history: { params: HistoryParams; result: readonly Series[] };
    /** The state at one instant, whatever is shown. Columns are transferred. */
    readonly snapshotAt: { params: { atMs: number }; result: LatestColumns };
    readonly setClock: { params: { nowMs?: number; rate?: number }; result: LiveClock };
    readonly alarms: { params: AlarmsParams; result: readonly Alarm[] };
    readonly acknowledge: { params: { id: number; by: string; note?: string }; result: Alarm };
    /** `number` is the datastream's. Throws what is wrong with the limits. */
    readonly setThresholds: {
      params: { number: number; thresholds: Thresholds };
      result: undefined;
    };
  };
  readonly streams: {
    /** At most ten items a second; a slow reader misses none of the state, only the steps to it. */
    readonly follow: { params: undefined; item: FeedItem };
  };
}

export interface OpenParams {
  /** Id of the city in the server. */
  readonly city: string;
  /** Of the server, e.g. `https://twin.example`. */
  readonly origin: string;
}

/** What the readers of `follow` see. */
export type Shown =
  | { readonly kind: 'live' }
  /** `rate`: seconds of city time a second, so that what comes next is fetched ahead; 0 while it stands. */
  | { readonly kind: 'replay'; readonly atMs: number; readonly rate: number };

export interface FeedItem {
  readonly summary: FeedSummary;
  /** Absent where nothing changed but the summary. The columns are the reader's own. */
  readonly latest?: LatestColumns;
  /** Rows that changed since the item before; absent where all may have. */
  readonly changedRows?: Uint32Array;
  /** Alarms raised, cleared or acknowledged since the item before. */
  readonly alarms?: AlarmNews;
  /** The catalogue as columns, where it has changed; rows are counted by it from this item on. */
  readonly sensors?: SensorColumns;
}

export interface FeedSummary {
  readonly shown: Shown['kind'];
  /** Whether a replay waits for readings on their way. */
  readonly isLoading: boolean;
  readonly connection: Connection;
  /** Since when the connection is what it is, ms UTC by this machine's clock. */
  readonly connectionSinceMs: number;
  /** Sequence of the latest live frame; −1 before the first. */
  readonly sequence: number;
  /** The instant that the columns show. */
  readonly sourceTimeMs: number;
  /** When the latest live frame arrived, ms UTC by this machine's clock; NaN before the first. */
  readonly receivedAtMs: number;
  /** Clock of the source as the server last told it; undefined before. */
  readonly clock: LiveClock | undefined;
  /** Rows with a value, and rows whose news is older than three intervals or absent. */
  readonly count: number;
  readonly staleCount: number;
  /** The latest reading's time; NaN where there is none. */
  readonly latestMs: number;
  /** Times that missed frames were fetched again, and that what was missed was replaced by a snapshot. */
  readonly gapsRecovered: number;
  readonly snapshotsTaken: number;
  /** Why the latest replay window or connection failed, in one sentence; undefined while all is well. */
  readonly problem: string | undefined;
}

/** `catching-up`: connected, and missed frames are on their way. `offline`: tried and failed; tries again. */
export type Connection = 'connecting' | 'catching-up' | 'live' | 'offline';

/** By row, one entry for each datastream of the catalogue. */
export interface LatestColumns {
  /** NaN where there is none. */
  readonly value: Float64Array;
  /** ms UTC; NaN where it has never reported. */
  readonly timeMs: Float64Array;
  /** See `quality` in `#contract/live-frame.ts`. */
  readonly quality: Uint8Array;
  /** 1 where the news is older than three intervals, or there is none. */
  readonly isStale: Uint8Array;
}

export interface AlarmNews {
  /** True where the list is everything that stands or waits: what the reader holds is to be replaced. */
  readonly isSnapshot: boolean;
  readonly alarms: readonly Alarm[];
}

export interface HistoryParams {
  /** Numbers of datastreams. */
  readonly datastreams: readonly number[];
  readonly fromMs: number;
  /** Readings up to but not including it. */
  readonly toMs: number;
  /** Thins to buckets of so many seconds, of which the first, the least and the greatest are kept. */
  readonly everyS?: number;
}

/** The readings of one datastream in order of time. Where none came there is none: gaps stay gaps. */
export interface Series {
  readonly datastream: number;
  readonly timeMs: Float64Array;
  /** NaN where quality says missing. */
  readonly value: Float64Array;
  readonly quality: Uint8Array;
}

export interface AlarmsParams {
  /** `standing`: what stands or waits to be acknowledged. */
  readonly state: 'standing' | 'all';
  readonly limit?: number;
}
