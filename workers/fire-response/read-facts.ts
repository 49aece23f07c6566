// What of buildings decides how much water a fire needs, as far as the city says it; one entry a building.

import type { TownBuildings } from '../town/read-buildings.ts';

export interface BuildingFacts {
  /** NaN: unknown; the whole undefined where the city has no heights. */
  readonly heightM: Float32Array | undefined;
  /** As the city writes it; '' unknown. */
  readonly construction: readonly string[] | undefined;
  /** 1 sprinklered; undefined where the city says it of no building. */
  readonly isSprinklered: Uint8Array | undefined;
}

/** Names under which cities keep them. */
const names = {
  height: ['measuredHeight', 'height', 'buildingHeight', 'height_m'],
  construction: ['construction', 'constructionType', 'structure', 'material'],
  sprinklers: ['sprinklers', 'sprinklered', 'hasSprinklers', 'sprinkler'],
} as const;

export async function readFacts(buildings: TownBuildings): Promise<BuildingFacts> {
  const [heightM, construction, sprinklers] = await Promise.all([
    buildings.numbers(...names.height),
    buildings.texts(...names.construction),
    buildings.texts(...names.sprinklers),
  ]);
  return {
    ...{ heightM, construction },
    isSprinklered: sprinklers && Uint8Array.from(sprinklers, (text) => Number(isYes(text))),
  };
}

/** A share of the floor area counts as sprinklered from 99 % on. */
const isYes = (text: string): boolean =>
  /^(true|yes|full|ja|是|有)$/i.test(text) || Number(text) >= 0.99;
