// A network under the streets as its collections, the sensors and the checks know it. Places in the map
// (EPSG:25832), levels in m above the vertical datum; words after section 6 of the schema of pipes.

import type { UtilityNetwork } from '#model/utility-network.ts';
import type { Point3 } from '../solids.ts';

export type PipeRole = 'main' | 'service' | 'transmission' | 'forceMain' | 'culvert' | 'overflow';

export interface NetworkPipe {
  readonly id: string;
  readonly network: UtilityNetwork;
  readonly role: PipeRole;
  /** Ids of its nodes; of a sewer that falls, in the direction of flow. */
  readonly from: string;
  readonly to: string;
  /** Axis, from `from` to `to`. */
  readonly line: readonly Point3[];
  readonly lengthM: number;
  /** Inside and outside; of a cable, both the outside. */
  readonly innerM: number;
  readonly outerM: number;
  readonly material: string;
  readonly installed: number;
  /** Manning's n of a sewer, or the height of sand grains of a pressure pipe, m. */
  readonly roughness?: { readonly model: 'manning' | 'colebrook'; readonly value: number };
  readonly pressureClass?: string;
  readonly owner: string;
  readonly zone: string;
  /** What only this network has: design flow, voltage, temperature. */
  readonly more?: Readonly<Record<string, string | number | boolean>>;
  /** Hangs below a bridge or ends in a bank, and has no ground over it there. */
  readonly isOpen?: boolean;
}

export interface NetworkNode {
  readonly id: string;
  readonly kind:
    | 'junction'
    | 'manhole'
    | 'outfall'
    | 'inlet'
    | 'storage'
    | 'regulator'
    | 'substation'
    | 'station'
    | 'plant'
    | 'customer'
    | 'hydrant'
    | 'tank'
    | 'reservoir';
  /** On the axis of its lowest pipe. */
  readonly at: Point3;
  /** Level of the ground. */
  readonly rimM: number;
  readonly invertM?: number;
  /** Index of the crossing in the street graph where it lies. */
  readonly crossing?: number;
  /** Ids of the buildings that it supplies or drains. */
  readonly buildings: readonly string[];
  readonly more?: Readonly<Record<string, string | number | boolean>>;
}

/** A pump, regulator, gate or transformer between two nodes. */
export interface NetworkDevice {
  readonly id: string;
  readonly kind:
    | 'pump'
    | 'regulator'
    | 'flapGate'
    | 'weir'
    | 'throttle'
    | 'transformer'
    | 'heatExchanger'
    | 'compressor'
    | 'busbar';
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly at: Point3;
  readonly more: Readonly<Record<string, string | number | boolean>>;
}

/** A valve or switch: on `link`, at its end at `node`. */
export interface NetworkValve {
  readonly id: string;
  readonly kind: 'isolation' | 'switch' | 'loadBreakSwitch';
  readonly link: string;
  readonly node: string;
  readonly at: Point3;
  /** Lets nothing through in normal operation; of a switch, the circuit is open. */
  readonly isClosed: boolean;
  readonly isOperable: boolean;
  readonly lastExercised: number;
}

export interface Network {
  /** In the names of its collections: `pipes-storm`, `nodes-storm`. */
  readonly id: string;
  readonly title: string;
  readonly pipes: readonly NetworkPipe[];
  readonly nodes: readonly NetworkNode[];
  readonly devices: readonly NetworkDevice[];
  readonly valves: readonly NetworkValve[];
  /** Id of the node that supplies or drains each building. */
  readonly supply: ReadonlyMap<string, string>;
}
