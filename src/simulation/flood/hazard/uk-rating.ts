// Hazard to people by DEFRA: HR = d (v + 0.5) + DF, depth d (m), speed v (m/s), debris factor DF (–). Sources: FD2320/TR2
// and FD2321/TR1 table 3.1 (factors by land use); supplementary note of May 2008 (planning and development control).

export const debrisVariants = ['planning', 'urban', 'woodland', 'pasture'] as const;
export type DebrisVariant = (typeof debrisVariants)[number];

/** Where the debris factor changes: by depth, and with fast water. Kept apart so that one run serves all variants. */
export const debrisBins = ['shallow', 'middle', 'shallow-fast', 'deep-or-fast'] as const;

const SHALLOW_M = 0.25;
const MIDDLE_M = 0.75;
const FAST_MS = 2;

/** Of each variant by bin. The planning form knows depth alone, so its shallow fast water stays at 0.5. */
const factors: Readonly<Record<DebrisVariant, readonly [number, number, number, number]>> = {
  planning: [0.5, 1, 0.5, 1],
  urban: [0, 1, 1, 1],
  woodland: [0, 0.5, 1, 1],
  pasture: [0, 0, 0.5, 0.5],
};

/** Position in `debrisBins`. */
export function debrisBin(depthM: number, speedMs: number): number {
  if (depthM <= SHALLOW_M) return speedMs > FAST_MS ? 2 : 0;
  return depthM > MIDDLE_M || speedMs > FAST_MS ? 3 : 1;
}

export const debrisFactors = (variant: DebrisVariant): readonly [number, number, number, number] =>
  factors[variant];

export const debrisFactor = (depthM: number, speedMs: number, variant: DebrisVariant): number =>
  factors[variant][debrisBin(depthM, speedMs)] ?? 0;

/** 0 where it is dry. */
export const ukRating = (depthM: number, speedMs: number, variant: DebrisVariant): number =>
  depthM > 0 ? depthM * (speedMs + 0.5) + debrisFactor(depthM, speedMs, variant) : 0;

export const ukClasses = ['low', 'danger-for-some', 'danger-for-most', 'danger-for-all'] as const;
export type UkClass = (typeof ukClasses)[number];

/** Lower limits of the second and third class; above the last one is the fourth, which FD2321 puts at 2.5. */
export const ukLimits = (variant: DebrisVariant): readonly [number, number, number] => [
  0.75,
  1.25,
  variant === 'planning' ? 2 : 2.5,
];

export function ukClass(rating: number, variant: DebrisVariant): UkClass {
  const [some, most, all] = ukLimits(variant);
  if (rating > all) return 'danger-for-all';
  if (rating >= most) return 'danger-for-most';
  return rating >= some ? 'danger-for-some' : 'low';
}
