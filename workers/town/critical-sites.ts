// Sites that count in a danger: hospitals, homes, schools and the like of the city's collection `facilities`.

import type { SiteInside } from '#features/fire/contract.ts';
import type { TownFiles } from './client.ts';
import type { TownBuildings } from './read-buildings.ts';
import type { ReadBytes } from './read-bytes.ts';
import { numberOf, type ReadFeature, readFeatures, textOf } from './read-features.ts';

/** Who can help themselves least comes first; what isn't named here comes after, by its name. */
export const siteOrder: readonly string[] = [
  ...['hospital', 'careHome', 'kindergarten', 'school', 'clinic', 'railwayStation', 'shelter'],
  ...['fireStation', 'police', 'waterRescue', 'government', 'heatPlant', 'wastewaterPlant'],
];

/** The feature that shows buildings. */
const BUILDINGS = 'city';

/** What their capacity counts where it is people who are there. */
const countsPeople = ['beds', 'residents', 'children', 'pupils'];

/** Empty where the city has none. */
export async function readCriticalSites(
  read: ReadBytes,
  city: TownFiles,
  buildings: TownBuildings | undefined,
): Promise<readonly SiteInside[]> {
  const facilities = await readFeatures(read, city.collections.facilities);
  const sites = (facilities ?? []).flatMap((one) => toSite(one, buildings));
  return sites.sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));
}

const rankOf = ({ kind }: SiteInside): number => {
  const place = siteOrder.indexOf(kind);
  return place < 0 ? siteOrder.length : place;
};

/** People: those of its building, by day or by night, whichever are more; else what it has room for. */
function toSite(feature: ReadFeature, buildings: TownBuildings | undefined): SiteInside[] {
  const { id, properties, points } = feature;
  const [longitudeDeg, latitudeDeg] = points;
  if (longitudeDeg === undefined || latitudeDeg === undefined) return [];
  const row = buildings?.byId.get(textOf(properties.building));
  const inBuilding =
    row === undefined
      ? 0
      : Math.max(buildings?.peopleDay[row] || 0, buildings?.peopleNight[row] || 0);
  const room = countsPeople.includes(textOf(properties.capacityOf))
    ? numberOf(properties.capacity) || 0
    : 0;
  return [
    {
      feature: row === undefined ? '' : BUILDINGS,
      id: row === undefined ? id : textOf(properties.building),
      ...(row !== undefined && { index: buildings?.index[row] ?? 0 }),
      kind: textOf(properties.kind) || 'site',
      name: textOf(properties.name) || id,
      at: [longitudeDeg, latitudeDeg],
      people: Math.round(inBuilding > 0 ? inBuilding : room),
    },
  ];
}
