// Rooms: IfcSpace with its volume, its use after DIN 277 and its quantities.

import { enumeration } from '../step/step-file.ts';
import { areaM2, count, type Facts, identifier, label, type PropertySets, said } from './facts.ts';
import type { Finishes } from './finishes.ts';
import type { Model, Product, Storey } from './model.ts';
import { areaOf, cornersOf, perimeterOf, type Rect, type XY } from './place.ts';

export interface RoomSpec {
  readonly key: string;
  /** As on the door, e.g. `0.03`. */
  readonly number: string;
  readonly name: string;
  /** In English. */
  readonly description: string;
  /** DIN 277, e.g. `NUF 6`. */
  readonly use: string;
  readonly storey: Storey;
  readonly plan: Rect | readonly XY[];
  /** Clear height, m. */
  readonly height: number;
  /** Of its floor over the storey's, m. */
  readonly floor?: number;
  readonly isPublic?: boolean;
  readonly isExternal?: boolean;
  readonly people?: number;
  readonly finish?: string;
  readonly sets?: PropertySets;
}

export interface Room extends Product {
  readonly spec: RoomSpec;
  readonly corners: readonly XY[];
  readonly areaM2: number;
  readonly volumeM3: number;
}

export interface Rooms {
  readonly room: (spec: RoomSpec) => Room;
  /** All that were made so far. */
  readonly rooms: readonly Room[];
}

export function createRooms(model: Model, kit: Finishes & Facts): Rooms {
  const { geometry, product, relate, place } = model;
  const rooms: Room[] = [];
  return {
    rooms,
    room(spec) {
      const { key, number, name, description, use, storey, plan, height, floor = 0 } = spec;
      const corners = 'x0' in plan ? cornersOf(plan) : plan;
      const area = areaOf(corners);
      const solid = geometry.extrude(
        geometry.polygon(corners),
        geometry.axes([0, 0, floor]),
        height,
      );
      const space = product('IFCSPACE', {
        ...{ key, name: number, description, objectType: use },
        placement: place(storey.placement, [0, 0, 0]),
        shape: geometry.shape(geometry.solids([kit.paint(solid, 'space')])),
        own: [
          ...[name, enumeration('ELEMENT')],
          ...[enumeration(spec.isExternal ? 'EXTERNAL' : 'INTERNAL'), storey.elevationM + floor],
        ],
      });
      relate('IFCRELAGGREGATES', storey, space);
      kit.classify('DIN 277', use, space);
      kit.describe(
        {
          Pset_SpaceCommon: {
            Reference: identifier(number),
            Category: label(use),
            IsExternal: said(spec.isExternal ?? false),
            GrossPlannedArea: areaM2(area),
            NetPlannedArea: areaM2(area),
            PubliclyAccessible: said(spec.isPublic ?? false),
            HandicapAccessible: said(spec.isPublic ?? false),
          },
          ...(spec.people && {
            Pset_SpaceOccupancyRequirements: {
              OccupancyType: label(description),
              OccupancyNumber: count(spec.people),
              AreaPerOccupant: areaM2(area / spec.people),
            },
          }),
          ...(spec.finish && {
            Pset_SpaceCoveringRequirements: {
              FloorCovering: label(spec.finish),
              WallCovering: label('Anstrich, hell'),
            },
          }),
          ...spec.sets,
        },
        space,
      );
      kit.measure(
        'Qto_SpaceBaseQuantities',
        {
          Height: height,
          FinishCeilingHeight: height,
          NetPerimeter: perimeterOf(corners),
          GrossPerimeter: perimeterOf(corners),
          NetFloorArea: area,
          GrossFloorArea: area,
          NetVolume: area * height,
          GrossVolume: area * height,
        },
        space,
      );
      const made = { ...space, spec, corners, areaM2: area, volumeM3: area * height };
      rooms.push(made);
      return made;
    },
  };
}
