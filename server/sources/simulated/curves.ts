// Shapes that several phenomena share.

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** A bell over the hours of the day, 1 at `middle`; it runs on across midnight. */
export function hump(hour: number, middle: number, width: number): number {
  const off = Math.abs(hour - middle);
  const apart = Math.min(off, 24 - off) / width;
  return Math.exp(-apart * apart);
}

/** 0 before `from`, 1 after `to`, smooth between. */
export function rise(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from), 0, 1);
  return share * share * (3 - 2 * share);
}

/** How strongly an event is felt: grows from its start in `growMs`, fades after its end in `fadeMs`. */
export function swell(
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  timeMs: number,
  growMs: number,
  fadeMs: number,
): number {
  if (timeMs < fromMs) return 0;
  const grown = 1 - Math.exp(-(Math.min(timeMs, toMs) - fromMs) / growMs);
  return timeMs <= toMs ? grown : grown * Math.exp(-(timeMs - toMs) / fadeMs);
}

/** A signal as something slow to warm shows it: the mean of its past, fading by half-lives of `timeMs`. */
export function lagged(
  signal: (timeMs: number) => number,
  timeMs: number,
  constantMs: number,
): number {
  let sum = 0;
  let weights = 0;
  // Eight steps to 3.5 time constants; what lies before has 3 % of the weight.
  for (let step = 0; step < 8; step += 1) {
    const ago = (step + 0.5) * 0.4375;
    const weight = Math.exp(-ago);
    sum += weight * signal(timeMs - ago * constantMs);
    weights += weight;
  }
  return sum / weights;
}
