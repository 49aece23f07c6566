// Where the value of an iso-line is written: on its largest ring, where it lies farthest from the source, and not where
// another value is written already. Places in degrees.

import { offsetBetween } from '#model/near-plane.ts';
import type { SmokeFrame } from '../contract/smoke.ts';
import type { PlaceDeg } from '../contract.ts';

export interface IsoPlace {
  readonly level: number;
  readonly at: PlaceDeg;
}

/** Share of the longest reach that two values are apart at least. */
const APART = 0.09;

/** The widest line first; lines whose value would lie on another's are left out. */
export function isoPlaces({
  isoLines,
  slices,
}: Pick<SmokeFrame, 'isoLines' | 'slices'>): IsoPlace[] {
  const source = slices[0]?.at ?? middleOf(isoLines.at(-1)?.rings[0] ?? []);
  if (!source) return [];
  const found = isoLines.flatMap(({ level, rings }) => {
    const ring = [...rings].sort((a, b) => b.length - a.length)[0] ?? [];
    let best: { at: PlaceDeg; x: number; y: number; farM: number } | undefined;
    for (const at of ring) {
      const [x, y] = offsetBetween(source, at);
      const farM = Math.hypot(x, y);
      if (!best || farM > best.farM) best = { at, x, y, farM };
    }
    return best ? [{ level, ...best }] : [];
  });
  const leastM = APART * Math.max(0, ...found.map(({ farM }) => farM));
  const kept: typeof found = [];
  for (const one of found.sort((a, b) => b.farM - a.farM)) {
    if (kept.every(({ x, y }) => Math.hypot(x - one.x, y - one.y) >= leastM)) kept.push(one);
  }
  return kept.map(({ level, at }) => ({ level, at }));
}

function middleOf(ring: readonly PlaceDeg[]): PlaceDeg | undefined {
  if (ring.length === 0) return undefined;
  const sum = ring.reduce(([x, y], [a, b]) => [x + a, y + b], [0, 0] as const);
  return [sum[0] / ring.length, sum[1] / ring.length];
}
