// A histogram's axis: the kit draws linear ones, so a logarithmic one is handed over in powers of ten.

import type { Histogram } from '../contract.ts';

export interface Axis {
  readonly edges: readonly number[];
  toAxis(value: number): number;
  /** Rounded to what a drag over the axis can tell apart. */
  fromAxis(place: number): number;
}

const STEPS = 400;

export function axisOf({ edges, scale }: Pick<Histogram, 'edges' | 'scale'>): Axis {
  if (scale === 'log') {
    return {
      edges: edges.map(Math.log10),
      toAxis: (value) => Math.log10(Math.max(value, Number.MIN_VALUE)),
      fromAxis: (place) => Number((10 ** place).toPrecision(3)),
    };
  }
  const span = (edges.at(-1) ?? 1) - (edges[0] ?? 0);
  const digits = span > 0 ? Math.max(0, -Math.floor(Math.log10(span / STEPS))) : 0;
  return {
    edges,
    toAxis: (value) => value,
    fromAxis: (place) => Number(place.toFixed(Math.min(digits, 12))),
  };
}
