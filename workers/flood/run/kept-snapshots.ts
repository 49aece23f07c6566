// States of a run from which it can be gone on, within a bound of memory: solver, forcing, maxima and the scenario as
// it was steered till then. Where the bound is reached, every second one goes; the first and the last stay.

import type { FloodScenario } from '#features/flood/contract.ts';
import type { FloodBackend, FloodSnapshot } from '#simulation/flood/parts.ts';
import { countBytes, type PackedArray, packArray, unpackArray } from './block-codec.ts';

/** Of one run; about twelve states of a million wet cells. */
export const SNAPSHOT_BYTES = 192 * 2 ** 20;

export interface RunState {
  readonly solver: FloodSnapshot;
  readonly forcing: unknown;
  readonly maxima: readonly Float32Array[];
  readonly scenario: FloodScenario;
  /** Whose snapshot it is. */
  readonly backend: FloodBackend;
  /** How much of the run's log of steering is in it. */
  readonly logged: number;
}

interface Kept {
  readonly timeS: number;
  readonly solver: readonly PackedArray[];
  readonly maxima: readonly PackedArray[];
  readonly rest: Omit<RunState, 'solver' | 'maxima'>;
}

export class KeptSnapshots {
  readonly #limit: number;
  #everyS: number;
  #kept: Kept[] = [];
  #bytes = 0;
  #seen = new Set<Uint32Array>();

  constructor(everyS: number, limitBytes = SNAPSHOT_BYTES) {
    this.#everyS = everyS;
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get timesS(): readonly number[] {
    return this.#kept.map(({ timeS }) => timeS);
  }

  isDue(timeS: number): boolean {
    const last = this.#kept.at(-1);
    return !last || timeS - last.timeS >= this.#everyS;
  }

  keep({ solver, maxima, ...rest }: RunState): void {
    const last = this.#kept.at(-1);
    if (last && last.timeS >= solver.timeS) return;
    const one: Kept = {
      timeS: solver.timeS,
      solver: solver.arrays.map((array, at) => packArray(array, last?.solver[at])),
      maxima: maxima.map((array, at) => packArray(array, last?.maxima[at])),
      rest: { ...rest, forcing: structuredClone(rest.forcing) },
    };
    this.#kept.push(one);
    this.#bytes += this.#count(one);
    while (this.#bytes > this.#limit && this.#kept.length > 2) this.#thin();
  }

  /** The latest at or before a time, unpacked. */
  before(timeS: number): RunState | undefined {
    const kept = this.#kept.findLast((one) => one.timeS <= timeS);
    if (!kept) return undefined;
    return {
      solver: { timeS: kept.timeS, arrays: kept.solver.map(unpackArray) },
      maxima: kept.maxima.map(unpackArray).filter((array) => array instanceof Float32Array),
      ...{ ...kept.rest, forcing: structuredClone(kept.rest.forcing) },
    };
  }

  #count({ solver, maxima }: Kept): number {
    return [...solver, ...maxima].reduce((sum, one) => sum + countBytes(one, this.#seen), 0);
  }

  #thin(): void {
    const last = this.#kept.length - 1;
    this.#kept = this.#kept.filter((_, at) => at === 0 || at === last || at % 2 === 0);
    this.#everyS *= 2;
    this.#seen = new Set();
    this.#bytes = this.#kept.reduce((sum, one) => sum + this.#count(one), 0);
  }
}
