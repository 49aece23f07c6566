// What walls, floors and roofs are built of, for all three buildings.

import type { Layer } from './finishes.ts';
import type { WallType } from './walls.ts';

const wall = (
  name: string,
  layers: readonly Layer[],
  facts: Partial<WallType> & Pick<WallType, 'left' | 'right'>,
): WallType => ({
  ...{ name, layers, isExternal: false, isLoadBearing: false, fireRating: '' },
  ...facts,
});

/** Walls run with the inside on their left: counter-clockwise around the building. */
export const walls = {
  brick: wall(
    'Außenwand Vormauerziegel 400',
    [
      { material: 'plaster', thicknessM: 0.015 },
      { material: 'brickwork', thicknessM: 0.175 },
      { material: 'insulation', thicknessM: 0.095 },
      { material: 'brick', thicknessM: 0.115 },
    ],
    {
      ...{ left: 'plaster', right: 'brick', isExternal: true, isLoadBearing: true },
      ...{ fireRating: 'REI 90', transmittance: 0.24 },
    },
  ),
  rendered: wall(
    'Außenwand Putz 400',
    [
      { material: 'plaster', thicknessM: 0.015 },
      { material: 'concrete', thicknessM: 0.2 },
      { material: 'insulation', thicknessM: 0.17 },
      { material: 'plaster', thicknessM: 0.015 },
    ],
    {
      ...{ left: 'plaster', right: 'plasterWarm', isExternal: true, isLoadBearing: true },
      ...{ fireRating: 'REI 90', transmittance: 0.2 },
    },
  ),
  concrete: wall('Stahlbetonwand 250', [{ material: 'concrete', thicknessM: 0.25 }], {
    ...{ left: 'concrete', right: 'concrete', isExternal: true, isLoadBearing: true },
    ...{ fireRating: 'REI 90', transmittance: 2.9 },
  }),
  fire: wall(
    'Brandwand Kalksandstein 300',
    [
      { material: 'plaster', thicknessM: 0.015 },
      { material: 'brickwork', thicknessM: 0.27 },
      { material: 'plaster', thicknessM: 0.015 },
    ],
    { left: 'plaster', right: 'plaster', isLoadBearing: true, fireRating: 'REI 90-M' },
  ),
  core: wall('Kernwand Stahlbeton 200', [{ material: 'concrete', thicknessM: 0.2 }], {
    ...{ left: 'plaster', right: 'plaster', isLoadBearing: true, fireRating: 'REI 90' },
  }),
  partition: wall(
    'Trennwand Gipskarton 125',
    [
      { material: 'plasterboard', thicknessM: 0.025 },
      { material: 'insulation', thicknessM: 0.075 },
      { material: 'plasterboard', thicknessM: 0.025 },
    ],
    { left: 'plaster', right: 'plaster', fireRating: 'EI 30' },
  ),
} as const satisfies Readonly<Record<string, WallType>>;

export const floors = {
  base: [
    { material: 'screed', thicknessM: 0.065 },
    { material: 'insulation', thicknessM: 0.085 },
    { material: 'concrete', thicknessM: 0.25 },
  ],
  storey: [
    { material: 'screed', thicknessM: 0.06 },
    { material: 'insulation', thicknessM: 0.04 },
    { material: 'concrete', thicknessM: 0.22 },
  ],
  roof: [
    { material: 'roofing', thicknessM: 0.02 },
    { material: 'insulation', thicknessM: 0.18 },
    { material: 'concrete', thicknessM: 0.22 },
  ],
  lightRoof: [
    { material: 'roofing', thicknessM: 0.02 },
    { material: 'insulation', thicknessM: 0.16 },
    { material: 'galvanised', thicknessM: 0.05 },
  ],
  hall: [
    { material: 'screed', thicknessM: 0.02 },
    { material: 'concrete', thicknessM: 0.28 },
  ],
} as const satisfies Readonly<Record<string, readonly Layer[]>>;
