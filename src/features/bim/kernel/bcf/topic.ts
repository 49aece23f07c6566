// What a BCF file says: topics, each with a view of the model. Coordinates are those of the IFC file, m.

export type Vector = readonly [number, number, number];

export interface BcfTopic {
  /** Lower-case UUID. */
  readonly guid: string;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly priority: string;
  readonly labels: readonly string[];
  readonly description: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly author: string;
  readonly comments: readonly BcfComment[];
  readonly viewpoint: BcfViewpoint | undefined;
  /** PNG. */
  readonly snapshot: Uint8Array | undefined;
}

export interface BcfComment {
  readonly guid: string;
  readonly date: string;
  readonly author: string;
  readonly text: string;
}

export interface BcfViewpoint {
  readonly guid: string;
  readonly camera: BcfCamera | undefined;
  readonly selection: readonly BcfComponent[];
  readonly isVisibleByDefault: boolean;
  /** Hidden where things are visible by default, else the only ones that are seen. */
  readonly exceptions: readonly BcfComponent[];
}

export interface BcfCamera {
  readonly kind: 'perspective' | 'orthogonal';
  readonly eye: Vector;
  /** Unit vectors. */
  readonly direction: Vector;
  readonly up: Vector;
  /** Upright angle in degrees; of an orthogonal camera the height that is seen, m. */
  readonly extent: number;
  /** Width by height. */
  readonly aspect: number;
}

/** By its GlobalId, or by a name of its own where it is no element. */
export interface BcfComponent {
  readonly ifcGuid: string | undefined;
  readonly toolId: string | undefined;
}

export interface BcfFile {
  readonly project: string;
  readonly projectId: string;
  readonly topics: readonly BcfTopic[];
}

/** The same UUID for the same text, and another one for any other. */
export function guidOf(text: string): string {
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((seed) => hash(text, seed));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20)].join('-');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  return (value ^ (value >>> 13)) >>> 0;
}
