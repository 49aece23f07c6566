// A small house for tests.

import type { Corner, Thing } from './a-model.ts';

/** Two storeys with rooms, walls, a stair made of parts, doors; 14 rows. */
export const aHouse = (): Thing => ({
  class: 'IfcProject',
  name: 'Project',
  parts: [
    {
      class: 'IfcSite',
      name: 'Site',
      box: boxAt(-5, -5, -1, 30, 30, 1),
      discipline: 'site',
      parts: [
        {
          class: 'IfcBuilding',
          name: 'House',
          parts: [
            {
              class: 'IfcBuildingStorey',
              name: 'Ground floor',
              parts: [
                {
                  class: 'IfcSpace',
                  name: '1',
                  label: 'Kitchen',
                  discipline: 'space',
                  box: boxAt(1, 1, 0, 4, 4, 2.5),
                  parts: [
                    {
                      class: 'IfcFurniture',
                      name: 'Table',
                      discipline: 'furnishing',
                      box: boxAt(2, 2, 0, 1, 1, 1),
                    },
                  ],
                },
                {
                  class: 'IfcWall',
                  name: 'South wall',
                  type: 'Brick 300',
                  material: 'Brick',
                  box: boxAt(0, 0, 0, 10, 0.3, 3),
                  sets: { Pset_WallCommon: { FireRating: 'REI 90', IsExternal: true, Width: 0.3 } },
                },
                {
                  class: 'IfcWall',
                  name: 'Inner wall',
                  type: 'Plaster 100',
                  material: 'Plaster',
                  box: boxAt(5, 0.3, 0, 0.1, 9, 3),
                  sets: { Pset_WallCommon: { IsExternal: false, Width: 0.1 } },
                  typeSets: { Pset_WallCommon: { FireRating: 'REI 30', Width: 0.5 } },
                },
                {
                  class: 'IfcStair',
                  name: 'Stair',
                  parts: [
                    { class: 'IfcStairFlight', name: 'Flight', box: boxAt(6, 6, 0, 1, 3, 3) },
                    { class: 'IfcRailing', name: 'Railing', box: boxAt(6, 6, 0, 0.1, 3, 4) },
                  ],
                },
              ],
            },
            {
              class: 'IfcBuildingStorey',
              name: 'First floor',
              parts: [
                {
                  class: 'IfcDoor',
                  name: 'Door A',
                  type: 'Single 900',
                  box: boxAt(5, 2, 3, 0.1, 0.9, 2.1),
                  sets: { Pset_DoorCommon: { FireRating: 'EI 30' } },
                },
                {
                  class: 'IfcPipeSegment',
                  name: 'Pipe',
                  discipline: 'plumbing',
                  box: boxAt(1, 1, 3, 0.1, 5, 0.1),
                },
              ],
            },
          ],
        },
      ],
    },
  ],
});

export function boxAt(
  x: number,
  y: number,
  z: number,
  width: number,
  depth: number,
  height: number,
): readonly [Corner, Corner] {
  return [
    [x, y, z],
    [x + width, y + depth, z + height],
  ];
}
