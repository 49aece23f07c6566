// Readings on a map: in the reference system that the file names, or that its numbers betray.

import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import type { Text } from '#model/text.ts';
import type { Subject } from './candidate.ts';
import { findCrsByArea, findCrsNear } from './find-crs-near.ts';
import { createGrid } from './grid.ts';
import type { Spot } from './place-at-point.ts';
import { type MapReadings, readAbsolute, readOnMap } from './read-on-map.ts';
import { readRigidOperation } from './read-rigid.ts';
import { type Resolved, resolveCrs } from './resolve-crs.ts';
import type { ContextStatement, CrsStatement, MapStatement, RigidStatement } from './statements.ts';
import type { NamedUnit } from './unit.ts';
import { say } from './words.ts';

export interface MapSurroundings {
  readonly subject: Subject;
  readonly context: ContextStatement;
  readonly geoid: Geoid;
  readonly lengthUnitM: number;
  readonly angleUnit: NamedUnit | undefined;
  /** That a person says the file is in. */
  readonly crs: string | undefined;
  readonly cityCrs: string | undefined;
  /** Where the site's latitude and longitude are, if somebody set them. */
  readonly site: Spot | undefined;
  readonly city: Spot | undefined;
}

type Statement = MapStatement | RigidStatement;

// Latitude and longitude of a site are often those of its town.
const NEAR_SITE_M = 5000;
const NEAR_CITY_M = 60000;
const FAR_M = 10000;

export function readMaps(statement: Statement | undefined, around: MapSurroundings): MapReadings {
  if (!statement) return readBareCoordinates(around, []);
  const named = findCrs(statement.crs, around.crs);
  if (!named.crs) return readUnnamed(statement, around, named.findings);
  const read = readStatement(statement, named.crs, around);
  const other = readInOtherSystem(statement, named.crs, read, around);
  return {
    candidates: [...read.candidates, ...other.candidates],
    findings: [...named.findings, ...read.findings, ...other.findings],
  };
}

function readStatement(statement: Statement, crs: CompoundCrs, around: MapSurroundings) {
  const { subject, context, geoid, lengthUnitM, angleUnit } = around;
  const grid = createGrid(crs, geoid);
  return statement.kind === 'map-conversion'
    ? readOnMap(statement, grid, context, subject, lengthUnitM)
    : readRigidOperation(statement, grid, context, subject, { lengthUnitM, angle: angleUnit });
}

/** What a person says goes before what the file names. */
function findCrs(statement: CrsStatement | undefined, given: string | undefined): Resolved {
  const unnamed = say('No coordinate reference system is named.', '文件未注明坐标参考系。');
  const own = statement ? resolveCrs(statement) : { crs: undefined, findings: [unnamed] };
  const asked = given === undefined ? undefined : parseCrs(given);
  if (!asked?.ok) return own;
  const { code } = asked.value.horizontal;
  if (own.crs?.horizontal.code === code) return own;
  const instead = own.crs && [
    say(
      `The file names ${own.crs.horizontal.code}; read in ${code} as asked.`,
      `文件注明 ${own.crs.horizontal.code}；按要求以 ${code} 读取。`,
    ),
  ];
  return { crs: asked.value, findings: instead ?? own.findings };
}

const NOTHING: MapReadings = { candidates: [], findings: [] };

/** The same numbers in another system that leads to the site, where the named one leads far from it. */
function readInOtherSystem(
  statement: Statement,
  named: CompoundCrs,
  { candidates }: MapReadings,
  around: MapSurroundings,
): MapReadings {
  const { site, geoid, lengthUnitM } = around;
  if (!site || named.horizontal.kind !== 'projected' || candidates[0]?.isInArea !== true) {
    return NOTHING;
  }
  const { crs: own, ...numbers } = statement;
  const [first, second] =
    numbers.kind === 'map-conversion'
      ? [numbers.eastings, numbers.northings]
      : [numbers.first, numbers.second];
  const { placement } = candidates[0].reading;
  const awayDeg = Math.hypot(
    placement.latitudeDeg - site.latitudeDeg,
    (placement.longitudeDeg - site.longitudeDeg) * Math.cos((site.latitudeDeg * Math.PI) / 180),
  );
  if (awayDeg * 111000 < NEAR_SITE_M || Math.hypot(first, second) < 1) return NOTHING;
  const unitM = own?.lengthUnit?.factor ?? lengthUnitM;
  const found = findCrsNear(first * unitM, second * unitM, site, NEAR_SITE_M, geoid);
  if (!found || found.crs.horizontal.code === named.horizontal.code) return NOTHING;
  const { code, name } = found.crs.horizontal;
  const read = readStatement(statement, found.crs, around).candidates.slice(0, 1);
  return {
    candidates: read.map((one) => ({
      ...one,
      label: say(`${statement.label} in ${code}`, `${code} 中的 ${statement.label}`),
    })),
    findings: [
      say(
        `The same numbers in ${code} (${name}) lead to the site’s latitude and longitude: the file may name the wrong reference system.`,
        `同样的数值在 ${code}（${name}）中恰好落在场地经纬度处：文件注明的坐标参考系可能有误。`,
      ),
    ],
  };
}

