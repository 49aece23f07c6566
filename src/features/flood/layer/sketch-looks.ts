// How each kind of part looks on the globe: told apart by stroke and label as well as by colour.

import type { LineLook } from '#scene/sketch-lines.ts';
import type { PlaceDeg } from '../contract.ts';
import type { DrawnKind } from '../state/initial.ts';
import { placesOf, type ScenarioPart } from '../state/parts.ts';

const WATER = '#35b4f2';
const DANGER = '#ff5d3b';
const DEFENCE = '#ffb72e';
const DEVICE = '#c9a2ff';
export const ACCENT = '#ffffff';

export const sketchLooks: Readonly<Record<DrawnKind, LineLook>> = {
  breach: { colour: DANGER, stroke: 'plain', width: 8 },
  inflow: { colour: WATER, stroke: 'plain', width: 6 },
  stage: { colour: WATER, stroke: 'dashed', width: 6 },
  rain: { colour: '#8fd3ff', stroke: 'dashed', width: 4 },
  'dam-break': { colour: DANGER, stroke: 'dashed', width: 5 },
  burst: { colour: DANGER, stroke: 'plain', width: 6 },
  barrier: { colour: DEFENCE, stroke: 'plain', width: 5 },
  pump: { colour: DEVICE, stroke: 'arrow', width: 5 },
  culvert: { colour: DEVICE, stroke: 'arrow', width: 5 },
  gate: { colour: DEFENCE, stroke: 'dashed', width: 6 },
  gauge: { colour: '#ffffff', stroke: 'plain', width: 4 },
};

/** Its corners, closed where it is an area. */
export const outlineOf = (part: ScenarioPart): readonly PlaceDeg[] =>
  part.kind === 'rain' || part.kind === 'dam-break' ? closed(placesOf(part)) : placesOf(part);

export const closed = (area: readonly PlaceDeg[]): readonly PlaceDeg[] => {
  const [first] = area;
  return first && area.length > 2 ? [...area, first] : area;
};
