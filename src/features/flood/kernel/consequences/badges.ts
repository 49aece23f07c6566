// Signs on the globe for what is critical: one a site, one a station of the underground however many entrances are wet.

import type { FloodBadge, FloodHit, FloodImpact } from '../../contract/impact.ts';

export function badgesOf({ critical, cutOff }: FloodImpact): FloodBadge[] {
  const badges = new Map<string, FloodBadge>();
  const add = (kind: FloodBadge['kind'], hit: FloodHit) => {
    const { name, use, longitudeDeg, latitudeDeg, depthM } = hit;
    const id = kind === 'underground-wet' ? `${kind}/${name}` : `${kind}/${use}/${hit.id}`;
    const known = badges.get(id);
    if (known && known.depthM >= depthM) return;
    badges.set(id, { id, kind, name, use, longitudeDeg, latitudeDeg, depthM });
  };
  for (const hit of critical) add(hit.kind === 'underground' ? 'underground-wet' : 'site-wet', hit);
  for (const hit of cutOff) add('site-cut-off', hit);
  return [...badges.values()];
}
