// Releases whose zones are circles: explosions, vapour clouds that blow, the heat of a pool on fire. kg, m, kPa, W/m².

import type { ReleaseScenario, ZoneInBands } from '#features/fire/contract/smoke.ts';
import type { Substance } from '#features/fire/kernel/substances.ts';
import type { Text } from '#model/text.ts';
import { distanceOfPressure } from '#simulation/fire/blast/kingery-bulmash.ts';
import { heatTiersWm2, solidDistance, solidFlame } from '#simulation/fire/blast/thermal.ts';
import {
  pressureTiersKpa,
  rmpDistance,
  tntEquivalent,
} from '#simulation/fire/blast/vapour-cloud.ts';
import type { Tier } from '#simulation/fire/smoke/exposure-levels.ts';
import type { TownInside } from '../../town/inside.ts';
import { words } from '../words.ts';
import { circle, ringZone, tiers } from './release-ground.ts';
import { releaseWords } from './release-words.ts';

export interface Distances {
  readonly zones: readonly ZoneInBands[];
  readonly model: Text;
  readonly cautions: readonly Text[];
  /** kg/s burnt by a pool, W of its heat; 0 for what blows at once. */
  readonly rateKgS: number;
  readonly heatW: number;
}

const psi: Readonly<Record<Tier, string>> = { 1: '1', 2: '3.5', 3: '8' };

/** A problem in words where the substance or the amount doesn't do. */
export function distancesOf(
  release: ReleaseScenario,
  substance: Substance,
  town: TownInside,
): Distances | { readonly problem: Text } {
  const { kind, massKg, diameterM } = release;
  if (kind === 'pool-fire') return poolFire(release, substance, town);
  if (!(massKg > 0)) return { problem: releaseWords.noAmount };
  if (kind === 'blast') {
    const { tnt } = substance;
    if (tnt === undefined) return { problem: releaseWords.notFor(substance.name, kind) };
    return explosion(massKg * tnt, releaseWords.blastModel, [], release, town);
  }
  const { combustionJKg } = substance;
  if (combustionJKg === undefined || diameterM < 0) {
    return { problem: releaseWords.notFor(substance.name, kind) };
  }
  const rmp = releaseWords.rmp(Math.round(rmpDistance(massKg, combustionJKg)));
  const tntKg = tntEquivalent(massKg, combustionJKg);
  return explosion(tntKg, releaseWords.cloudModel, [rmp], release, town);
}

function explosion(
  tntKg: number,
  model: Text,
  notes: readonly Text[],
  { at }: ReleaseScenario,
  town: TownInside,
): Distances {
  let isBeyondCurve = false;
  const zones = tiers.map((tier) => {
    const kilopascals = pressureTiersKpa[tier - 1] ?? Number.NaN;
    const { distanceM, isAtEndOfCurve } = distanceOfPressure(tntKg, kilopascals);
    if (isAtEndOfCurve) isBeyondCurve = true;
    const label = words.pressure(kilopascals, psi[tier]);
    const head = { id: `pressure-${tier}`, kind: 'pressure', tier, label } as const;
    return ringZone(head, circle(at, distanceM), town);
  });
  const cautions = [
    ...[releaseWords.screening, ...notes],
    ...(isBeyondCurve ? [releaseWords.endOfCurve] : []),
  ];
  return { zones, model, cautions, rateKgS: 0, heatW: 0 };
}

function poolFire(
  { at, diameterM, massKg, kind }: ReleaseScenario,
  { name, pool, combustionJKg }: Substance,
  town: TownInside,
): Distances | { readonly problem: Text } {
  if (!pool || combustionJKg === undefined) return { problem: releaseWords.notFor(name, kind) };
  if (!(diameterM > 0)) return { problem: releaseWords.noSize };
  const areaM2 = (Math.PI * diameterM ** 2) / 4;
  const rateKgS = pool.fluxKgM2S * (1 - Math.exp(-pool.kBetaM * diameterM)) * areaM2;
  const heatW = rateKgS * combustionJKg;
  const flame = solidFlame(heatW, diameterM);
  const zones = tiers.map((tier) => {
    const flux = heatTiersWm2[3 - tier] ?? Number.NaN;
    const head = {
      id: `heat-${tier}`,
      kind: 'heat',
      tier,
      label: words.heat(flux / 1000),
    } as const;
    return ringZone(head, circle(at, solidDistance(flame, flux)), town);
  });
  const burns =
    massKg > 0 ? [releaseWords.burns(Math.max(1, Math.round(massKg / rateKgS / 60)))] : [];
  const cautions = [releaseWords.screening, ...burns];
  return { zones, model: releaseWords.poolModel, cautions, rateKgS, heatW };
}
