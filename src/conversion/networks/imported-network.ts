// What every importer of networks makes: elements in the words of the schema of pipes, SI, with the file's own
// attributes kept. Positions are in the file's own plane until `placeNetwork` puts them on the Earth.

import type {
  HeightSource,
  LinkKind,
  NodeKind,
  PipeRole,
  PipeShape,
  PipeStatus,
} from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { LayerMapping } from './layers/field-mapping.ts';

/** Ending of the collections' ids for each utility; combined sewers lie among the sanitary ones. */
export const networkIds: Readonly<Record<UtilityNetwork, string>> = {
  water: 'water',
  reclaimed: 'reclaimed',
  storm: 'storm',
  sanitary: 'sanitary',
  combined: 'sanitary',
  gas: 'gas',
  heatSupply: 'heat-supply',
  heatReturn: 'heat-return',
  power: 'power',
  telecom: 'telecom',
};

export type NetworkFormat =
  | 'epanet-inp'
  | 'swmm-inp'
  | 'geojson'
  | 'shapefile'
  | 'flatgeobuf'
  | 'pandapipes'
  | 'ifc';

/** East, north and level (m above the vertical datum; NaN where it is not known), in the network's own plane. */
export type PlanePoint = readonly [x: number, y: number, levelM: number];

/** A value that only its file can tell the meaning of. */
export type RawAttributes = Readonly<Record<string, unknown>>;

interface ImportedElement {
  readonly id: string;
  /** Where it stands in its file, for sentences: `line 12`, `feature 7`. */
  readonly at: string;
  /** Members of the schema beyond those named here. */
  readonly more?: RawAttributes;
  /** As the file has it. */
  readonly raw?: RawAttributes;
}

export interface ImportedNode extends ImportedElement {
  readonly kind: NodeKind;
  readonly point: PlanePoint;
  /** Where its coordinates stand in the file, where that is elsewhere than `at`. */
  readonly placeAt?: string | undefined;
  readonly rimM?: number | undefined;
  readonly invertM?: number | undefined;
}

export interface ImportedPipe extends ImportedElement {
  readonly network: UtilityNetwork;
  readonly role?: PipeRole | undefined;
  readonly status: PipeStatus;
  /** Ids of nodes; '' where the file joins it to none. */
  readonly from: string;
  readonly to: string;
  /** At least two points, from `from` to `to`. */
  readonly line: readonly PlanePoint[];
  readonly shape: PipeShape;
  /** Of a circle; undefined where it is not known. */
  readonly innerM?: number | undefined;
  readonly widthM?: number | undefined;
  readonly heightM?: number | undefined;
  readonly wallM?: number | undefined;
  readonly material?: string | undefined;
  readonly materialRaw?: string | undefined;
  readonly installDate?: string | undefined;
  readonly fromInvertM?: number | undefined;
  readonly toInvertM?: number | undefined;
  readonly coverM?: number | undefined;
  readonly zSource: HeightSource;
  /** As the file says; undefined where only the line tells. */
  readonly lengthM?: number | undefined;
  readonly roughness?: { readonly model: string; readonly value: number } | undefined;
  readonly isClosed?: boolean | undefined;
  readonly isOneWay?: boolean | undefined;
  readonly owner?: string | undefined;
  readonly zone?: string | undefined;
}

export interface ImportedValve extends ImportedElement {
  readonly link: string;
  readonly node: string;
  readonly isClosed: boolean;
  readonly point: PlanePoint;
}

export interface ImportedDevice extends ImportedElement {
  readonly kind: LinkKind;
  readonly from: string;
  readonly to: string;
  readonly isClosed: boolean;
  readonly point: PlanePoint;
  readonly diameterM?: number | undefined;
}

/** How the plane of a network lies on the Earth. */
export type NetworkPlane =
  | { readonly kind: 'crs'; readonly code: string }
  /** The file names none: to be asked for. */
  | { readonly kind: 'unknown' }
  /** Numbers of a drawing, that stand nowhere until a person says where. */
  | { readonly kind: 'local' };

/** Something that was decided without the file's word. */
export interface Assumption {
  /** Kind, so that equal ones of several files can be told apart and counted. */
  readonly code: string;
  readonly text: Text;
  readonly count: number;
}

export interface ImportedNetwork {
  /** Ending of its collections' ids. */
  readonly id: string;
  readonly name: string;
  readonly utility: UtilityNetwork;
  readonly source: { readonly file: string; readonly format: NetworkFormat };
  readonly plane: NetworkPlane;
  readonly nodes: readonly ImportedNode[];
  readonly pipes: readonly ImportedPipe[];
  readonly valves: readonly ImportedValve[];
  readonly devices: readonly ImportedDevice[];
  readonly assumptions: readonly Assumption[];
  /** Of layers: how their fields were understood, by file name; can be changed and given back. */
  readonly mappings?: Readonly<Record<string, LayerMapping>> | undefined;
}
