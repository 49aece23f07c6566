// A layer of a GIS in memory, whatever file it came in.

import type { NetworkFormat, NetworkPlane } from '../imported-network.ts';

export interface LayerFeature {
  /** Of the file; '' where it has none. */
  readonly id: string;
  /** Lines of points x, y and, where known, z; one point is a line of one. */
  readonly parts: readonly (readonly (readonly number[])[])[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Layer {
  readonly file: string;
  readonly format: NetworkFormat;
  readonly plane: NetworkPlane;
  readonly features: readonly LayerFeature[];
}
