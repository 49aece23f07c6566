// Rings of a level as a zone of a hazard, with who and what is inside.

import type { AirReport, CountedZone, ZoneInBands } from '#features/fire/contract/smoke.ts';
import type { HazardZone, HazardZones, RingsDeg } from '#features/fire/contract.ts';
import type { TownInside } from '../town/inside.ts';

export type ZoneHead = Pick<HazardZone, 'id' | 'kind' | 'tier' | 'label'>;

export const toZone = (head: ZoneHead, rings: RingsDeg, town: TownInside): HazardZone => ({
  ...head,
  rings,
  ...town.inside(rings),
});

export const countOf = ({
  areaM2,
  buildings,
  peopleDay,
  peopleNight,
  sites,
}: HazardZone): CountedZone => ({
  ...{ areaM2, buildings, peopleDay, peopleNight, sites: sites.length },
});

/** What is drawn and what an evacuation begins from: zones that have rings, the mildest first. */
export const drawnZones = (
  { of, timeS, model }: Pick<AirReport, 'of' | 'timeS' | 'model'>,
  zones: readonly ZoneInBands[],
): HazardZones => ({
  ...{ of, timeS, model },
  zones: zones
    .map(({ zone }) => zone)
    .filter(({ rings }) => rings.length > 0)
    .sort((a, b) => a.tier - b.tier),
});
