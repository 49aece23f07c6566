// Flow (m³/s) through openings between two water levels, all monotone and continuous. Depths m above the sill or the
// invert. Weir: broad-crested, drowned after LISFLOOD-FP's form with √(1 − m), so that it is continuous at the modular
// limit m. Gate and orifice: Torricelli. Culvert: the lesser of inlet control (Boyd 1987 in form) and full flow.

const GRAVITY = 9.80665;

/** (2/3)^1.5 √g: critical flow over a broad crest, m^½/s. */
export const WEIR = (2 / 3) ** 1.5 * Math.sqrt(GRAVITY);
/** Tailwater over headwater above which a weir is drowned. */
export const MODULAR_LIMIT = 2 / 3;
export const GATE = 0.6;
const ENTRY_LOSS = 0.5;
const CULVERT_MANNING = 0.013;

/** `upM` ≥ `downM`, both above the crest (negative: below). */
export function weirFlow(widthM: number, upM: number, downM: number): number {
  if (upM <= 0) return 0;
  const down = Math.max(0, downM);
  if (down >= upM) return 0;
  if (down / upM < MODULAR_LIMIT) return WEIR * widthM * upM ** 1.5;
  return (WEIR * widthM * upM * Math.sqrt(upM - down)) / Math.sqrt(1 - MODULAR_LIMIT);
}

/** Under a gate's lip at `openingM` above the sill; over the sill as a weir where the water doesn't reach the lip. */
export function gateFlow(widthM: number, openingM: number, upM: number, downM: number): number {
  if (openingM <= 0 || upM <= 0) return 0;
  const head = upM - Math.max(0, downM);
  if (head <= 0) return 0;
  const under = GATE * widthM * openingM * Math.sqrt(2 * GRAVITY * head);
  return Math.min(weirFlow(widthM, upM, downM), under);
}

export interface Barrel {
  readonly widthM: number;
  readonly heightM: number;
  readonly count: number;
  readonly lengthM: number;
}

/**
 * `upM`: headwater above the inlet's invert; `headM`: headwater level less tailwater level, or less the crown of the
 * outlet where that is higher.
 */
export function culvertFlow(barrel: Barrel, upM: number, headM: number): number {
  if (upM <= 0 || headM <= 0) return 0;
  const { widthM, heightM, count, lengthM } = barrel;
  const area = widthM * heightM;
  const free = WEIR * widthM * upM ** 1.5;
  const drowned = GATE * area * Math.sqrt(2 * GRAVITY * Math.max(0, upM - heightM / 2));
  const inlet = upM <= heightM ? free : Math.min(free, drowned);
  const radius = area / (2 * (widthM + heightM));
  const friction = (2 * GRAVITY * CULVERT_MANNING ** 2 * lengthM) / radius ** (4 / 3);
  const full = area * Math.sqrt((2 * GRAVITY * headM) / (1 + ENTRY_LOSS + friction));
  return count * Math.min(inlet, full);
}
