import type {
  BuildingRisk,
  InspectionVisit,
  RiskChange,
  RiskComparison,
  RiskFrame,
  RiskQuery,
  RiskRows,
} from '#features/fire/contract/risk.ts';
import type { FireReading } from '#model/fire-reading.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import type { Coefficient } from '#simulation/fire/risk/coefficients.ts';
import type { Protocol } from '../port.ts';
import type { TownFiles } from '../town/client.ts';

/** Risk of the open city's buildings. `open` comes first; everything else is of what was opened last. */
export interface FireProtocol extends Protocol {
  readonly calls: {
    /** Reads the buildings with their facts. Throws where the city's buildings can't be read. */
    readonly open: { params: OpenRisk; result: OpenedRisk };
    /** What detectors, weather stations and other rooms say since the call before; a rescore follows. */
    readonly observe: { params: RiskNews; result: undefined };
    /** Filtered and ordered; only `from … from + count` of them. */
    readonly list: { params: { readonly query: RiskQuery }; result: RiskRows };
    /** By its id or its place in the city-wide index; undefined where the city has no such building. */
    readonly building: {
      params: { readonly id: string } | { readonly index: number };
      result: BuildingRisk | undefined;
    };
    /** The visits that take most of the expected loss away, the best first. */
    readonly plan: {
      params: { readonly visits: number };
      result: readonly InspectionVisit[];
    };
    /**
     * The city as it is against the city with the changes; the real one stays. `firstEngineS`: as in `RiskNews`, with the
     * engines that are tried where they are; without it they come by distance. Throws one sentence.
     */
    readonly compare: {
      params: {
        readonly changes: readonly RiskChange[];
        readonly firstEngineS?: Float32Array;
      };
      result: RiskComparison;
    };
    /** The table in use, and the one that Panopolis comes with. */
    readonly coefficients: { params: undefined; result: RiskTable };
    /** What is wrong with a text, in one sentence with its line; nothing is changed. */
    readonly checkCoefficients: {
      params: { readonly text: string };
      result: { readonly problem: string | undefined };
    };
    /** Takes the text in use, or the own table again where undefined. Throws one sentence with its line. */
    readonly useCoefficients: {
      params: { readonly text: string | undefined };
      result: undefined;
    };
    /** Everything that the query finds, whatever its `from` and `count`, with every term's ln. */
    readonly csv: { params: { readonly query: RiskQuery }; result: { readonly csv: string } };
  };
  readonly streams: {
    /** The frame as it is now and after each rescore, at most once a second; a slow reader gets the latest. */
    readonly follow: { params: undefined; item: RiskFrame };
  };
}

export interface OpenRisk {
  readonly city: TownFiles;
  /** Of the data API, for the record of the weather; nothing is asked where absent. */
  readonly origin?: string;
  /** Table as text; the own one where absent. */
  readonly coefficients?: string;
  /** Time of the city (ms UTC). */
  readonly atMs: number;
}

export interface OpenedRisk {
  readonly buildings: number;
  readonly cityCount: number;
  /** Names of inputs that the city has for no building. */
  readonly lacks: readonly string[];
}

export interface RiskNews {
  /** Time of the city (ms UTC). */
  readonly atMs: number;
  /** All of them, or those that changed since the last news. */
  readonly detectors?: { readonly isAll: boolean; readonly readings: readonly FireReading[] };
  readonly weather?: readonly WeatherReading[];
  /** From dispatch to the first engine (s) in city-wide index order; Infinity: not reached. */
  readonly firstEngineS?: Float32Array;
  /** 0 … 1 of the needed fire flow that hydrants don't give, in city-wide index order; NaN: not known. */
  readonly waterShortfall?: Float32Array;
  /** Further buildings that burn within the hour if this one does, in city-wide index order; NaN: not known. */
  readonly secondaryIgnitions?: Float32Array;
}

export interface RiskTable {
  /** As `name;value;unit;source` lines with a head. */
  readonly text: string;
  readonly ownText: string;
  readonly isEdited: boolean;
  readonly rows: readonly Coefficient[];
}
