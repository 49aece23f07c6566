// What happened to each watched thing, kept look by look as changes, so that any kept time can be told again exactly as
// it was told then. 12 bytes a change; times in s.

import { clearThingStates, EVER_AFFECTED, type ThingStates } from './watched-things.ts';

export class ImpactLog {
  readonly #times: number[] = [];
  readonly #ends: number[] = [];
  #things = new Uint32Array(1024);
  #depthMm = new Uint16Array(1024);
  #mostMm = new Uint16Array(1024);
  #hazardCenti = new Uint16Array(1024);
  #flags = new Uint8Array(1024);
  #firstS = new Float32Array(0);
  #length = 0;

  get changes(): number {
    return this.#length;
  }

  /** Times of the looks, ascending. */
  get times(): readonly number[] {
    return this.#times;
  }

  /** Appends what one thing is from the look on that `close` ends. */
  add(thing: number, states: ThingStates): void {
    if (this.#length === this.#things.length) this.#grow();
    const at = this.#length++;
    this.#things[at] = thing;
    this.#depthMm[at] = states.depthMm[thing]!;
    this.#mostMm[at] = states.mostMm[thing]!;
    this.#hazardCenti[at] = states.hazardCenti[thing]!;
    this.#flags[at] = states.flags[thing]!;
  }

  /** Ends a look. First times are kept once a thing, as they never change. */
  close(timeS: number, states: ThingStates): void {
    this.#times.push(timeS);
    this.#ends.push(this.#length);
    if (this.#firstS.length !== states.firstS.length) {
      this.#firstS = new Float32Array(states.firstS.length);
    }
    this.#firstS.set(states.firstS);
  }

  /** Number of looks up to and at a time. */
  looksUntil(timeS: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle]! <= timeS) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Fills `states` with what was after the first `looks` looks. */
  replay(looks: number, states: ThingStates): void {
    clearThingStates(states);
    const end = looks === 0 ? 0 : this.#ends[looks - 1]!;
    for (let at = 0; at < end; at++) {
      const thing = this.#things[at]!;
      states.depthMm[thing] = this.#depthMm[at]!;
      states.mostMm[thing] = this.#mostMm[at]!;
      states.hazardCenti[thing] = this.#hazardCenti[at]!;
      states.flags[thing] = this.#flags[at]!;
      if ((this.#flags[at]! & EVER_AFFECTED) !== 0) states.firstS[thing] = this.#firstS[thing]!;
    }
  }

  /** Every change of things from `first` on within the first `looks` looks, in order of time. */
  visit(
    first: number,
    looks: number,
    see: (timeS: number, thing: number, flags: number) => void,
  ): void {
    for (let look = 0, at = 0; look < looks; look++) {
      for (; at < this.#ends[look]!; at++) {
        if (this.#things[at]! >= first)
          see(this.#times[look]!, this.#things[at]!, this.#flags[at]!);
      }
    }
  }

  firstS(thing: number): number {
    return this.#firstS[thing] ?? Number.NaN;
  }

  /** The first `looks` looks as a log of its own: what a run remembers that goes on from another. */
  fork(looks: number): ImpactLog {
    const log = new ImpactLog();
    log.#length = looks === 0 ? 0 : this.#ends[looks - 1]!;
    log.#times.push(...this.#times.slice(0, looks));
    log.#ends.push(...this.#ends.slice(0, looks));
    log.#things = this.#things.slice();
    log.#depthMm = this.#depthMm.slice();
    log.#mostMm = this.#mostMm.slice();
    log.#hazardCenti = this.#hazardCenti.slice();
    log.#flags = this.#flags.slice();
    log.#firstS = this.#firstS.slice();
    return log;
  }

  #grow(): void {
    const size = this.#things.length * 2;
    const things = new Uint32Array(size);
    things.set(this.#things);
    this.#things = things;
    this.#depthMm = grown(this.#depthMm, size);
    this.#mostMm = grown(this.#mostMm, size);
    this.#hazardCenti = grown(this.#hazardCenti, size);
    const flags = new Uint8Array(size);
    flags.set(this.#flags);
    this.#flags = flags;
  }
}

function grown(from: Uint16Array, size: number): Uint16Array<ArrayBuffer> {
  const to = new Uint16Array(size);
  to.set(from);
  return to;
}