/** Easting and northing without a system that is known: the one that leads to the site or to the city. */
function readUnnamed(
  statement: Statement,
  around: MapSurroundings,
  findings: readonly Text[],
): MapReadings {
  if (statement.kind === 'rigid-operation' && statement.isAngle) {
    const wgs84 = parseCrs('EPSG:4979');
    const read = wgs84.ok ? readStatement(statement, wgs84.value, around) : NOTHING;
    return { candidates: read.candidates, findings: [...findings, ...read.findings] };
  }
  const [east, north] =
    statement.kind === 'map-conversion'
      ? [statement.eastings, statement.northings]
      : [statement.first, statement.second];
  if (Math.hypot(east, north) < 1e-6) return readBareCoordinates(around, findings);
  const declaredM = statement.crs?.lengthUnit?.factor ?? around.lengthUnitM;
  for (const unitM of [declaredM, 1]) {
    const found = guessCrs(east * unitM, north * unitM, around);
    if (!found) continue;
    const read = readStatement(statement, found.crs, around);
    return {
      candidates: read.candidates,
      findings: [...findings, found.finding, ...read.findings],
    };
  }
  return { candidates: [], findings: [...findings, cannotTell(east, north)] };
}

/** Geometry far from its zero and no word about a map: perhaps the numbers are the map's own. */
function readBareCoordinates(around: MapSurroundings, findings: readonly Text[]): MapReadings {
  const { subject, geoid } = around;
  const [east, north] = subject.middle;
  if (Math.hypot(east, north) < FAR_M) return { candidates: [], findings };
  const asked = around.crs === undefined ? undefined : parseCrs(around.crs);
  if (asked?.ok) {
    const candidate = readAbsolute(createGrid(asked.value, geoid), subject);
    return { candidates: [candidate], findings };
  }
  const found = guessCrs(east, north, around);
  if (!found) return { candidates: [], findings: [...findings, cannotTell(east, north)] };
  const candidate = readAbsolute(createGrid(found.crs, geoid), subject);
  return { candidates: [candidate], findings: [...findings, found.finding] };
}

function guessCrs(eastM: number, northM: number, around: MapSurroundings) {
  const { geoid, cityCrs, site, city } = around;
  const bySite = site && findCrsNear(eastM, northM, site, NEAR_SITE_M, geoid, cityCrs);
  const byCity = city && findCrsNear(eastM, northM, city, NEAR_CITY_M, geoid, cityCrs);
  const found = bySite ?? byCity;
  if (found) {
    const { code, name } = found.crs.horizontal;
    const [whereEn, whereZh] = bySite
      ? ['the site’s latitude and longitude', '场地经纬度']
      : ['the open city', '已打开的城市'];
    const finding = say(
      `No known reference system is named; read in ${code} (${name}), which leads to ${whereEn}.`,
      `未注明已知的坐标参考系；按 ${code}（${name}）读取，结果落在${whereZh}处。`,
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

function cannotTell(east: number, north: number): Text {
  const numbers = `${east.toFixed(1)}, ${north.toFixed(1)}`;
  return say(
    `The numbers ${numbers} look like easting and northing, but several reference systems fit; give theirs with --crs EPSG:….`,
    `数值 ${numbers} 像是东、北坐标，但符合多个坐标参考系；请用 --crs EPSG:… 指明。`,
  );
}
