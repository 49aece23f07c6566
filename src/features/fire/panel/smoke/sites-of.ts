// Critical sites in the zones of a report, each once with the worst of its zones: those who can help themselves least
// first, the nearest of each kind first.

import { distanceM } from '#model/near-plane.ts';
import type { AirReport } from '../../contract/smoke.ts';
import type { PlaceDeg, SiteInside } from '../../contract.ts';

export interface SiteInZone {
  readonly site: SiteInside;
  readonly tier: 1 | 2 | 3;
  readonly awayM: number;
}

const first = ['hospital', 'careHome', 'kindergarten', 'school'];

export function sitesOf({ zones, sources }: Pick<AirReport, 'zones' | 'sources'>): SiteInZone[] {
  const found = new Map<string, SiteInZone>();
  for (const { zone } of zones) {
    for (const site of zone.sites) {
      const key = `${site.kind}/${site.id}/${site.name}`;
      const known = found.get(key);
      if (known && known.tier >= zone.tier) continue;
      found.set(key, { site, tier: zone.tier, awayM: nearestM(site.at, sources) });
    }
  }
  const rankOf = ({ site }: SiteInZone) => {
    const place = first.indexOf(site.kind);
    return place < 0 ? first.length : place;
  };
  return [...found.values()].sort((a, b) => rankOf(a) - rankOf(b) || a.awayM - b.awayM);
}

const nearestM = (at: PlaceDeg, sources: AirReport['sources']): number =>
  Math.min(...sources.map((source) => distanceM(at, source.at)));
