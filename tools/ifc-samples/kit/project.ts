// Project, units, site and building, and where on the map they stand.

import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import {
  derived,
  enumeration,
  type Ref,
  type StepFile,
  type Value,
  whole,
} from '../step/step-file.ts';
import type { Geometry } from './geometry.ts';
import type { ModelSpec, Product } from './model.ts';
import type { XY } from './place.ts';

/** Where the model's origin (±0.00) stands and how it is turned. */
export interface ModelSite {
  /** EPSG codes. */
  readonly crs: string;
  readonly verticalCrs: string;
  readonly eastingM: number;
  readonly northingM: number;
  /** Of ±0.00 above the vertical datum. */
  readonly heightM: number;
  /** From the map's east to the model's x, counter-clockwise. */
  readonly turnDeg: number;
  readonly town: string;
}

interface Head {
  readonly history: Ref;
  readonly project: Ref;
  readonly site: Product;
  readonly building: Product;
}

export function writeProject(
  file: StepFile,
  geometry: Geometry,
  spec: ModelSpec,
  globalId: (key: string) => string,
): Head {
  const { site } = spec;
  const history = writeHistory(file, spec);
  const units = writeUnits(file);
  const project = file.add(
    ...(['IFCPROJECT', globalId('project'), history, spec.name, spec.description] as const),
    ...[undefined, spec.name, 'Ausführungsplanung', [geometry.context], units],
  );
  writeMapConversion(file, geometry.context, site);
  const placement = file.add('IFCLOCALPLACEMENT', undefined, geometry.world);
  const address = file.add(
    ...(['IFCPOSTALADDRESS', enumeration('SITE'), undefined, undefined, undefined] as const),
    ...[[spec.address], undefined, site.town, undefined, undefined, 'Germany'],
  );
  const { latitudeDeg, longitudeDeg } = toGeographic(site);
  const siteId = globalId('site');
  const land = file.add(
    ...(['IFCSITE', siteId, history, `${spec.name}, Grundstück`, undefined, undefined] as const),
    ...[placement, undefined, undefined, enumeration('ELEMENT')],
    ...[toAngle(latitudeDeg), toAngle(longitudeDeg), site.heightM, undefined, address],
  );
  const buildingId = globalId('building');
  const inSite = file.add('IFCLOCALPLACEMENT', placement, geometry.world);
  const building = file.add(
    ...(['IFCBUILDING', buildingId, history, spec.building, spec.description, undefined] as const),
    ...[inSite, undefined, spec.name, enumeration('ELEMENT'), site.heightM, site.heightM, address],
  );
  const join = (key: string, whole: Ref, part: Ref) =>
    file.add('IFCRELAGGREGATES', globalId(key), history, undefined, undefined, whole, [part]);
  join('project has site', project, land);
  join('site has building', land, building);
  return {
    ...{ history, project },
    site: { ref: land, key: 'site', globalId: siteId, name: spec.name, placement },
    building: {
      ...{ ref: building, key: 'building', globalId: buildingId, name: spec.building },
      placement: inSite,
    },
  };
}

function writeHistory(file: StepFile, { version, written }: ModelSpec): Ref {
  const person = file.add(
    ...(['IFCPERSON', undefined, 'Hochbauamt'] as const),
    ...Array.from({ length: 6 }, () => undefined),
  );
  const office = file.add(
    ...([
      'IFCORGANIZATION',
      undefined,
      'Stadt Marenholm',
      undefined,
      undefined,
      undefined,
    ] as const),
  );
  const maker = file.add(
    ...(['IFCORGANIZATION', undefined, 'Panopolis', undefined, undefined, undefined] as const),
  );
  const author = file.add('IFCPERSONANDORGANIZATION', person, office, undefined);
  const program = file.add('IFCAPPLICATION', maker, version, 'Panopolis ifc-samples', 'panopolis');
  const seconds = whole(Date.parse(`${written}Z`) / 1000);
  return file.add(
    ...(['IFCOWNERHISTORY', author, program, undefined, enumeration('ADDED')] as const),
    ...[undefined, undefined, undefined, seconds],
  );
}

