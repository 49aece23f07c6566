// What `workers/pipes` answers when it is asked about the open networks. Indices are those of the one index space
// (`NetworkBase`); SI.

import type { Text } from '#model/text.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { PipeKey } from '../contract.ts';
import type { CriticalCustomer } from './incident.ts';

export type ElementKind = 'link' | 'node' | 'valve';

/** One element by its names. */
export interface ElementName {
  readonly index: number;
  readonly key: PipeKey;
  readonly network: string;
  readonly kind: ElementKind;
  readonly id: string;
}

/** Longitude and latitude in degrees, height above the ellipsoid and the size of what stands there in m. */
export interface ElementPlace {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly heightM: number;
  readonly radiusM: number;
}

/** Everything that is known of one element; live and solved values are joined on the page. */
export interface ElementDetails extends ElementName {
  readonly utility: UtilityNetwork;
  /** Kind of node or link, `isolation` or `switch` of a valve. */
  readonly type: string;
  readonly place: ElementPlace;
  /** What the tables hold, in order; `NaN` and '' are left out. */
  readonly values: readonly ElementValue[];
  /** As the city handed them over. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly neighbours: readonly Neighbour[];
  readonly segment: number | undefined;
}

export interface ElementValue {
  readonly name: string;
  readonly value: number | string | boolean;
  /** SI; '' where there is none. */
  readonly unit: string;
}

/** `ends` of a link, `links` of a node, `valves` of either, `on` and `at` of a valve, `host` of a hydrant. */
export interface Neighbour extends ElementName {
  readonly role: 'from' | 'to' | 'link' | 'valve' | 'on' | 'at' | 'host' | 'hosted';
  readonly type: string;
}

export type TraceKind = 'connected' | 'upstream' | 'downstream';

export interface Trace {
  readonly from: PipeKey;
  readonly kind: TraceKind;
  /** What directions come from: solved flow, the way that drains fall, the way from the sources (radial networks). */
  readonly by: 'flow' | 'fall' | 'supply' | 'connection';
  readonly indices: Uint32Array;
  readonly links: number;
  readonly nodes: number;
  readonly lengthM: number;
  readonly customers: number;
  readonly critical: readonly CriticalCustomer[];
  /** Sources (or outfalls) that it meets. */
  readonly ends: readonly ElementName[];
}

export interface ShortestWay {
  readonly indices: Uint32Array;
  readonly lengthM: number;
  readonly links: number;
}

/** Share of each source in what arrives at a node, by solved flow and complete mixing; they sum up to 1. */
export interface SourceShare {
  readonly node: PipeKey;
  readonly shares: readonly { readonly source: ElementName; readonly share: number }[];
}

/** What is lost when devices are out: a transformer, a feeder, a pump. */
export interface Outage {
  readonly out: readonly PipeKey[];
  readonly noSupply: Uint32Array;
  readonly customers: number;
  /** Of which critical. */
  readonly critical: readonly CriticalCustomer[];
  readonly demand: number;
}

/** What closing off each segment would cost; segments by falling cost. */
export interface Criticality {
  readonly network: string;
  readonly segments: readonly SegmentCost[];
  readonly count: number;
}

export interface SegmentCost {
  readonly segment: number;
  /** One of its links, to select and to fly to. */
  readonly link: PipeKey;
  readonly indices: Uint32Array;
  readonly valves: number;
  readonly lengthM: number;
  readonly isolatedCustomers: number;
  readonly strandedCustomers: number;
  readonly criticalCustomers: number;
  readonly hasSource: boolean;
}

/** A valve worth turning: what would be lost more if it failed in an incident. */
export interface ExerciseRow extends ElementName {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly isOperable: boolean;
  readonly isClosed: boolean;
  readonly exercisedYear: number;
  readonly access: string;
  /** Customers out at the worst when one of its segments is closed off, and with the other as well. */
  readonly customers: number;
  readonly customersIfStuck: number;
}

export interface PipeHit extends ElementName {
  readonly title: string;
  readonly detail: Text;
  readonly place: ElementPlace;
}

export const listKinds = [
  ...['pipes', 'devices', 'valves', 'hydrants', 'customers', 'tanks', 'sources', 'nodes'],
] as const;
export type ListKind = (typeof listKinds)[number];

export interface ListRequest {
  /** Of this network, or of all. */
  readonly network?: string | undefined;
  readonly kind: ListKind;
  /** Name of a column; in the order of the tables where there is none. */
  readonly sortBy?: string | undefined;
  readonly isDescending?: boolean | undefined;
  /** Words that an element's id, material, zone or type has to hold. */
  readonly query?: string | undefined;
  readonly from: number;
  readonly limit: number;
}

export interface ListPage {
  readonly total: number;
  readonly columns: readonly { readonly name: string; readonly unit: string }[];
  readonly rows: readonly ListRow[];
}

export interface ListRow extends ElementName {
  /** By column; NaN and '' where it is not known. */
  readonly values: readonly (number | string)[];
}

export interface NetworkStatistics {
  readonly network: string;
  readonly lengthM: number;
  readonly volumeM3: number;
  readonly customers: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly byMaterial: readonly LengthShare[];
  readonly byDecade: readonly LengthShare[];
  readonly byDiameter: readonly LengthShare[];
  readonly byRole: readonly LengthShare[];
  readonly byHeightSource: readonly LengthShare[];
  /** Mean age weighed by length, of the pipes whose year is known, years. */
  readonly meanAgeYears: number;
}

export interface LengthShare {
  /** '' where it is not known. */
  readonly value: string;
  readonly links: number;
  readonly lengthM: number;
}

/** What is wrong with an element of a network's collections. */
export interface ElementFault {
  readonly table: string;
  readonly id: string;
  readonly text: Text;
  readonly isLeftOut: boolean;
}
