// What travels between the page, the feed's worker and the globe: the sensors as columns and their readings.

import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import type { Thresholds } from '#model/thresholds.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';

/** Channel of `scene/frames.ts`: the feature's id. */
export const SENSORS = 'sensors';

/**
 * The sensors of a city in the order of its catalogue. The same object as long as the catalogue is the
 * same, so whoever draws them compares it by identity. A *row* is a datastream: the datastreams of the
 * first sensor, then those of the second …
 */
export interface SensorColumns {
  /** Sensors. */
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly kind: readonly SensorKind[];
  readonly network: readonly (UtilityNetwork | undefined)[];
  /** Element of the network, and building, that it belongs to. */
  readonly element: readonly (string | undefined)[];
  readonly building: readonly (string | undefined)[];
  /** GlobalId of the element of a building model that it watches. */
  readonly bimElement: readonly (string | undefined)[];
  /** rad */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Above the WGS 84 ellipsoid, m. */
  readonly heightM: Float64Array;
  /** Over the ground, m; NaN where the city doesn't say. */
  readonly aboveGroundM: Float64Array;
  /** Heading of a camera from north, rad; NaN for others. */
  readonly heading: Float64Array;
  /** Sensor `s` has the rows `firstRow[s]` up to but not including `firstRow[s + 1]`; length `count + 1`. */
  readonly firstRow: Uint32Array;
  readonly rows: DatastreamColumns;
  /** True where a model makes every reading. */
  readonly isSimulated: boolean;
}

/** The datastreams, by row. */
export interface DatastreamColumns {
  readonly count: number;
  /** Number in the database: names it in `/live`. */
  readonly number: Uint32Array;
  readonly id: readonly string[];
  readonly property: readonly ObservedPropertyId[];
  /** Position of its sensor. */
  readonly sensor: Uint32Array;
  /** How often it reports, s. */
  readonly intervalS: Float64Array;
  readonly thresholds: readonly (Thresholds | undefined)[];
}

/** What the feed's worker gives, by row. */
export type Readings = Pick<SensorFrame, 'value' | 'timeMs' | 'quality' | 'isStale'>;

/** The readings at one instant, for list and globe alike. Nobody writes to it after it is published. */
export interface SensorFrame {
  readonly sensors: SensorColumns;

  // By row.
  /** Stored unit of the property; NaN where there is none. */
  readonly value: Float64Array;
  /** ms UTC; NaN where it has never reported. */
  readonly timeMs: Float64Array;
  /** See `quality` in `#contract/live-frame.ts`. */
  readonly quality: Uint8Array;
  /** Position in `levels` of `#model/thresholds.ts`. */
  readonly level: Uint8Array;
  /** 1 where the news is older than three intervals, or there is none. */
  readonly isStale: Uint8Array;

  // By sensor.
  /** The row that speaks for the sensor: of the chosen property, else its first; −1 where it has none. */
  readonly shownRow: Int32Array;
  /** The worst level of its rows. */
  readonly sensorLevel: Uint8Array;
  /** 1 where all its rows are stale; 0 for a sensor without datastreams. */
  readonly sensorIsStale: Uint8Array;
  /** 1 where it meets every filter. */
  readonly isMatching: Uint8Array;
  /** 1 where an alarm of it waits to be acknowledged: the only thing that blinks. */
  readonly isUnacknowledged: Uint8Array;

  /** What `value` is coloured by; undefined where colour says level. */
  readonly scale: ColourScale | undefined;
  /** Of the latest live frame in it; −1 where it is of the past. */
  readonly sequence: number;
  /** The instant it shows, by the clock of the source, ms UTC. */
  readonly sourceTimeMs: number;
}

/** How a sensor stands, the worst first; `none` is a place without datastreams, such as a camera. */
export const statuses = ['alarm', 'stale', 'warning', 'normal', 'none'] as const;
export type SensorStatus = (typeof statuses)[number];

/** Which sensors are shown; an empty list lets all pass. */
export interface SensorFilter {
  readonly kinds: readonly SensorKind[];
  readonly networks: readonly UtilityNetwork[];
  readonly statuses: readonly SensorStatus[];
  /** Words that id, name, kind or element contain; case and diacritics don't count. */
  readonly text: string;
}

/** Sensors by what one can filter by; each count leaves its own condition out. */
export interface SensorCounts {
  readonly total: number;
  readonly matching: number;
  readonly byKind: Readonly<Partial<Record<SensorKind, number>>>;
  readonly byNetwork: Readonly<Partial<Record<UtilityNetwork, number>>>;
  readonly byStatus: Readonly<Record<SensorStatus, number>>;
  /** Datastreams of each property, whatever the filters. */
  readonly byProperty: Readonly<Partial<Record<ObservedPropertyId, number>>>;
}

/** Channel of `scene/frames.ts` for what the charts draw. */
export const SENSOR_SERIES = 'sensors/series';

/** Readings of the charted datastreams over a time. Nobody writes to it after it is published. */
export interface SeriesFrame {
  readonly fromMs: number;
  readonly toMs: number;
  /** Readings are thinned to the first, least and greatest of so many seconds; 0 where they are all there. */
  readonly everyS: number;
  /** By number of the datastream, in order of time. */
  readonly series: ReadonlyMap<number, SensorSeries>;
}

export interface SensorSeries {
  /** ms UTC */
  readonly timeMs: Float64Array;
  /** Stored unit; NaN where quality says missing. */
  readonly value: Float64Array;
  readonly quality: Uint8Array;
}

/** Colours of a property's values, stored unit, from `min` to `max`. */
export interface ColourScale {
  readonly property: ObservedPropertyId;
  readonly min: number;
  readonly max: number;
  /** `#rrggbb`, evenly spaced from `min` to `max`. */
  readonly colours: readonly string[];
}
