// Which nodes of the networks supply somebody who must be told first when supply is lost.

import type { Facility, FacilityKind } from './facilities.ts';
import type { Collection } from './write-collection.ts';

const criticalKinds: ReadonlySet<FacilityKind> = new Set([
  ...(['hospital', 'careHome', 'school', 'kindergarten', 'fireStation'] as const),
]);

/** Writes the names of critical facilities into the nodes of `nodes-…` that supply their buildings. */
export function markCritical(
  collections: readonly Collection[],
  facilities: readonly Facility[],
): readonly Collection[] {
  const names = new Map(
    facilities.flatMap(({ kind, building, name }) =>
      criticalKinds.has(kind) ? [[building, name] as const] : [],
    ),
  );
  return collections.map((collection) =>
    collection.id.startsWith('nodes-') ? markNodes(collection, names) : collection,
  );
}

function markNodes(collection: Collection, names: ReadonlyMap<string, string>): Collection {
  const features = collection.features.map((feature) => {
    const buildings: unknown = feature.properties?.buildings;
    const critical = Array.isArray(buildings)
      ? [...new Set(buildings.flatMap((id) => names.get(id) ?? []))].join(', ')
      : '';
    if (critical === '') return feature;
    return { ...feature, properties: { ...feature.properties, critical } };
  });
  return { ...collection, features };
}
