// Readings of an IfcMapConversion: as it says, and as map-absolute geometry where the offset may be in twice.

import type { Text } from '#model/text.ts';
import { type Candidate, createMapCandidate, type Subject } from './candidate.ts';
import { createToMap, judgeConversion } from './conversion-terms.ts';
import type { Grid } from './grid.ts';
import { AT_REST, isAtRest } from './pose.ts';
import type { ContextStatement, MapStatement } from './statements.ts';
import { say, toNumberText } from './words.ts';

export interface MapReadings {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Text[];
}

/** The likely one first. */
export function readOnMap(
  statement: MapStatement,
  grid: Grid,
  context: ContextStatement,
  subject: Subject,
  lengthUnitM: number,
): MapReadings {
  const { middle } = subject;
  const isAbsolute = isOnMap(grid, subject);
  const around = { grid, world: context.world, lengthUnitM, middle, isOnMap: isAbsolute };
  const terms = judgeConversion(statement, around);
  const { code } = grid.crs.horizontal;
  const isZero = Math.hypot(terms.eastM, terms.northM) < 1e-6;
  const label = say(statement.label, statement.label);
  const literal = createMapCandidate(subject, grid, createToMap(terms, context.world), {
    source: isZero && isAbsolute ? 'map-absolute' : 'map-conversion',
    label,
    isInArea: terms.isInArea,
    steps: terms.steps,
  });
  const candidates = [literal];
  const findings = [...terms.findings];
  if (!isZero && isAbsolute) {
    const absolute = readAbsolute(grid, subject);
    findings.push(
      say(
        `The offset may be in twice: the geometry already lies in the coordinates of ${code}, and ${statement.label} moves it by as much again.`,
        `偏移可能重复：几何本身已位于 ${code} 坐标中，而 ${statement.label} 又平移一次。`,
      ),
    );
    if (literal.isInArea) candidates.push(absolute);
    else candidates.unshift(absolute);
  } else if (!terms.isInArea) {
    findings.push(
      say(
        `${statement.label} leads out of the area in which ${code} is used: the reference system or the numbers are wrong.`,
        `${statement.label} 的结果落在 ${code} 的适用范围之外：坐标参考系或数值有误。`,
      ),
    );
  }
  if (!isAtRest(context.world)) {
    const ignoring = judgeConversion(statement, { ...around, world: AT_REST });
    const [x, y, z] = context.world.origin.map((value) => toNumberText(value, 2));
    findings.push(
      say(
        `The world coordinate system puts the map’s reference point at ${x}, ${y}, ${z} m of the model, as IFC4.3 defines it; many programs ignore this.`,
        `世界坐标系按 IFC4.3 的定义把地图参考点置于模型 ${x}, ${y}, ${z} m 处；许多软件忽略这一点。`,
      ),
    );
    candidates.push(
      createMapCandidate(subject, grid, createToMap(ignoring, AT_REST), {
        source: 'map-conversion',
        label: say(
          `${statement.label} without the world coordinate system`,
          `忽略世界坐标系的 ${statement.label}`,
        ),
        isInArea: ignoring.isInArea,
        steps: ignoring.steps,
      }),
    );
  }
  const twice = readHeightOnce(statement, terms.heightM, subject);
  if (twice && literal.isInArea) {
    const flat = { ...terms, heightM: 0 };
    findings.push(twice);
    candidates.push(
      createMapCandidate(subject, grid, createToMap(flat, context.world), {
        source: 'map-conversion',
        label: say(`${statement.label} without its height`, `不含高程的 ${statement.label}`),
        isInArea: true,
        steps: [...terms.steps, say('Its height is left out.', '不采用其高程。')],
      }),
    );
  }
  return { candidates: inOrder(candidates), findings };
}

/** The geometry's own coordinates, in metres, taken as easting, northing and height. */
export function readAbsolute(grid: Grid, subject: Subject, steps: readonly Text[] = []): Candidate {
  const { code, name } = grid.crs.horizontal;
  const [east, north] = subject.middle.map((value) => toNumberText(value, 1));
  return createMapCandidate(subject, grid, (point) => point, {
    source: 'map-absolute',
    label: say('the geometry’s own coordinates', '几何自身的坐标'),
    isInArea: true,
    steps: [
      say(
        `The geometry itself is in map coordinates: around easting ${east} m, northing ${north} m in ${code} (${name}).`,
        `几何本身即为地图坐标：约东 ${east} m、北 ${north} m，${code}（${name}）。`,
      ),
      ...steps,
    ],
  });
}

/** Whether the geometry, far from its zero, lies in the area of the map as it is. */
export function isOnMap(grid: Grid, { middle }: Subject): boolean {
  return Math.hypot(middle[0], middle[1]) > 10000 && grid.isInArea(middle[0], middle[1]);
}

/** The classic in height: storeys counted from sea level and the site's height added again. */
function readHeightOnce(statement: MapStatement, heightM: number, { middle }: Subject) {
  if (heightM < 20 || Math.abs(middle[2] - heightM) > 0.2 * heightM) return undefined;
  const [written, own] = [toNumberText(heightM, 2), toNumberText(middle[2], 2)];
  return say(
    `The height may be in twice: the geometry stands at ${own} m already, and ${statement.label} lifts it by ${written} m.`,
    `高程可能重复：几何自身已在 ${own} m 高处，而 ${statement.label} 又抬高 ${written} m。`,
  );
}

const inOrder = (candidates: readonly Candidate[]) => [
  ...candidates.filter((one) => one.isInArea),
  ...candidates.filter((one) => !one.isInArea),
];
