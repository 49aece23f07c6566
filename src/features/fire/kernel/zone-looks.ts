// How zones look, for globe, list and legend alike: the tier by colour (ISO 22324: yellow, orange, red; here a red that
// is told from the orange without hue too) and by hatch, what a zone is of by the stroke of its edge.

import type { ZoneKind } from '../contract.ts';

/** sRGB; tier 1, 2, 3. */
export const tierColours = ['#ffd23f', '#ff8a1f', '#d81b52'] as const;
/** To be left: blue, as ISO 22324 has for what is ordered. */
export const EVACUATION_COLOUR = '#2f9bff';

/** Of the fire beside the shown one. */
export const SECOND_COLOUR = '#5fe0ff';

export const zoneStrokes: Readonly<Record<ZoneKind, 'plain' | 'dashed' | 'dotted'>> = {
  smoke: 'plain',
  toxic: 'plain',
  heat: 'dashed',
  pressure: 'dotted',
  burning: 'plain',
  evacuation: 'dashed',
};
