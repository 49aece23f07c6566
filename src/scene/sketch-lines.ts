// Lines, walls and dots of what is drawn, as primitives of the scene. What lies behind something is seen through it,
// paler: a part of a scenario is never lost behind a house.

import {
  ArcType,
  type Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  Material,
  PerInstanceColorAppearance,
  PolylineGeometry,
  PolylineMaterialAppearance,
  Primitive,
  WallGeometry,
} from 'cesium';

export const strokes = ['plain', 'dashed', 'arrow'] as const;
export type Stroke = (typeof strokes)[number];

export interface LineLook {
  readonly colour: string;
  readonly stroke: Stroke;
  /** CSS px. */
  readonly width: number;
}

const BEHIND = 0.28;

/** `id`: what picking returns. */
export function sketchLine(
  positions: readonly Cartesian3[],
  { colour, stroke, width }: LineLook,
  id: unknown,
): Primitive {
  const materialOf = (alpha: number) =>
    new PolylineMaterialAppearance({ material: strokeMaterial(stroke, colour, alpha) });
  return new Primitive({
    geometryInstances: new GeometryInstance({
      id,
      geometry: new PolylineGeometry({
        positions: [...positions],
        width: stroke === 'arrow' ? width * 3 : width,
        arcType: ArcType.NONE,
        vertexFormat: PolylineMaterialAppearance.VERTEX_FORMAT,
      }),
    }),
    appearance: materialOf(1),
    depthFailAppearance: materialOf(BEHIND),
    asynchronous: false,
  });
}

/** Stands on `feet`, as high as `topsM` above the ellipsoid. */
export function sketchWall(
  feet: readonly Cartesian3[],
  feetM: readonly number[],
  topsM: readonly number[],
  colour: string,
  id: unknown,
): Primitive {
  return new Primitive({
    geometryInstances: new GeometryInstance({
      id,
      geometry: new WallGeometry({
        positions: [...feet],
        minimumHeights: [...feetM],
        maximumHeights: [...topsM],
        vertexFormat: PerInstanceColorAppearance.FLAT_VERTEX_FORMAT,
      }),
      attributes: {
        color: ColorGeometryInstanceAttribute.fromColor(
          Color.fromCssColorString(colour).withAlpha(0.82),
        ),
      },
    }),
    appearance: new PerInstanceColorAppearance({ flat: true, translucent: true }),
    asynchronous: false,
  });
}

function strokeMaterial(stroke: Stroke, css: string, alpha: number): Material {
  const color = Color.fromCssColorString(css).withAlpha(alpha);
  switch (stroke) {
    case 'arrow':
      return Material.fromType('PolylineArrow', { color });
    case 'dashed':
      return Material.fromType('PolylineDash', {
        color,
        gapColor: color.withAlpha(0.18 * alpha),
        dashLength: 14,
      });
    case 'plain':
      return Material.fromType('PolylineOutline', {
        color,
        outlineColor: Color.fromCssColorString('#0b1118').withAlpha(0.75 * alpha),
        outlineWidth: 1.5,
      });
  }
}
