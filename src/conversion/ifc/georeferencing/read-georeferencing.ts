import type { BimModel, Georeferencing, StoredPlacement } from '#contract/bim-model.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import type { Text } from '#model/text.ts';
import type { IfcFile } from '../parts.ts';
import { type StepIndex, scanStep } from '../step/scan.ts';
import { type Candidate, createCandidate, type Subject } from './candidate.ts';
import { findCrsByArea, findCrsNear } from './find-crs-near.ts';
import { createGrid } from './grid.ts';
import { chooseOrigin, footOf, minus } from './model-origin.ts';
import { placeAtPoint, type Spot } from './place-at-point.ts';
import { readMap } from './read-map.ts';
import { type MapReadings, readAbsolute, readOnMap } from './read-on-map.ts';
import { readOnSite } from './read-on-site.ts';
import { readMapSets } from './read-property-sets.ts';
import { readRigidOperation } from './read-rigid.ts';
import { readContext, readSite } from './read-site.ts';
import { type ResolvedCrs, resolveCrs } from './resolve-crs.ts';
import type { ContextStatement, CrsStatement, MapStatement, RigidStatement } from './statements.ts';
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
  /** Where to show what says nowhere: the middle of the open city. */
  readonly fallback?: Spot | undefined;
}

type Statement = MapStatement | RigidStatement;
type IfcText = Pick<IfcFile, 'bytes' | 'lengthUnitM'>;

/**
 * Every way to read where a model stands, the likeliest first, each with its steps in words. `boundsM` is of the
 * geometry in the file's coordinates (m); placements are for the frame that begins at `chooseOrigin(boundsM)`.
 */
export function readGeoreferencing(
  file: IfcText,
  boundsM: BimModel['boundsM'],
  options: GeoreferencingOptions,
): Georeferencing {
  const index = scanStep(file.bytes);
  const { geoid } = options;
  const subject: Subject = { origin: chooseOrigin(boundsM), middle: footOf(boundsM) };
  const context = readContext(index, file.lengthUnitM);
  const site = readSite(index, file.lengthUnitM);
  const statement = readMap(index) ?? readMapSets(index);
  const onSite = site && readOnSite(site, context, subject, geoid, statement?.height);
  const near = {
    site: onSite?.isDefault ? undefined : spotOf(onSite?.candidate),
    city: options.fallback,
  };
  const work: Work = { index, file, subject, context, options, near };
  const onMap = readMaps(statement, work);
  return weigh(subject, {
    given: options.given && readGiven(options.given),
    onMap: onMap.candidates,
    guesses: onMap.guesses,
    site: onSite?.candidate,
    isSiteDefault: onSite?.isDefault ?? false,
    fallback: readFallback(options.fallback, subject),
    hasFallback: options.fallback !== undefined,
    findings: [...onMap.findings, ...(onSite?.findings ?? [])],
  });
}

interface Work {
  readonly index: StepIndex;
  readonly file: IfcText;
  readonly subject: Subject;
  readonly context: ContextStatement;
  readonly options: GeoreferencingOptions;
  readonly near: { readonly site: Spot | undefined; readonly city: Spot | undefined };
}

interface MapWork extends MapReadings {
  /** Candidates whose reference system nobody named. */
  readonly guesses: readonly Candidate[];
}

const NOTHING: MapWork = { candidates: [], guesses: [], findings: [] };

function readMaps(statement: Statement | undefined, work: Work): MapWork {
  if (!statement) return readBareCoordinates(work, []);
  const named = findCrs(statement.crs, work.options.crs);
  if (named.crs) {
    const read = readStatement(statement, named.crs, work);
    return { ...read, guesses: [], findings: [...named.findings, ...read.findings] };
  }
  return readUnnamed(statement, work, named.findings);
}

function readStatement(
  statement: Statement,
  crs: CompoundCrs,
  { index, file, subject, context, options }: Work,
): MapReadings {
  const grid = createGrid(crs, options.geoid);
  if (statement.kind === 'map-conversion') {
    return readOnMap(statement, grid, context, subject, file.lengthUnitM);
  }
  const units = { lengthUnitM: file.lengthUnitM, angle: readProjectAngleUnit(index) };
  return readRigidOperation(statement, grid, context, subject, units);
}

/** What a person says goes before what the file names. */
function findCrs(
  statement: CrsStatement | undefined,
  given: string | undefined,
): ResolvedCrs | { readonly crs: undefined; readonly findings: readonly Text[] } {
  const own = statement
    ? resolveCrs(statement)
    : {
        crs: undefined,
        findings: [say('No coordinate reference system is named.', '文件未注明坐标参考系。')],
      };
  const asked = given === undefined ? undefined : parseCrs(given);
  if (!asked?.ok) return own;
  const { code } = asked.value.horizontal;
  const isSame = own.crs?.horizontal.code === code;
  if (own.crs && isSame) return own;
  const findings = own.crs
    ? [
        say(
          `The file names ${own.crs.horizontal.code}; read in ${code} as asked.`,
          `文件注明 ${own.crs.horizontal.code}；按要求以 ${code} 读取。`,
        ),
      ]
    : own.findings;
  return { crs: asked.value, findings };
}

