// Critical sites and entrances of the underground, from the collections that a package may have.

import type { ExposureLack } from '#features/flood/contract/impact.ts';
import { numberOf, type ReadFeature, textOf } from '../../town/read-features.ts';
import type { ExposedBuildings, ExposedEntrance, ExposedSite } from './exposure.ts';

/** A transformer this large (kVA) feeds a district, not a street. */
const SUBSTATION_KVA = 10_000;

export interface SiteCollections {
  readonly facilities?: readonly ReadFeature[] | undefined;
  readonly underpasses?: readonly ReadFeature[] | undefined;
  readonly power?: readonly ReadFeature[] | undefined;
  readonly entrances?: readonly ReadFeature[] | undefined;
  readonly stations?: readonly ReadFeature[] | undefined;
}

export function readSites(
  collections: SiteCollections,
  buildings: ExposedBuildings,
): {
  readonly sites: readonly ExposedSite[];
  readonly entrances: readonly ExposedEntrance[];
  readonly lacks: readonly ExposureLack[];
} {
  const sites = [
    ...(collections.facilities ?? []).flatMap((one) => toFacility(one, buildings)),
    ...(collections.power ?? []).flatMap((one) => toSubstation(one)),
    ...(collections.underpasses ?? []).flatMap((one) => toUnderpass(one)),
  ];
  const entrances = toEntrances(collections);
  const lacks: ExposureLack[] = [];
  if (!collections.facilities) lacks.push('facilities');
  if (entrances.length === 0) lacks.push('underground');
  return { sites, entrances, lacks };
}

function toFacility(feature: ReadFeature, buildings: ExposedBuildings): ExposedSite[] {
  const { id, properties } = feature;
  const building = buildings.byId.get(textOf(properties.building)) ?? -1;
  const sillM = numberOf(properties.sill_m);
  return [
    {
      id,
      kind: textOf(properties.kind) || 'site',
      name: textOf(properties.name) || id,
      ...centreOf(feature),
      building,
      ...(sillM >= 0 && { sillM }),
    },
  ];
}

function toSubstation(feature: ReadFeature): ExposedSite[] {
  const { id, properties } = feature;
  const isLarge =
    properties.kind === 'substation' || numberOf(properties.rated_kVA) >= SUBSTATION_KVA;
  if (!isLarge) return [];
  const name = textOf(properties.name) || id;
  return [{ id, kind: 'substation', name, ...centreOf(feature), building: -1 }];
}

function toUnderpass(feature: ReadFeature): ExposedSite[] {
  const { id, properties, points, type } = feature;
  const sillM = numberOf(properties.closesAtDepth_m);
  return [
    {
      id,
      kind: 'underpass',
      name: textOf(properties.name) || id,
      ...centreOf(feature),
      building: -1,
      ...(sillM >= 0 && { sillM }),
      ...(type === 'Polygon' && { outline: points }),
    },
  ];
}

/** Entrances; a station whose entrances nobody drew stands for itself with its lowest one. */
function toEntrances({ entrances = [], stations = [] }: SiteCollections): ExposedEntrance[] {
  const names = new Map(stations.map(({ id, properties }) => [id, textOf(properties.name) || id]));
  const drawn = entrances.map((feature) => {
    const { id, properties } = feature;
    const station = textOf(properties.station);
    return {
      id,
      kind: textOf(properties.kind) || 'entrance',
      name: entranceName(feature, station, names.get(station)),
      station,
      ...centreOf(feature),
      sillLevelM: numberOf(properties.sill_m),
    };
  });
  const known = new Set(drawn.map(({ station }) => station));
  const others = stations
    .filter(({ id }) => !known.has(id))
    .map((feature) => ({
      id: feature.id,
      kind: 'station',
      name: names.get(feature.id) ?? feature.id,
      station: feature.id,
      ...centreOf(feature),
      sillLevelM: numberOf(feature.properties.lowestEntrance_m),
    }));
  return [...drawn, ...others];
}

/** `Hauptbahnhof A`: a station has several, and who goes there must know which; by its own name, letter or id. */
function entranceName(
  { id, properties }: ReadFeature,
  station: string,
  stationName: string | undefined,
): string {
  const name = textOf(properties.name);
  if (stationName === undefined) return name || id;
  if (name !== '' && name !== stationName)
    return name.includes(stationName) ? name : `${stationName}, ${name}`;
  const rest = station !== '' && id.startsWith(station) ? id.slice(station.length) : id;
  return `${stationName} ${textOf(properties.ref) || rest.replace(/^\W+/, '')}`.trim();
}

/** Of a point the point, of a line or ring the middle of its box. */
function centreOf({ points }: ReadFeature) {
  const x = points.filter((_, at) => at % 2 === 0);
  const y = points.filter((_, at) => at % 2 === 1);
  return {
    longitudeDeg: (Math.min(...x) + Math.max(...x)) / 2,
    latitudeDeg: (Math.min(...y) + Math.max(...y)) / 2,
  };
}
