// What a file says about where it stands, as it says it: read, not yet judged.

import type { Pose } from './pose.ts';
import type { NamedUnit } from './unit.ts';

/** IfcProjectedCRS, IfcGeographicCRS or ePSet_ProjectedCRS. */
export interface CrsStatement {
  readonly kind: 'projected' | 'geographic';
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly geodeticDatum: string | undefined;
  readonly verticalDatum: string | undefined;
  readonly projection: string | undefined;
  readonly zone: string | undefined;
  /** IfcWellKnownText of IFC4.3. */
  readonly wkt: string | undefined;
  readonly lengthUnit: NamedUnit | undefined;
  readonly angleUnit: NamedUnit | undefined;
}

/** IfcMapConversion (Scaled too) or ePSet_MapConversion; numbers as the file has them. */
export interface MapStatement {
  readonly kind: 'map-conversion';
  /** e.g. `IfcMapConversion #22`. */
  readonly label: string;
  readonly eastings: number;
  readonly northings: number;
  readonly height: number;
  readonly abscissa: number | undefined;
  readonly ordinate: number | undefined;
  readonly scale: number | undefined;
  readonly factors: readonly [number, number, number] | undefined;
  readonly crs: CrsStatement | undefined;
}

/** IfcRigidOperation. */
export interface RigidStatement {
  readonly kind: 'rigid-operation';
  readonly label: string;
  readonly first: number;
  readonly second: number;
  readonly height: number;
  readonly isAngle: boolean;
  readonly crs: CrsStatement | undefined;
}

/** IfcSite with RefLatitude and RefLongitude. */
export interface SiteStatement {
  readonly label: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** As the file writes it: `49°5′43.9837″`. */
  readonly latitudeText: string;
  readonly longitudeText: string;
  /** To how much the finest part that is given comes, deg. */
  readonly precisionDeg: number;
  readonly hasMixedSigns: boolean;
  /** Of the site's origin above sea level, m; undefined where the file has none. */
  readonly elevationM: number | undefined;
  readonly lengthUnitM: number;
  /** The site's own placement in the project. */
  readonly pose: Pose;
}

/** The 3D IfcGeometricRepresentationContext. */
export interface ContextStatement {
  /** The reference point that IfcMapConversion starts from, in the project's frame. */
  readonly world: Pose;
  /** Direction of true north in the frame of `world`; undefined where the file has none. */
  readonly trueNorth: readonly [number, number] | undefined;
}
