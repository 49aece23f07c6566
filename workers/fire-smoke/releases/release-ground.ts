// What every release is answered on: the place, the air, the levels of its substance, and how rings become zones.

import type { AirReport, ZoneInBands } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg, RingsDeg } from '#features/fire/contract.ts';
import type { Substance } from '#features/fire/kernel/substances.ts';
import { moved } from '#model/near-plane.ts';
import type { Text } from '#model/text.ts';
import type { Tier } from '#simulation/fire/smoke/exposure-levels.ts';
import type { TownInside } from '../../town/inside.ts';
import type { AirAnswer } from '../protocol.ts';
import { words } from '../words.ts';
import { drawnZones, toZone, type ZoneHead } from '../zones.ts';

/** What an answer is made of besides its zones and its picture. */
export type AnswerHead = Omit<
  AirReport,
  'zones' | 'sources' | 'cautions' | 'problem' | 'elapsedMs'
>;

/** The worst first. */
export const tiers: readonly Tier[] = [3, 2, 1];

export interface TierOfGas {
  readonly tier: Tier;
  readonly ppm: number;
  readonly label: Text;
}

const limitShares: Readonly<Record<Tier, number>> = { 1: 10, 2: 60, 3: 100 };

/** Those that the substance has, the worst first. */
export function tiersOfGas({ tiersPpm, meaning, formula }: Substance): TierOfGas[] {
  return tiers.flatMap((tier) => {
    const ppm = tiersPpm?.[tier - 1];
    if (ppm === undefined || !Number.isFinite(ppm)) return [];
    const what = meaning === 'flammable' ? words.ofLimit(limitShares[tier]) : words.aegl(tier);
    return [{ tier, ppm, label: words.levelOf(ppm, formula, what) }];
  });
}

export function ringZone(
  head: ZoneHead,
  { rings, farthestM, isCut }: Reached,
  town: TownInside,
): ZoneInBands {
  const hasRings = rings.length > 0;
  return {
    zone: toZone(head, rings, town),
    farthestM: hasRings ? farthestM : undefined,
    isCut: hasRings && isCut,
  };
}

export interface Reached {
  readonly rings: RingsDeg;
  readonly farthestM: number;
  readonly isCut: boolean;
}

const CIRCLE_POINTS = 96;

/** Everything nearer than `radiusM`; no ring where that is 0. */
export function circle(at: PlaceDeg, radiusM: number | undefined): Reached {
  if (radiusM === undefined || !(radiusM > 0)) return { rings: [], farthestM: 0, isCut: false };
  const ring = Array.from({ length: CIRCLE_POINTS }, (_, step) => {
    const angle = (2 * Math.PI * step) / CIRCLE_POINTS;
    return moved(at, [radiusM * Math.sin(angle), radiusM * Math.cos(angle)]);
  });
  return { rings: [ring], farthestM: radiusM, isCut: false };
}

export const refused = (head: AnswerHead, problem: Text): AirAnswer => ({
  frame: undefined,
  zones: drawnZones(head, []),
  report: { ...head, zones: [], sources: [], cautions: [], problem, elapsedMs: 0 },
});
