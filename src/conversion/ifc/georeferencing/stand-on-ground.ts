// Files that say where they stand but not how high: the ground there is asked for, and they are put on it.

import { type BimModel, type Georeferencing, toModelPlacement } from '#contract/bim-model.ts';
import { standOf } from '#model/model-moves.ts';
import { toDegrees } from '#model/units.ts';
import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { chooseOrigin, groundPointOf, minus } from './model-origin.ts';
import type { Spot } from './place-at-point.ts';
import { type GeoreferencingOptions, readGeoreferencing } from './read-georeferencing.ts';
import { spotOfSite } from './read-on-site.ts';
import { readSite } from './read-site.ts';

type Place = Pick<Spot, 'longitudeDeg' | 'latitudeDeg'>;

/** m above the ellipsoid; undefined where nobody knows. */
export type GroundAt = (place: Place) => Promise<number | undefined>;

type Text = Pick<IfcFile, 'bytes' | 'lengthUnitM'>;

interface GroundOptions {
  readonly given?: GeoreferencingOptions['given'];
  readonly groundAt?: GroundAt | undefined;
}

/** Where its site is, if that has no elevation and somebody may know the ground. */
export function spotWithoutHeight(
  file: Text,
  { given, groundAt }: GroundOptions,
): Place | undefined {
  if (given || !groundAt) return undefined;
  const site = readSite(indexOf(file.bytes), file.lengthUnitM);
  return site && site.elevationM === undefined ? spotOfSite(site) : undefined;
}

/** As `readGeoreferencing`, the site's reading on the ground under the middle of the model if the file has no height. */
export async function standOnGround(
  file: Text,
  boundsM: BimModel['boundsM'],
  options: GeoreferencingOptions & GroundOptions,
): Promise<Georeferencing> {
  const read = readGeoreferencing(file, boundsM, options);
  const reading = read.readings.find(({ source }) => source === 'site');
  if (!reading || !spotWithoutHeight(file, options)) return read;
  const foot = minus(groundPointOf(boundsM, options.ground?.levelM), chooseOrigin(boundsM));
  const { longitude, latitude } = standOf(toModelPlacement(reading.placement), foot);
  const place = { longitudeDeg: toDegrees(longitude), latitudeDeg: toDegrees(latitude) };
  const siteGroundM = await options.groundAt?.(place);
  return siteGroundM === undefined
    ? read
    : readGeoreferencing(file, boundsM, { ...options, siteGroundM });
}
