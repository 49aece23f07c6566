// Puts small heating networks together for tests: each place has a node on the supply and one on the return.

import type { HeatProblem } from '../heat-problem.ts';

interface PipeOptions {
  readonly lengthM?: number;
  readonly innerM?: number;
  readonly lossWmK?: number;
  readonly isClosed?: boolean;
}

interface ConsumerOptions {
  readonly returnC?: number;
  readonly flowKgs?: number;
}

export function aHeatNet() {
  const names: string[] = [];
  const pipes: ({ from: number; to: number } & PipeOptions)[] = [];
  const consumers: ({ at: string; heatW: number } & ConsumerOptions)[] = [];
  const plants: { at: string; supplyC: number; liftPa: number }[] = [];
  const rowOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const supply = (place: string) => rowOf(`${place}+`);
  const back = (place: string) => rowOf(`${place}-`);

  const net = {
    supply,
    back,
    plant(at: string, { supplyC = 95, liftPa = 4e5 } = {}) {
      plants.push({ at, supplyC, liftPa });
      supply(at);
      back(at);
      return net;
    },
    /** A pipe on the supply and its sister on the return. */
    pair(from: string, to: string, options: PipeOptions = {}, ofReturn: PipeOptions = options) {
      pipes.push({ from: supply(from), to: supply(to), ...options });
      pipes.push({ from: back(to), to: back(from), ...ofReturn });
      return net;
    },
    consumer(at: string, heatW: number, options: ConsumerOptions = { returnC: 55 }) {
      consumers.push({ at, heatW, ...options });
      return net;
    },
    problem(): HeatProblem {
      const nan = Number.NaN;
      const of = <T>(list: readonly T[], read: (one: T) => number) => Float64Array.from(list, read);
      return {
        friction: 'nikuradseLiquid',
        nodes: { heightM: new Float64Array(names.length) },
        pipes: {
          from: Uint32Array.from(pipes, ({ from }) => from),
          to: Uint32Array.from(pipes, ({ to }) => to),
          lengthM: of(pipes, ({ lengthM = 100 }) => lengthM),
          innerM: of(pipes, ({ innerM = 0.1 }) => innerM),
          roughnessM: of(pipes, () => 5e-5),
          lossCoefficient: of(pipes, () => 0),
          lossWmK: of(pipes, ({ lossWmK = 0.3 }) => lossWmK),
          aroundC: of(pipes, () => 10),
          isClosed: Uint8Array.from(pipes, ({ isClosed }) => (isClosed ? 1 : 0)),
        },
        consumers: {
          from: Uint32Array.from(consumers, ({ at }) => supply(at)),
          to: Uint32Array.from(consumers, ({ at }) => back(at)),
          heatW: of(consumers, ({ heatW }) => heatW),
          returnC: of(consumers, ({ returnC = nan }) => returnC),
          flowKgs: of(consumers, ({ flowKgs = nan }) => flowKgs),
        },
        plants: {
          from: Uint32Array.from(plants, ({ at }) => back(at)),
          to: Uint32Array.from(plants, ({ at }) => supply(at)),
          supplyC: of(plants, ({ supplyC }) => supplyC),
          liftPa: of(plants, ({ liftPa }) => liftPa),
          isStopped: new Uint8Array(plants.length),
        },
        holdingPa: 3e5,
      };
    },
  };
  return net;
}
