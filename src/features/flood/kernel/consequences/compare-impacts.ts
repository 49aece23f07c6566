// Two runs side by side in numbers: what the shown one is, the compared one, and the first less the second.

import type { FloodImpact } from '../../contract/impact.ts';

export const comparedMeasures = [
  'flooded',
  'floodedSoFar',
  'deepWater',
  'peopleDay',
  'peopleNight',
  'critical',
  'cutOff',
  'isolated',
  'roads',
  'roadsM',
  'damage',
] as const;
export type ComparedMeasure = (typeof comparedMeasures)[number];

export interface ComparedRow {
  readonly measure: ComparedMeasure;
  readonly shown: number;
  readonly compared: number;
  readonly difference: number;
}

export function compareImpacts(shown: FloodImpact, compared: FloodImpact): ComparedRow[] {
  return comparedMeasures.map((measure) => {
    const [a, b] = [measureOf(shown, measure), measureOf(compared, measure)];
    return { measure, shown: a, compared: b, difference: a - b };
  });
}

function measureOf(impact: FloodImpact, measure: ComparedMeasure): number {
  switch (measure) {
    case 'flooded':
      return impact.flooded;
    case 'floodedSoFar':
      return impact.byUse.reduce((sum, { buildings }) => sum + buildings, 0);
    case 'deepWater':
      // Classes from 0.6 m on.
      return impact.worst.slice(3).reduce((sum, { buildings }) => sum + buildings, 0);
    case 'peopleDay':
      return Math.round(impact.peopleDay);
    case 'peopleNight':
      return Math.round(impact.peopleNight);
    case 'critical':
      return impact.critical.length;
    case 'cutOff':
      return impact.cutOff.length;
    case 'isolated':
      return impact.isolated.buildings;
    case 'roads':
      return impact.roadsClosed;
    case 'roadsM':
      return impact.roadsClosedM;
    case 'damage':
      return impact.damage;
  }
}
