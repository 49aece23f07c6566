// IfcSite: latitude, longitude, elevation of its origin; and the geometric context's true north.

import { instanceAt, instanceOf, rowsOfType, type StepIndex } from '../step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../step/values.ts';
import { coordinatesOf, readAxisPlacement, readLocalPlacement } from './pose.ts';
import type { ContextStatement, SiteStatement } from './statements.ts';
import { textOf } from './value-text.ts';

/** The first site that says its latitude and longitude. */
export function readSite(index: StepIndex, lengthUnitM: number): SiteStatement | undefined {
  for (const row of rowsOfType(index, 'IFCSITE')) {
    const { id, values } = instanceAt(index, row);
    const latitude = parseCompoundAngle(values[9]);
    const longitude = parseCompoundAngle(values[10]);
    if (!latitude || !longitude) continue;
    const elevation = numberOf(values[11]);
    return {
      label: `IfcSite #${id}`,
      latitudeDeg: latitude.degrees,
      longitudeDeg: longitude.degrees,
      latitudeText: latitude.text,
      longitudeText: longitude.text,
      precisionDeg: Math.min(latitude.precisionDeg, longitude.precisionDeg),
      hasMixedSigns: latitude.hasMixedSigns || longitude.hasMixedSigns,
      elevationM:
        elevation !== undefined && Number.isFinite(elevation) ? elevation * lengthUnitM : undefined,
      lengthUnitM,
      pose: readLocalPlacement(index, referenceOf(values[5]), lengthUnitM),
    };
  }
  return undefined;
}

interface CompoundAngle {
  readonly degrees: number;
  readonly text: string;
  readonly precisionDeg: number;
  readonly hasMixedSigns: boolean;
}

/** IfcCompoundPlaneAngleMeasure: degrees, minutes, seconds and millionths of a second, the sign on all of them. */
export function parseCompoundAngle(value: StepValue | undefined): CompoundAngle | undefined {
  const parts = listOf(value).map(numberOf);
  const [degrees, minutes = 0, seconds = 0, millionths = 0] = parts;
  if (degrees === undefined || !parts.every((part) => Number.isFinite(part))) return undefined;
  const given = [degrees, minutes, seconds, millionths];
  const isNegative = given.some((part) => part < 0);
  const [d, m, s, u] = given.map(Math.abs) as [number, number, number, number];
  const sign = isNegative ? -1 : 1;
  const precisionDeg = u > 0 ? 1e-6 / 36 : s > 0 ? 1 / 3600 : m > 0 ? 1 / 60 : 1;
  const second = (s + u / 1e6).toFixed(u > 0 ? 4 : 0);
  return {
    degrees: sign * (d + m / 60 + s / 3600 + u / 3.6e9),
    text: `${isNegative ? '−' : ''}${d}°${m}′${second}″`,
    precisionDeg,
    hasMixedSigns: isNegative && given.some((part) => part > 0),
  };
}

/** The context of the project's 3D geometry. */
export function readContext(index: StepIndex, lengthUnitM: number): ContextStatement {
  const project = rowsOfType(index, 'IFCPROJECT').map((row) => instanceAt(index, row))[0];
  const listed = listOf(project?.values[7]).map((one) => instanceOf(index, referenceOf(one)));
  const type = 'IFCGEOMETRICREPRESENTATIONCONTEXT';
  const all = listed.some((one) => one?.type === type)
    ? listed
    : rowsOfType(index, type).map((row) => instanceAt(index, row));
  const contexts = all.filter((one) => one?.type === type);
  const context =
    contexts.find((one) => textOf(one?.values[1])?.toLowerCase() === 'model') ??
    contexts.find((one) => numberOf(one?.values[2]) === 3) ??
    contexts[0];
  const north = coordinatesOf(index, context?.values[5]);
  return {
    world: readAxisPlacement(index, referenceOf(context?.values[4]), lengthUnitM),
    trueNorth: north && Math.hypot(north[0], north[1]) > 1e-9 ? [north[0], north[1]] : undefined,
  };
}
