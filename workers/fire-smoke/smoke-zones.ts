// Zones of a fire's smoke with who is inside, in the band that is drawn and in all three.

import type { SmokeFrame, ZoneInBands } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { sightTiersM } from '#features/fire/kernel/air-scale.ts';
import type { AirState, Tier } from '#simulation/fire/smoke/exposure-levels.ts';
import type { CellGrid } from '#simulation/fire/smoke/raster.ts';
import type { TownInside } from '../town/inside.ts';
import { farthestOf, toRingsDeg } from './air-grid.ts';
import { bands, fuelOfSight, fuelOfTier } from './air-levels.ts';
import type { createIsoLines } from './iso-lines.ts';
import type { FireCluster } from './plumes/clusters.ts';
import { words } from './words.ts';
import { countOf, toZone, type ZoneHead } from './zones.ts';

export interface ZoneGround {
  readonly iso: ReturnType<typeof createIsoLines>;
  readonly grid: CellGrid;
  readonly middle: PlaceDeg;
  readonly airState: AirState;
  readonly town: TownInside;
  readonly band: SmokeFrame['band'];
  readonly clusters: readonly FireCluster[];
}

/** Harm by gas and loss of sight, three tiers each, the worst first. */
export function smokeZones(ground: ZoneGround): ZoneInBands[] {
  const { airState } = ground;
  const tiers: readonly Tier[] = [3, 2, 1];
  return [
    ...tiers.map((tier) => {
      const { gas, ppm } = fuelOfTier(tier, ground.band, airState);
      const head = {
        id: `toxic-${tier}`,
        kind: 'toxic',
        tier,
        label: words.toxic(tier, gas, ppm),
      } as const;
      return zoneInBands(head, (band) => fuelOfTier(tier, band, airState).fuelKgM3, ground);
    }),
    ...tiers.map((tier) => {
      const label = words.sight(sightTiersM[tier]);
      const head = { id: `smoke-${tier}`, kind: 'smoke', tier, label } as const;
      return zoneInBands(head, (band) => fuelOfSight(tier, band), ground);
    }),
  ];
}

function zoneInBands(
  head: ZoneHead,
  levelIn: (band: SmokeFrame['band']) => number,
  { iso, grid, middle, town, band, clusters }: ZoneGround,
): ZoneInBands {
  const inBand = (one: SmokeFrame['band']) =>
    toZone(head, toRingsDeg(grid, middle, iso.ringsAt(levelIn(one))), town);
  const [low, middling, high] = bands.map(inBand);
  if (!low || !middling || !high) throw new Error('A band is missing.');
  const zones = { low, middle: middling, high };
  const level = levelIn(band);
  const rings = iso.ringsAt(level);
  const [hottest] = clusters;
  const from = [hottest?.xM ?? 0, hottest?.yM ?? 0] as const;
  return {
    zone: zones[band],
    farthestM: rings.length === 0 ? undefined : farthestOf(grid, rings, from),
    isCut: rings.length > 0 && iso.isCutAt(level),
    bands: { low: countOf(low), middle: countOf(middling), high: countOf(high) },
  };
}
