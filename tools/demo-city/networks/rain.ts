// Design rain and runoff: Reinhold's formula (1940) as in ATV-A 118, r = 115 l/(s·ha) for 15 minutes once a
// year, here once in two years; rational method. SI.

const yearly15 = 115e-7;
const frequency = 0.5;

/** Rainfall of this duration, m/s. */
export function rainFor(durationS: number): number {
  const minutes = Math.max(10, durationS / 60);
  return ((yearly15 * 38) / (minutes + 9)) * (frequency ** -0.25 - 0.369);
}

/** Share of the rain that runs off at its peak. */
export const runoffShare = (imperviousness: number): number => 0.05 + 0.85 * imperviousness;

/** Runoff on its way: what still grows and fades with the storm, and what a basin lets through evenly. */
export interface Runoff {
  /** Area times runoff share, m². */
  readonly effectiveM2: number;
  /** Longest way of the water so far, s. */
  readonly timeS: number;
  readonly heldM3s: number;
}

export const noRunoff: Runoff = { effectiveM2: 0, timeS: 0, heldM3s: 0 };

export const addRunoff = (a: Runoff, b: Runoff): Runoff => ({
  effectiveM2: a.effectiveM2 + b.effectiveM2,
  timeS: Math.max(a.timeS, b.timeS),
  heldM3s: a.heldM3s + b.heldM3s,
});

const overlandS = 300;

export const peakOf = ({ effectiveM2, timeS, heldM3s }: Runoff): number =>
  effectiveM2 * rainFor(overlandS + timeS) + heldM3s;
