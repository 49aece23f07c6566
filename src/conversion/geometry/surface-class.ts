// What a surface is to the city; the codes stand in the vertex attribute `_SURFACE`.

export const SURFACE = {
  unknown: 0,
  ground: 1,
  wall: 2,
  roof: 3,
  window: 4,
  door: 5,
  water: 6,
  vegetation: 7,
  road: 8,
  land: 9,
} as const;
export type SurfaceClass = (typeof SURFACE)[keyof typeof SURFACE];

/** Base colours (sRGB) by surface class where the source gives none. */
export const SURFACE_COLOUR: readonly (readonly [number, number, number])[] = [
  [208, 204, 198],
  [156, 150, 142],
  [226, 221, 212],
  [178, 104, 84],
  [148, 178, 200],
  [132, 102, 80],
  [112, 158, 196],
  [126, 160, 104],
  [146, 146, 148],
  [186, 180, 156],
];

const SEMANTIC: Readonly<Record<string, SurfaceClass>> = {
  GroundSurface: SURFACE.ground,
  OuterCeilingSurface: SURFACE.ground,
  WallSurface: SURFACE.wall,
  InteriorWallSurface: SURFACE.wall,
  ClosureSurface: SURFACE.wall,
  RoofSurface: SURFACE.roof,
  OuterFloorSurface: SURFACE.roof,
  CeilingSurface: SURFACE.ground,
  FloorSurface: SURFACE.ground,
  Window: SURFACE.window,
  Door: SURFACE.door,
  WaterSurface: SURFACE.water,
  WaterGroundSurface: SURFACE.water,
  WaterClosureSurface: SURFACE.water,
  TrafficArea: SURFACE.road,
  AuxiliaryTrafficArea: SURFACE.road,
  TransportationMarking: SURFACE.road,
  TransportationHole: SURFACE.road,
};

const BY_OBJECT: Readonly<Record<string, SurfaceClass>> = {
  WaterBody: SURFACE.water,
  PlantCover: SURFACE.vegetation,
  SolitaryVegetationObject: SURFACE.vegetation,
  Road: SURFACE.road,
  Railway: SURFACE.road,
  Waterway: SURFACE.water,
  TransportSquare: SURFACE.road,
  TransportationComplex: SURFACE.road,
  LandUse: SURFACE.land,
  TINRelief: SURFACE.land,
};

/** Class of a semantic surface type such as `RoofSurface`; undefined where the type says nothing. */
export const findSemanticClass = (type: string): SurfaceClass | undefined => SEMANTIC[type];

/** Class of every surface of an object type; undefined where the surface's slope decides (buildings). */
export const findObjectClass = (type: string): SurfaceClass | undefined => BY_OBJECT[type];

/** Class of a building's surface from its normal's upward part: steeper than 80° is wall. */
export function toClassBySlope(up: number): SurfaceClass {
  if (up > 0.17) return SURFACE.roof;
  return up < -0.17 ? SURFACE.ground : SURFACE.wall;
}
