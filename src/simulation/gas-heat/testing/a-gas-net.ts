// Puts small gas networks together for tests: nodes by name, links in the order they are added.

import { type GasLinkKind, type GasProblem, gasLinkKinds, type LiftCurve } from '../gas.ts';
import { type Gas, normalPa } from '../gas-properties.ts';

/** As in STANET's examples: constant, ideal unless said otherwise. */
export const plainGas: Gas = {
  name: 'test gas',
  densityKgm3: 0.84,
  viscosityPas: 1.193e-5,
  compressibilityPerPa: 0,
  heatingJm3: 3.6e7,
};

interface LinkOptions {
  readonly lengthM?: number;
  readonly innerM?: number;
  readonly roughnessM?: number;
  readonly loss?: number;
  readonly isClosed?: boolean;
  readonly setting?: number;
  readonly curve?: LiftCurve;
}

export function aGasNet() {
  const names: string[] = [];
  const height: number[] = [];
  const demand: number[] = [];
  const fixed: number[] = [];
  const links: ({ kind: GasLinkKind; from: number; to: number } & LinkOptions)[] = [];

  const rowOf = (name: string): number => {
    const known = names.indexOf(name);
    if (known >= 0) return known;
    names.push(name);
    height.push(0);
    demand.push(0);
    fixed.push(Number.NaN);
    return names.length - 1;
  };

  const net = {
    source(name: string, gaugePa: number) {
      fixed[rowOf(name)] = gaugePa + normalPa;
      return net;
    },
    sink(name: string, kgs: number) {
      demand[rowOf(name)] = kgs;
      return net;
    },
    at(name: string, heightM: number) {
      height[rowOf(name)] = heightM;
      return net;
    },
    link(kind: GasLinkKind, from: string, to: string, options: LinkOptions = {}) {
      links.push({ kind, from: rowOf(from), to: rowOf(to), ...options });
      return net;
    },
    pipe: (from: string, to: string, options: LinkOptions = {}) =>
      net.link('pipe', from, to, options),
    row: (name: string) => names.indexOf(name),
    problem(more: Partial<Pick<GasProblem, 'gas' | 'friction'>> = {}): GasProblem {
      const column = (
        read: (link: (typeof links)[number]) => number | undefined,
        missing: number,
      ) => Float64Array.from(links, (link) => read(link) ?? missing);
      return {
        gas: plainGas,
        friction: 'nikuradse',
        ...more,
        nodes: {
          heightM: Float64Array.from(height),
          temperatureK: new Float64Array(names.length).fill(283.15),
          demandKgs: Float64Array.from(demand),
          fixedPa: Float64Array.from(fixed),
        },
        links: {
          kind: Uint8Array.from(links, ({ kind }) => gasLinkKinds.indexOf(kind)),
          from: Uint32Array.from(links, ({ from }) => from),
          to: Uint32Array.from(links, ({ to }) => to),
          lengthM: column(({ lengthM }) => lengthM, 100),
          innerM: column(({ innerM }) => innerM, 0.1),
          roughnessM: column(({ roughnessM }) => roughnessM, 1e-4),
          lossCoefficient: column(({ loss }) => loss, 0),
          isClosed: Uint8Array.from(links, ({ isClosed }) => (isClosed ? 1 : 0)),
          setting: column(({ setting }) => setting, Number.NaN),
        },
        pumps: new Map(links.flatMap(({ curve }, link) => (curve ? [[link, curve]] : []))),
      };
    },
  };
  return net;
}
