// What the attributes of common sources mean: 3DBAG, CityGML, OpenStreetMap, Overture, PLATEAU.

import type { AttributeColumn } from '#contract/city-package.ts';

type Role = NonNullable<AttributeColumn['role']>;

const ROLES: readonly (readonly [Role, AttributeColumn['type'] | 'any', RegExp])[] = [
  ['name', 'any', /^(name|gml:name|names\.primary|bezeichnung|naam)$/i],
  ['address', 'any', /^(address|adres|adresse|addr:full|full_?address)$/i],
  [
    'year',
    'any',
    /^(year_?of_?construction|oorspronkelijk_?bouwjaar|bouwjaar|year_?built|start_date|construction_?year|date_?of_?construction)$/i,
  ],
  [
    'storeys',
    'number',
    /^(storeys_?above_?ground|building:levels|levels|num_floors|b3_bouwlagen|storeys|floors)$/i,
  ],
  [
    'height',
    'number',
    /^(measured_?height|height|render_height|b3_h_dak_max|h_dak_max|building_height)$/i,
  ],
  ['roof', 'any', /^(roof_?type|dak_?type|b3_dak_type|roof:shape|roof_shape)$/i],
  ['use', 'any', /^(function|usage|use|building|building_use|subtype|gebruiksdoel|bgt_functie)$/i],
];

/** The role of an attribute by its name; undefined for most. */
export function findRole(name: string, type: AttributeColumn['type']): Role | undefined {
  return ROLES.find(
    ([, only, pattern]) => (only === 'any' || only === type) && pattern.test(name),
  )?.[0];
}