/** Easting and northing without a system that is known: the one that leads to the site or to the city. */
function readUnnamed(statement: Statement, work: Work, findings: readonly Text[]): MapWork {
  if (statement.kind === 'rigid-operation' && statement.isAngle) {
    const wgs84 = parseCrs('EPSG:4979');
    if (!wgs84.ok) return NOTHING;
    const read = readStatement(statement, wgs84.value, work);
    return { candidates: read.candidates, guesses: [], findings: [...findings, ...read.findings] };
  }
  const [east, north] =
    statement.kind === 'map-conversion'
      ? [statement.eastings, statement.northings]
      : [statement.first, statement.second];
  if (Math.hypot(east, north) < 1e-6) return readBareCoordinates(work, findings);
  const declared = statement.crs?.lengthUnit?.factor ?? work.file.lengthUnitM;
  for (const unitM of [declared, 1]) {
    const found = guessCrs(east * unitM, north * unitM, work);
    if (!found) continue;
    const read = readStatement(statement, found.crs, work);
    return {
      candidates: [],
      guesses: read.candidates,
      findings: [...findings, found.finding, ...read.findings],
    };
  }
  return { ...NOTHING, findings: [...findings, cannotTell(east, north)] };
}

/** Geometry far from its zero and no word about a map: perhaps the numbers are the map's own. */
function readBareCoordinates(work: Work, findings: readonly Text[]): MapWork {
  const { subject, options } = work;
  const [east, north] = subject.middle;
  if (Math.hypot(east, north) < 10000) return { ...NOTHING, findings };
  const asked = options.crs === undefined ? undefined : parseCrs(options.crs);
  if (asked?.ok) {
    const grid = createGrid(asked.value, options.geoid);
    return { candidates: [readAbsolute(grid, subject)], guesses: [], findings };
  }
  const found = guessCrs(east, north, work);
  if (!found) return { ...NOTHING, findings: [...findings, cannotTell(east, north)] };
  const grid = createGrid(found.crs, options.geoid);
  return {
    candidates: [],
    guesses: [readAbsolute(grid, subject)],
    findings: [...findings, found.finding],
  };
}

const NEAR_SITE_M = 5000;
const NEAR_CITY_M = 60000;

function guessCrs(eastM: number, northM: number, { near, options }: Work) {
  const { geoid, cityCrs } = options;
  const bySite = near.site && findCrsNear(eastM, northM, near.site, NEAR_SITE_M, geoid, cityCrs);
  const byCity = near.city && findCrsNear(eastM, northM, near.city, NEAR_CITY_M, geoid, cityCrs);
  const found = bySite ?? byCity;
  if (found) {
    const { code, name } = found.crs.horizontal;
    const [toEn, toZh] = bySite
      ? ['the site’s latitude and longitude', '场地经纬度']
      : ['the open city', '已打开的城市'];
    const finding = say(
      `No known reference system is named; read in ${code} (${name}), which leads to ${toEn}.`,
      `未注明已知的坐标参考系；按 ${code}（${name}）读取，结果落在${toZh}处。`,
    );
    return { crs: found.crs, finding };
  }
  const [only, ...others] = findCrsByArea(eastM, northM, geoid);
  if (!only || others.length > 0) return undefined;
  const { code, name } = only.horizontal;
  const finding = say(
    `No known reference system is named; of all that are known the numbers only fit ${code} (${name}).`,
    `未注明已知的坐标参考系；在全部已知参考系中，数值只符合 ${code}（${name}）。`,
  );
  return { crs: only, finding };
}

const cannotTell = (east: number, north: number) => {
  const numbers = `${east.toFixed(1)}, ${north.toFixed(1)}`;
  return say(
    `The numbers ${numbers} look like easting and northing, but several reference systems fit; give theirs with --crs EPSG:….`,
    `数值 ${numbers} 像是东、北坐标，但符合多个坐标参考系；请用 --crs EPSG:… 指明。`,
  );
};

function readGiven(placement: StoredPlacement) {
  const label = say('the place that was given', '指定的位置');
  const steps = [say('Somebody said so.', '由人指定。')];
  return createCandidate({ source: 'given', placement, steps }, { label });
}

function readFallback(fallback: Spot | undefined, subject: Subject): Candidate {
  const spot = fallback ?? { longitudeDeg: 0, latitudeDeg: 0, heightM: 0 };
  const placement = placeAtPoint(spot, 0, minus(subject.middle, subject.origin));
  const steps = fallback
    ? [
        say(
          'Put in the middle of the city, until somebody places it.',
          '暂置于城市中心，待人工放置。',
        ),
      ]
    : [say('Put at 0° N, 0° E, until somebody places it.', '暂置于 0° N, 0° E，待人工放置。')];
  const label = fallback
    ? say('the middle of the city', '城市中心')
    : say('0° N, 0° E', '0° N, 0° E');
  return createCandidate({ source: 'none', placement, steps }, { label });
}

const spotOf = (candidate: Candidate | undefined): Spot | undefined => candidate?.reading.placement;