function writeUnits(file: StepFile): Ref {
  const unit = (kind: string, name: string, prefix?: string) =>
    file.add(
      ...(['IFCSIUNIT', derived, enumeration(kind)] as const),
      ...[prefix === undefined ? undefined : enumeration(prefix), enumeration(name)],
    );
  const units = [
    unit('LENGTHUNIT', 'METRE'),
    unit('AREAUNIT', 'SQUARE_METRE'),
    unit('VOLUMEUNIT', 'CUBIC_METRE'),
    unit('PLANEANGLEUNIT', 'RADIAN'),
    unit('MASSUNIT', 'GRAM', 'KILO'),
    unit('TIMEUNIT', 'SECOND'),
    unit('THERMODYNAMICTEMPERATUREUNIT', 'DEGREE_CELSIUS'),
    unit('POWERUNIT', 'WATT'),
    unit('PRESSUREUNIT', 'PASCAL'),
    unit('ELECTRICVOLTAGEUNIT', 'VOLT'),
    unit('LUMINOUSFLUXUNIT', 'LUMEN'),
  ];
  return file.add('IFCUNITASSIGNMENT', units);
}

function writeMapConversion(file: StepFile, context: Ref, site: ModelSite): void {
  const metre = file.add(
    ...(['IFCSIUNIT', derived, enumeration('LENGTHUNIT'), undefined] as const),
    enumeration('METRE'),
  );
  const crs = file.add(
    ...(['IFCPROJECTEDCRS', site.crs, 'ETRS89 / UTM zone 32N', 'EPSG:6258'] as const),
    ...[site.verticalCrs, 'UTM', '32N', metre],
  );
  const turn = (site.turnDeg * Math.PI) / 180;
  file.add(
    ...(['IFCMAPCONVERSION', context, crs, site.eastingM, site.northingM, site.heightM] as const),
    ...[Math.cos(turn), Math.sin(turn), gridScaleAt(site)],
  );
}

/** Metres of the map for a metre on the ground: UTM's 0.9996 and its growth away from the middle meridian. */
export function gridScaleAt({ eastingM }: ModelSite): number {
  const EARTH_RADIUS_M = 6_381_000;
  return 0.9996 * (1 + ((eastingM - 500_000) / 0.9996) ** 2 / (2 * EARTH_RADIUS_M ** 2));
}

export function toGeographic({ crs, verticalCrs, eastingM, northingM, heightM }: ModelSite): {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
} {
  const parsed = parseCrs(`${crs}+${verticalCrs.slice(5)}`);
  if (!parsed.ok) throw new Error(parsed.reason);
  const place = Float64Array.of(eastingM, northingM, heightM);
  createToGeodetic(parsed.value, () => 0, { axes: 'east-north' })(place, place);
  const toDegrees = (angle: number) => (angle * 180) / Math.PI;
  return { longitudeDeg: toDegrees(place[0]!), latitudeDeg: toDegrees(place[1]!) };
}

/** True north in the model's plan: the map's meridians converge, and the model is turned on it. */
export function trueNorthAt(site: ModelSite): XY {
  const { longitudeDeg, latitudeDeg } = toGeographic(site);
  const toRadians = Math.PI / 180;
  const MIDDLE_MERIDIAN_DEG = 9;
  const convergence =
    (longitudeDeg - MIDDLE_MERIDIAN_DEG) * toRadians * Math.sin(latitudeDeg * toRadians);
  const angle = convergence - site.turnDeg * toRadians;
  return [-Math.sin(angle), Math.cos(angle)];
}

/** IfcCompoundPlaneAngleMeasure: degrees, minutes, seconds, millionths of a second. */
function toAngle(degrees: number): Value {
  let rest = Math.round(degrees * 3600 * 1e6);
  const parts: number[] = [];
  for (const size of [3600 * 1e6, 60 * 1e6, 1e6, 1]) {
    parts.push(Math.trunc(rest / size));
    rest %= size;
  }
  return parts.map((part) => whole(part));
}
