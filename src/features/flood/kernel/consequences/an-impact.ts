// Builders of impacts for the tests of what shows them.

import type { FloodHit, FloodImpact } from '../../contract/impact.ts';

export const aHit = (part: Partial<FloodHit>): FloodHit => ({
  kind: 'site',
  feature: 'city',
  id: 'B-1',
  index: 1,
  name: 'Hospital',
  use: 'hospital',
  longitudeDeg: 10,
  latitudeDeg: 54,
  firstWetS: 60,
  isNow: true,
  depthM: 0.4,
  maxDepthM: 0.4,
  maxHazard: 1,
  peopleDay: 1,
  peopleNight: 1,
  damage: 0,
  ...part,
});

export function anImpact(part: Partial<FloodImpact> = {}): FloodImpact {
  return {
    run: 'r',
    timeS: 0,
    classes: [],
    worst: [],
    byUse: [],
    flooded: 0,
    peopleDay: 0,
    peopleNight: 0,
    damage: 0,
    damageLow: 0,
    damageHigh: 0,
    currency: 'EUR',
    roadsClosed: 0,
    roadsClosedM: 0,
    roadsClosedEngine: 0,
    isolated: { buildings: 0, peopleDay: 0, peopleNight: 0 },
    cutOff: [],
    critical: [],
    hits: 0,
    lacks: [],
    buildings: new Uint8Array(0),
    roads: new Uint8Array(0),
    ...part,
  };
}
