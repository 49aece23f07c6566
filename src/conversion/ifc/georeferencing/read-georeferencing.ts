import type { BimModel, Georeferencing, StoredPlacement } from '#contract/bim-model.ts';
import type { Geoid } from '#model/geoid.ts';
import type { GroundLevel } from '#model/ground-level.ts';
import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { type Candidate, createCandidate, type Subject } from './candidate.ts';
import { describeGround } from './describe-ground.ts';
import { chooseOrigin, footOf, groundPointOf, minus, type PointM } from './model-origin.ts';
import { placeAtPoint, type Spot } from './place-at-point.ts';
import { readMap } from './read-map.ts';
import { readMaps } from './read-maps.ts';
import { readOnSite } from './read-on-site.ts';
import { readMapSets } from './read-property-sets.ts';
import { readContext, readSite } from './read-site.ts';
import { readProjectAngleUnit } from './unit.ts';
import { weigh } from './weigh.ts';
import { say } from './words.ts';

export interface GeoreferencingOptions {
  readonly geoid: Geoid;
  /** Reference system that a person says the file is in, e.g. `EPSG:25832`; goes before what the file names. */
  readonly crs?: string | undefined;
  /** That of the open city: for numbers whose system the file doesn't name. */
  readonly cityCrs?: string | undefined;
  /** Where a person says that it stands. */
  readonly given?: StoredPlacement | undefined;
  /** Where to show what says nowhere: on the ground of the open city. */
  readonly fallback?: Spot | undefined;
  /** Level of the file's coordinates that meets the ground, m, and how that is known. */
  readonly ground?: GroundLevel | undefined;
  /** Ground where the file stands that doesn't say how high, m above the ellipsoid. */
  readonly siteGroundM?: number | undefined;
}

/**
 * Every way to read where a model stands, the likeliest first, each with its steps in words. `boundsM` is of the
 * geometry in the file's coordinates (m); placements are for the frame that begins at `chooseOrigin(boundsM)`.
 */
export function readGeoreferencing(
  file: Pick<IfcFile, 'bytes' | 'lengthUnitM'>,
  boundsM: BimModel['boundsM'],
  options: GeoreferencingOptions,
): Georeferencing {
  const index = indexOf(file.bytes);
  const { geoid, given, fallback, crs, cityCrs, ground, siteGroundM } = options;
  const { lengthUnitM } = file;
  const subject: Subject = { origin: chooseOrigin(boundsM), middle: footOf(boundsM) };
  const context = readContext(index, lengthUnitM);
  const statement = readMap(index) ?? readMapSets(index);
  const site = readSite(index, lengthUnitM);
  const standing = { geoid, mapHeightM: statement?.height, ground, siteGroundM };
  const onSite = site && readOnSite(site, context, subject, standing);
  const onMap = readMaps(statement, {
    subject,
    context,
    geoid,
    lengthUnitM,
    angleUnit: readProjectAngleUnit(index),
    crs,
    cityCrs,
    site: onSite?.isDefault ? undefined : onSite?.candidate?.reading.placement,
    city: fallback,
  });
  return weigh(subject, {
    given: given && readGiven(given),
    onMap: onMap.candidates,
    site: onSite?.candidate,
    isSiteDefault: onSite?.isDefault ?? false,
    fallback: readFallback(
      fallback,
      minus(groundPointOf(boundsM, ground?.levelM), subject.origin),
      ground,
    ),
    hasFallback: fallback !== undefined,
    findings: [...onMap.findings, ...(onSite?.findings ?? [])],
  });
}

function readGiven(placement: StoredPlacement): Candidate {
  const label = say('the place that was given', '指定的位置');
  const steps = [say('Somebody said so.', '由人指定。')];
  return createCandidate({ source: 'given', placement, steps }, { label });
}

/** `foot`: what of the model's frame meets the ground. */
function readFallback(
  fallback: Spot | undefined,
  foot: PointM,
  ground: GroundLevel | undefined,
): Candidate {
  const spot = fallback ?? { longitudeDeg: 0, latitudeDeg: 0, heightM: 0 };
  const placement = placeAtPoint(spot, 0, foot);
  const step = fallback
    ? say(
        'Put on the city’s ground where it can be seen, until somebody places it.',
        '暂置于城市地面可见处，待人工放置。',
      )
    : say('Put at 0° N, 0° E, until somebody places it.', '暂置于 0° N, 0° E，待人工放置。');
  const label = fallback
    ? say('a spot on the city’s ground', '城市地面上一处')
    : say('0° N, 0° E', '0° N, 0° E');
  const steps = fallback ? [step, ...describeGround(ground)] : [step];
  return createCandidate({ source: 'none', placement, steps }, { label });
}
