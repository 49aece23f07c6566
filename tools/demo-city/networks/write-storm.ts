// What a drainage model needs beyond pipes and manholes: inlets and catchments (SWMM's subcatchments).

import type { Feature, Geometry } from 'geojson';
import { groundLevel } from '../landscape.ts';
import { toPlan } from '../site.ts';
import { type Collection, toCollection, toPlace, toPosition } from '../write-collection.ts';
import type { Catchment } from './catchments.ts';
import type { Inlet } from './inlets.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

export const writeInlets = (inlets: readonly Inlet[]): Collection =>
  toCollection(
    'inlets',
    'Street inlets',
    inlets.map(({ id, at, drainsTo, street }) =>
      toPlace(id, at, { kind: 'inlet', drainsTo, street, grate_m: [0.5, 0.3], rim_m: round(at.z) }),
    ),
  );

export const writeCatchments = (
  catchments: readonly (Catchment & { readonly outlet: string })[],
): Collection =>
  toCollection('subcatchments', 'Catchments of the sewers', catchments.map(toFeature));

function toFeature(catchment: Catchment & { readonly outlet: string }): Feature<Geometry> {
  const { id, district, ring, areaM2, imperviousness, slope, widthM, outlet } = catchment;
  const corners = [...ring, ring[0]!];
  return {
    type: 'Feature',
    id,
    properties: {
      outletNode: outlet,
      district,
      area_m2: Math.round(areaM2),
      imperviousness: round(imperviousness),
      slope: round(slope),
      width_m: Math.round(widthM),
      manningImpervious: 0.015,
      manningPervious: 0.2,
      storageImpervious_mm: 1.5,
      storagePervious_mm: 5,
      // Green–Ampt for silty sand, which the town stands on.
      infiltration: { model: 'greenAmpt', suction_mm: 110, conductivity_mm_h: 10.9, deficit: 0.29 },
    },
    geometry: {
      type: 'Polygon',
      coordinates: [
        corners.map(({ x, y }) => toPosition({ x, y, z: groundLevel(toPlan({ x, y })) })),
      ],
    },
  };
}
