// What of a city an evacuation stands on, read once: who is where, streets with their doors, shelters, sites.

import type { TownFiles } from '../town/client.ts';
import { openTownInside, type TownInside } from '../town/inside.ts';
import { findNearest } from '../town/nearest-street.ts';
import type { TownBuildings } from '../town/read-buildings.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import { numberOf, type ReadFeature, readFeatures, textOf } from '../town/read-features.ts';
import { readStreets, type TownStreets } from '../town/read-streets.ts';
import type { EvacuationLack, EvacuationPlace } from './protocol.ts';

export interface Shelter {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
  /** People. */
  readonly capacity: number;
  /** Street of its door, and how far along it (m); −1: none within reach. */
  readonly street: number;
  readonly alongM: number;
}

/** People who can't go by themselves. */
export interface HelpSite {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
  readonly people: { readonly day: number; readonly night: number };
}

export interface EvacuationTown {
  readonly inside: TownInside;
  readonly streets: TownStreets;
  readonly shelters: readonly Shelter[];
  readonly help: readonly HelpSite[];
  readonly lacks: readonly EvacuationLack[];
}

/** Share of their capacity that needs help where the city doesn't say it; who is there by night. */
const helped = {
  hospital: { share: 1, isByNight: true },
  careHome: { share: 0.6, isByNight: true },
  kindergarten: { share: 1, isByNight: false },
} as const;

export async function readTown(read: ReadBytes, city: TownFiles): Promise<EvacuationTown> {
  const [inside, lines, facilities] = await Promise.all([
    openTownInside(read, city),
    readFeatures(read, city.collections.streets),
    readFeatures(read, city.collections.facilities),
  ]);
  const { buildings } = inside;
  const streets = readStreets(lines, buildings ?? noBuildings);
  const shelters = sheltersOf(facilities ?? [], buildings, streets);
  return {
    ...{ inside, streets, shelters },
    help: (facilities ?? []).flatMap(toHelpSite),
    lacks: lacksOf(inside.buildings, streets, shelters),
  };
}

export const placeOf = ({ shelters, lacks }: EvacuationTown): EvacuationPlace => ({
  shelters: shelters.map(({ id, name, at, capacity }) => ({ id, name, at, capacity })),
  lacks,
});

const noBuildings = {
  ...{ count: 0, byId: new Map<string, number>() },
  ...{ longitudeDeg: new Float64Array(), latitudeDeg: new Float64Array() },
};

function sheltersOf(
  facilities: readonly ReadFeature[],
  buildings: TownBuildings | undefined,
  { lines, doorStreet, doorM }: TownStreets,
): readonly Shelter[] {
  const own = facilities.filter(
    ({ properties, points }) =>
      properties.kind === 'shelter' && numberOf(properties.capacity) > 0 && points.length >= 2,
  );
  const places = {
    longitudeDeg: own.map(({ points }) => points[0]!),
    latitudeDeg: own.map(({ points }) => points[1]!),
  };
  const nearest = findNearest(lines, [...own.keys()], places);
  return own.map(({ id, properties, points }, at) => {
    const row = buildings?.byId.get(textOf(properties.building)) ?? -1;
    const street = doorStreet[row] ?? -1;
    return {
      ...{ id, name: textOf(properties.name) || id, at: [points[0]!, points[1]!] },
      capacity: numberOf(properties.capacity),
      street: street >= 0 ? street : nearest.street[at]!,
      alongM: street >= 0 ? doorM[row]! : nearest.alongM[at]!,
    };
  });
}

function toHelpSite({ id, properties, points }: ReadFeature): HelpSite[] {
  const kind = textOf(properties.kind);
  const capacity = numberOf(properties.capacity);
  const said = numberOf(properties.needHelp_share);
  const usual = Object.entries(helped).find(([name]) => name === kind)?.[1];
  const share = said >= 0 && said <= 1 ? said : usual?.share;
  const [longitude, latitude] = points;
  if (share === undefined || !(capacity > 0)) return [];
  if (longitude === undefined || latitude === undefined) return [];
  const people = Math.round(capacity * share);
  return [
    {
      ...{ id, kind, name: textOf(properties.name) || id, at: [longitude, latitude] },
      people: { day: people, night: usual?.isByNight === false ? 0 : people },
    },
  ];
}

function lacksOf(
  buildings: TownBuildings | undefined,
  { count, nodes }: TownStreets,
  shelters: readonly Shelter[],
): readonly EvacuationLack[] {
  const lacks: EvacuationLack[] = [];
  if (!buildings) lacks.push('buildings');
  else if (![buildings.peopleDay, buildings.peopleNight].some((all) => all.some((one) => one > 0)))
    lacks.push('people');
  if (count === 0) lacks.push('streets');
  else if (nodes === 0) lacks.push('street-graph');
  if (shelters.length === 0) lacks.push('shelters');
  return lacks;
}
