// What each colouring shows: values on a ramp, or classes with colours of their own.

import type { RampId } from '#model/colour-ramp.ts';
import type { Colouring } from '../../contract.ts';
import type { KnownNetwork } from '../open-network.ts';

/** By row; NaN where there is none. */
export interface Painted {
  readonly links: ArrayLike<number> | undefined;
  readonly nodes: ArrayLike<number> | undefined;
}

export interface RangeScale {
  readonly kind: 'range';
  readonly unit: string;
  readonly ramp: RampId;
  readonly isSolved: boolean;
  readonly read: (network: KnownNetwork) => Painted | undefined;
}

/** A text a link, '' where it is not known. */
export interface ClassScale {
  readonly kind: 'classes';
  readonly read: (network: KnownNetwork) => {
    readonly code: ArrayLike<number>;
    readonly names: readonly string[];
  };
}

const solved = (
  unit: string,
  ramp: RampId,
  read: (network: KnownNetwork) => Painted | undefined,
): RangeScale => ({ kind: 'range', unit, ramp, isSolved: true, read });

const known = (
  unit: string,
  ramp: RampId,
  read: (network: KnownNetwork) => ArrayLike<number>,
): RangeScale => ({
  ...{ kind: 'range', unit, ramp, isSolved: false },
  read: (network) => ({ links: read(network), nodes: undefined }),
});

const quality = (unit: string, ramp: RampId) =>
  solved(unit, ramp, (network) => ofNodes(network, network.values?.nodes.quality));

export const scales: Readonly<Record<Colouring, RangeScale | ClassScale | undefined>> = {
  none: undefined,
  material: {
    kind: 'classes',
    read: ({ network: { links } }) => ({ code: links.material, names: links.materials }),
  },
  zone: {
    kind: 'classes',
    read: ({ network: { links } }) => ({ code: links.zone, names: links.zones }),
  },
  segment: {
    kind: 'classes',
    read: ({ segments }) => ({ code: segments.ofLink, names: [] }),
  },
  year: known('year', 'batlow', ({ network: { links } }) =>
    Float32Array.from(links.year, (year) => (year === 0 ? Number.NaN : year)),
  ),
  diameter: known('m', 'mako', ({ network }) => network.links.innerM),
  cover: known('m', 'cividis', ({ network }) => network.links.coverM),
  criticality: known('customers', 'magma', ({ costs, segments }) =>
    Float32Array.from(
      segments.ofLink,
      (one) => costs.isolatedCustomers[one]! + costs.strandedCustomers[one]!,
    ),
  ),
  pressure: solved('Pa', 'viridis', (network) =>
    ofNodes(network, network.values?.nodes.pressurePa),
  ),
  flow: solved('m³/s', 'mako', ({ values }) => sizes(values?.links.flow)),
  velocity: solved('m/s', 'viridis', ({ values }) => sizes(values?.links.velocityMps)),
  headLoss: solved('m/m', 'magma', ({ values }) => sizes(values?.links.headLossMPerM)),
  age: quality('s', 'batlow'),
  chlorine: quality('kg/m³', 'cividis'),
  source: quality('1', 'puor'),
  filling: solved('1', 'viridis', ({ values }) => sizes(values?.links.filling)),
  temperature: solved('°C', 'magma', (network) => {
    const { values } = network;
    const links = values?.links.temperatureC;
    return links
      ? { links, nodes: values?.nodes.temperatureC }
      : ofNodes(network, values?.nodes.temperatureC);
  }),
};

const sizes = (values: Float32Array | undefined): Painted | undefined =>
  values && { links: values.map(Math.abs), nodes: undefined };

/** A link shows the mean of its ends, or the one that is known. */
function ofNodes({ network }: KnownNetwork, nodes: Float32Array | undefined): Painted | undefined {
  if (!nodes) return undefined;
  const { from, to } = network.links;
  const links = new Float32Array(from.length);
  for (let link = 0; link < links.length; link++) {
    const [a, b] = [nodes[from[link]!]!, nodes[to[link]!]!];
    links[link] = Number.isNaN(a) ? b : Number.isNaN(b) ? a : (a + b) / 2;
  }
  return { links, nodes };
}
