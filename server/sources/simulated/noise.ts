// Chance without memory: every number depends on a seed and a place in time alone, so any instant can be
// asked for in any order. Integer hash: Chris Wellons' lowbias32 (public domain); text by FNV-1a.

const TWO_32 = 4294967296;

/** Whole number 0 … 2³²−1 from two numbers. */
export function mix(seed: number, place: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((place >>> 0) + 0x7f4a7c15, 1);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash, text.length);
}

/** Uniform in [0, 1). */
export const unit = (seed: number, place: number): number => mix(seed, place) / TWO_32;

/** Uniform in [low, high). */
export const between = (seed: number, place: number, low: number, high: number): number =>
  low + unit(seed, place) * (high - low);

/** Mean 0, standard deviation 1, never beyond ±3.5: the sum of four uniform numbers. */
export function bell(seed: number, place: number): number {
  const one = mix(seed, place);
  const two = mix(one, 0x51ed270b);
  const sum = (one & 0xffff) + (one >>> 16) + (two & 0xffff) + (two >>> 16);
  return (sum / 65535 - 2) * Math.sqrt(3);
}

function octave(seed: number, timeMs: number, periodMs: number): number {
  const position = timeMs / periodMs;
  const step = Math.floor(position);
  const share = position - step;
  const from = unit(seed, step);
  const to = unit(seed, step + 1);
  return 2 * (from + (to - from) * share * share * (3 - 2 * share)) - 1;
}

/** A smooth curve in [−1, 1] that turns about once in `periodMs`. */
export const wander = (seed: number, timeMs: number, periodMs: number): number =>
  0.72 * octave(seed, timeMs, periodMs) +
  0.28 * octave(seed ^ 0x2c1b3c6d, timeMs, periodMs / Math.E);

/** Uniform between two ends. */
export const within = (seed: number, place: number, [low, high]: readonly [number, number]) =>
  between(seed, place, low, high);
