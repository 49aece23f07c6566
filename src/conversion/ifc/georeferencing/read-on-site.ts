// IfcSite's latitude and longitude: the site's origin in WGS 84, turned by true north.

import type { Geoid } from '#model/geoid.ts';
import type { GroundLevel } from '#model/ground-level.ts';
import type { Text } from '#model/text.ts';
import { fromDegrees } from '#model/units.ts';
import { type Candidate, createCandidate, describeOrigin, type Subject } from './candidate.ts';
import { describeGround } from './describe-ground.ts';
import { minus, type PointM } from './model-origin.ts';
import { placeAtPoint } from './place-at-point.ts';
import { type Pose, turnOf } from './pose.ts';
import type { ContextStatement, SiteStatement } from './statements.ts';
import { say, toDegreeText, toDistanceText, toNumberText, toShortText } from './words.ts';

const M_PER_DEGREE = 111320;
// No plot of land is that wide.
const FAR_M = 20000;

export interface SiteReading {
  /** Undefined where nobody set the site's place. */
  readonly candidate: Candidate | undefined;
  /** The place that a program writes of itself. */
  readonly isDefault: boolean;
  readonly findings: readonly Text[];
}

export interface SiteHeights {
  readonly geoid: Geoid;
  /** That of the map conversion beside it. */
  readonly mapHeightM?: number | undefined;
  /** Level of the file's coordinates that meets the ground. */
  readonly ground?: GroundLevel | undefined;
  /** Ground where it stands, m above the ellipsoid, where somebody knows. */
  readonly siteGroundM?: number | undefined;
}

export function readOnSite(
  site: SiteStatement,
  context: ContextStatement,
  subject: Subject,
  { geoid, mapHeightM, ground, siteGroundM }: SiteHeights,
): SiteReading {
  const { latitudeDeg, longitudeDeg } = site;
  const findings: Text[] = [];
  if (Math.abs(latitudeDeg) < 1e-9 && Math.abs(longitudeDeg) < 1e-9) {
    const text = say(
      `${site.label} says latitude 0°, longitude 0°: nobody set it.`,
      `${site.label} 的经纬度均为 0°：未曾设置。`,
    );
    return { candidate: undefined, isDefault: true, findings: [text] };
  }
  const isSwapped = Math.abs(latitudeDeg) > 90 && Math.abs(longitudeDeg) <= 90;
  if (Math.abs(latitudeDeg) > 90 && !isSwapped) {
    const text = say(
      `${site.label} says latitude ${site.latitudeText}, longitude ${site.longitudeText}, which is nowhere on the Earth.`,
      `${site.label} 给出纬度 ${site.latitudeText}、经度 ${site.longitudeText}，地球上没有这样的地点。`,
    );
    return { candidate: undefined, isDefault: false, findings: [text] };
  }
  if (isSwapped) {
    findings.push(
      say(
        `${site.label}: latitude and longitude stand in each other’s place.`,
        `${site.label}：纬度与经度写反了。`,
      ),
    );
  }
  if (site.hasMixedSigns) {
    findings.push(
      say(
        `${site.label}: only some parts of an angle carry its sign; taken for all of them.`,
        `${site.label}：角度仅部分分量带负号；按全部为负读取。`,
      ),
    );
  }
  const isDefault = isProgramDefault(latitudeDeg, longitudeDeg);
  if (isDefault) {
    findings.push(
      say(
        `${site.label} is at ${site.latitudeText}, ${site.longitudeText} in Boston, which Revit writes where nobody set a place.`,
        `${site.label} 位于 ${site.latitudeText}, ${site.longitudeText}（波士顿），这是 Revit 在未设置地点时写入的默认值。`,
      ),
    );
  }
  const [lat, lon] = isSwapped ? [longitudeDeg, latitudeDeg] : [latitudeDeg, longitudeDeg];
  const rotationDeg = northTurnDeg(context);
  const undulationM = geoid(fromDegrees(lon), fromDegrees(lat));
  const elevationM = judgeElevation(site, mapHeightM, findings);
  const isFar = Math.hypot(...minus(site.pose.origin, subject.middle)) > FAR_M;
  const from = isFar ? subject.middle : site.pose.origin;
  const hasNoHeight = site.elevationM === undefined;
  const groundM = hasNoHeight ? siteGroundM : undefined;
  const levelM = ground?.levelM ?? from[2];
  const foot: PointM = groundM === undefined ? from : [from[0], from[1], levelM];
  const heightM = groundM ?? elevationM + undulationM;
  const spot = { longitudeDeg: lon, latitudeDeg: lat, heightM };
  const placement = placeAtPoint(spot, rotationDeg, minus(foot, subject.origin));
  if (hasNoHeight) findings.push(...describeMissingHeight(site, groundM, ground));
  const steps = [
    describePlace(site, lat, lon),
    ...(isFar ? describeFar(site.pose, subject) : describePose(site.pose)),
    ...(groundM === undefined
      ? [describeElevation(site, elevationM, undulationM)]
      : [describeStanding(groundM), ...describeGround(ground)]),
    describeNorth(context, rotationDeg),
    ...describeOrigin(subject.origin),
  ];
  const reading = {
    source: 'site',
    placement,
    crs: 'EPSG:4326',
    verticalCrs: 'EPSG:5773',
    steps,
  } as const;
  const candidate = createCandidate(reading, {
    label: say(`the latitude and longitude of ${site.label}`, `${site.label} 的经纬度`),
    ...(context.trueNorth ? {} : { surePoint: from }),
    isHeightAssumed: hasNoHeight,
    precisionM: Math.max(site.precisionDeg * M_PER_DEGREE, isFar ? FAR_M : 0),
  });
  return { candidate, isDefault, findings };
}

