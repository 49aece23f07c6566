// What the members of an ensemble leave behind: how many exceed each depth, when the water came. Depths m, times s.

import { arrivalShares, type EnsembleOutcome, type MemberOutcome } from './parts.ts';

const NEVER = 0xffff;

export interface Collector {
  /** Of the running member, every `sampleS`. */
  sample(timeS: number, depthM: Float32Array): void;
  /** The member begins again. */
  drop(): void;
  /** The member is done; gives back its wet cells. */
  close(): number;
  outcome(members: readonly MemberOutcome[]): EnsembleOutcome;
}

/** `thresholdsM` ascending; at most 65,534 samples a member. */
export function createCollector(
  cells: number,
  thresholdsM: readonly number[],
  sampleS: number,
): Collector {
  const counts = thresholdsM.map(() => new Uint16Array(cells));
  const greatestM = new Float32Array(cells);
  const arrivals: Uint16Array[] = [];
  const lowest = thresholdsM[0] ?? 0;
  let arrival = new Uint16Array(cells).fill(NEVER);

  function begin(): void {
    arrival = new Uint16Array(cells).fill(NEVER);
    greatestM.fill(0);
  }

  return {
    sample(timeS, depthM) {
      const at = Math.min(NEVER - 1, Math.round(timeS / sampleS));
      for (let cell = 0; cell < cells; cell++) {
        const depth = depthM[cell]!;
        if (depth > greatestM[cell]!) greatestM[cell] = depth;
        if (depth > lowest && arrival[cell] === NEVER) arrival[cell] = at;
      }
    },
    drop: begin,
    close() {
      let wet = 0;
      thresholdsM.forEach((threshold, k) => {
        const count = counts[k]!;
        for (let cell = 0; cell < cells; cell++) {
          if (!(greatestM[cell]! > threshold)) continue;
          count[cell]!++;
          if (k === 0) wet++;
        }
      });
      arrivals.push(arrival);
      begin();
      return wet;
    },
    outcome(members) {
      const done = Math.max(1, arrivals.length);
      const probability = counts.map((count) => Float32Array.from(count, (hits) => hits / done));
      const [early, middle, late] = arrivalShares.map(() => new Float32Array(cells));
      const sorted = new Uint16Array(arrivals.length);
      for (let cell = 0; cell < cells; cell++) {
        for (let k = 0; k < arrivals.length; k++) sorted[k] = arrivals[k]![cell]!;
        sorted.sort();
        [early, middle, late].forEach((into, k) => {
          const rank = Math.max(0, Math.ceil((arrivalShares[k] ?? 0) * sorted.length) - 1);
          const at = sorted[rank] ?? NEVER;
          into![cell] = at === NEVER ? Number.NaN : at * sampleS;
        });
      }
      return { members, thresholdsM, probability, arrivalS: [early!, middle!, late!] };
    },
  };
}
