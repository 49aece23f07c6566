// Winds around the present one for the Monte Carlo of burn probability: speeds and directions that a gust or an hour
// brings, weighted about as a normal law would. Chosen, not measured here.

export interface AroundWind {
  readonly speedShare: number;
  readonly turnedRad: number;
  readonly weight: number;
}

const speeds = [
  [0.6, 0.25],
  [1, 0.5],
  [1.5, 0.25],
] as const;
const turns = [
  [-Math.PI / 4, 0.25],
  [0, 0.5],
  [Math.PI / 4, 0.25],
] as const;

export const windsAround: readonly AroundWind[] = speeds.flatMap(([speedShare, ofSpeed]) =>
  turns.map(([turnedRad, ofTurn]) => ({ speedShare, turnedRad, weight: ofSpeed * ofTurn })),
);