/** In projects of millimetres the elevation is often written in metres: told by the map's height beside it. */
function judgeElevation(
  { label, elevationM = 0, lengthUnitM }: SiteStatement,
  mapHeightM: number | undefined,
  findings: Text[],
): number {
  const written = elevationM / lengthUnitM;
  const isInMetres =
    mapHeightM !== undefined &&
    Math.abs(elevationM - mapHeightM) > 1 &&
    Math.abs(written - mapHeightM) <= 1;
  if (!isInMetres) return elevationM;
  const text = toShortText(written);
  findings.push(
    say(
      `${label}: the elevation ${text} is in metres, not in the project’s unit, as the height on the map shows.`,
      `${label}：对照地图高程可知，高程 ${text} 以米计，而非项目单位。`,
    ),
  );
  return written;
}

/** Where it says that it is, whichever way round; undefined where nobody set it. */
export function spotOfSite({ latitudeDeg, longitudeDeg }: SiteStatement) {
  const isNowhere = Math.abs(latitudeDeg) < 1e-9 && Math.abs(longitudeDeg) < 1e-9;
  const isSwapped = Math.abs(latitudeDeg) > 90;
  const [lat, lon] = isSwapped ? [longitudeDeg, latitudeDeg] : [latitudeDeg, longitudeDeg];
  return isNowhere || Math.abs(lat) > 90 ? undefined : { latitudeDeg: lat, longitudeDeg: lon };
}

/** From true east to the model's x axis, counter-clockwise, deg. */
export function northTurnDeg({ world, trueNorth }: ContextStatement): number {
  const [x, y] = trueNorth ?? [0, 1];
  return 90 - ((Math.atan2(y, x) + turnOf(world)) * 180) / Math.PI;
}

/** Revit's Boston, in the spellings of its versions. */
function isProgramDefault(latitudeDeg: number, longitudeDeg: number): boolean {
  return Math.abs(latitudeDeg - 42.3584) < 0.0006 && Math.abs(longitudeDeg + 71.0598) < 0.0045;
}

const describePlace = (
  { label, latitudeText, longitudeText }: SiteStatement,
  lat: number,
  lon: number,
) =>
  say(
    `${label}: latitude ${latitudeText}, longitude ${longitudeText} (${toDegreeText(lat)}, ${toDegreeText(lon)} WGS 84).`,
    `${label}：纬度 ${latitudeText}，经度 ${longitudeText}（WGS 84：${toDegreeText(lat)}, ${toDegreeText(lon)}）。`,
  );

function describePose({ origin }: Pose): Text[] {
  if (Math.hypot(...origin) < 1e-6) return [];
  const [x, y, z] = origin.map((value) => toNumberText(value, 2));
  return [
    say(
      `That is the site’s origin, at ${x}, ${y}, ${z} m in the file.`,
      `此为场地原点，位于文件坐标 ${x}, ${y}, ${z} m。`,
    ),
  ];
}

function describeFar({ origin }: Pose, { middle }: Subject): Text[] {
  const away = toDistanceText(Math.hypot(...minus(origin, middle)));
  return [
    say(
      `That is the site’s origin, but the geometry lies ${away} from it; its middle is put there instead.`,
      `此为场地原点，而几何距其 ${away}；改以几何中心置于该处。`,
    ),
  ];
}

function describeElevation(
  { elevationM }: SiteStatement,
  heightM: number,
  undulationM: number,
): Text {
  const [height, undulation] = [toNumberText(heightM, 2), toNumberText(undulationM, 2)];
  const total = toNumberText(heightM + undulationM, 2);
  return elevationM === undefined
    ? say(
        `No elevation is given: the site’s origin is taken at sea level, ${total} m from the ellipsoid (EGM96).`,
        `未给出高程：场地原点按海平面计，距椭球面 ${total} m（EGM96）。`,
      )
    : say(
        `Elevation ${height} m above sea level, which lies ${undulation} m from the ellipsoid (EGM96): ${total} m above the ellipsoid.`,
        `海拔 ${height} m，海平面距椭球面 ${undulation} m（EGM96）：大地高 ${total} m。`,
      );
}

const describeStanding = (groundM: number): Text =>
  say(
    `No elevation is given: it is put on the city’s ground there, ${toNumberText(groundM, 2)} m above the ellipsoid.`,
    `未给出高程：置于该处城市地面，大地高 ${toNumberText(groundM, 2)} m。`,
  );

function describeMissingHeight(
  { label }: SiteStatement,
  groundM: number | undefined,
  ground: GroundLevel | undefined,
): Text[] {
  if (groundM === undefined) {
    return [
      say(
        `${label} says where the model stands but not how high: it is put at sea level.`,
        `${label} 说明了位置但未给出高程：按海平面放置。`,
      ),
    ];
  }
  return [
    say(
      `${label} says where the model stands but not how high: it is put on the city’s ground.`,
      `${label} 说明了位置但未给出高程：置于城市地面。`,
    ),
    ...describeGround(ground),
  ];
}

function describeNorth({ trueNorth }: ContextStatement, rotationDeg: number): Text {
  const turn = toDegreeText(rotationDeg, 4);
  return trueNorth
    ? say(
        `True north is (${trueNorth.map((value) => value.toFixed(6)).join(', ')}) in the model: its x axis points ${turn} counter-clockwise from true east.`,
        `模型中的真北为 (${trueNorth.map((value) => value.toFixed(6)).join(', ')})：x 轴自真东逆时针 ${turn}。`,
      )
    : say(
        'No true north is given: the model’s y axis is taken for it.',
        '未给出真北：取模型 y 轴为真北。',
      );
}
