// What an IfcMapConversion means in metres: its unit, its scale, its order of axes, judged by where it leads.

import type { Text } from '#model/text.ts';
import { describeFactors, describeNumbers, describeTurn } from './describe-conversion.ts';
import type { Grid } from './grid.ts';
import { judgeScale } from './map-scale.ts';
import type { PointM } from './model-origin.ts';
import { mapFrameAt, type ToMap } from './place-on-grid.ts';
import { type Pose, toLocal } from './pose.ts';
import type { MapStatement } from './statements.ts';
import { INTERNATIONAL_FOOT_M, toUnitName } from './unit.ts';
import { say, toNumberText, toShortText } from './words.ts';

export interface ConversionTerms {
  readonly eastM: number;
  readonly northM: number;
  readonly heightM: number;
  /** From the map's east to the model's x axis, counter-clockwise, rad. */
  readonly turn: number;
  /** Metres of the map for a metre of the model, along x, y and z. */
  readonly scales: readonly [number, number, number];
  readonly isInArea: boolean;
  readonly steps: readonly Text[];
  readonly findings: readonly Text[];
}

export interface Surroundings {
  readonly grid: Grid;
  readonly world: Pose;
  readonly lengthUnitM: number;
  /** A point in the middle of the geometry, in the file's coordinates, m. */
  readonly middle: PointM;
  /** Whether that point lies in the area of the map without any conversion. */
  readonly isOnMap: boolean;
}

/** Scales, turns and shifts as IfcMapConversion does, from the reference point of `world`. */
export function createToMap(terms: ConversionTerms, world: Pose): ToMap {
  const { eastM, northM, heightM, turn, scales } = terms;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (point) => {
    const local = toLocal(world, point);
    const [x, y, z] = [local[0] * scales[0], local[1] * scales[1], local[2] * scales[2]];
    return [eastM + cos * x - sin * y, northM + sin * x + cos * y, heightM + z];
  };
}

/** The reading that leads into the area of the reference system; the literal one where none does. */
export function judgeConversion(statement: MapStatement, around: Surroundings): ConversionTerms {
  const declared = declaredUnit(statement, around);
  // Geometry on the map already lies in the area with any offset that is small enough, so no other unit is tried.
  const units = around.isOnMap ? [declared.unitM] : [declared.unitM, around.grid.unitM, 1, 0.001];
  const distinct = units.filter((unit, at) => units.indexOf(unit) === at);
  for (const isSwapped of around.isOnMap ? [false] : [false, true]) {
    for (const unitM of distinct) {
      const terms = toTerms(statement, around, unitM, isSwapped, declared.findings);
      if (terms.isInArea) {
        return {
          ...terms,
          findings: [
            ...terms.findings,
            ...oddities(statement, around, unitM, declared.unitM, isSwapped),
          ],
        };
      }
    }
  }
  return toTerms(statement, around, declared.unitM, false, declared.findings);
}

function toTerms(
  statement: MapStatement,
  around: Surroundings,
  unitM: number,
  isSwapped: boolean,
  declaredFindings: readonly Text[],
): ConversionTerms {
  const [east, north] = isSwapped
    ? [statement.northings, statement.eastings]
    : [statement.eastings, statement.northings];
  const { abscissa = 1, ordinate = 0, factors = [1, 1, 1] } = statement;
  const mapScale = 1 / mapFrameAt(around.grid, [east * unitM, north * unitM, 0]).scale;
  const scale = judgeScale(statement.scale, unitM, around.lengthUnitM, mapScale);
  const hasTurn = Math.hypot(abscissa, ordinate) > 1e-9;
  const bare = {
    eastM: east * unitM,
    northM: north * unitM,
    heightM: statement.height * unitM,
    turn: hasTurn ? Math.atan2(ordinate, abscissa) : 0,
    // Heights are no distances on the map: what stretches those leaves them alone.
    scales: [scale.value * factors[0], scale.value * factors[1], factors[2]],
  } as const;
  const steps = [
    ...describeNumbers(statement, bare, around.grid, unitM),
    describeTurn(statement, bare.turn),
    ...scale.steps,
    ...describeFactors(statement),
  ];
  const terms = {
    ...bare,
    isInArea: false,
    steps,
    findings: [...declaredFindings, ...scale.findings, ...unequalFactors(factors)],
  };
  const [middleEast, middleNorth] = createToMap(terms, around.world)(around.middle);
  return { ...terms, isInArea: around.grid.isInArea(middleEast, middleNorth) };
}

/** A placement has one scale along the ground. */
function unequalFactors([x, y]: readonly [number, number, number]): Text[] {
  if (Math.abs(x - y) < 1e-9) return [];
  const [along, across] = [toShortText(x), toShortText(y)];
  return [
    say(
      `The factors along x (${along}) and y (${across}) differ; their mean is taken for both.`,
      `x（${along}）与 y（${across}）方向的系数不同；两者均取平均值。`,
    ),
  ];
}

/** MapUnit, else the project's length unit; feet of either kind give way to those of the reference system. */
function declaredUnit(
  { crs, eastings, northings }: MapStatement,
  { grid, lengthUnitM }: Surroundings,
) {
  const unitM = crs?.lengthUnit?.factor ?? lengthUnitM;
  const isFoot = (value: number) => Math.abs(value / INTERNATIONAL_FOOT_M - 1) < 1e-5;
  if (!isFoot(unitM) || !isFoot(grid.unitM) || Math.abs(unitM / grid.unitM - 1) < 1e-8) {
    return { unitM, findings: [] };
  }
  const apartM = Math.abs(unitM - grid.unitM) * Math.hypot(eastings, northings);
  const { code } = grid.crs.horizontal;
  const findings =
    apartM < 0.01
      ? []
      : [
          say(
            `The file counts in ${toUnitName(unitM)}, ${code} in ${toUnitName(grid.unitM)}: taken as the latter, which moves the model by ${toNumberText(apartM, 2)} m.`,
            `文件以 ${toUnitName(unitM)} 计，而 ${code} 以 ${toUnitName(grid.unitM)} 计：按后者读取，模型因此移动 ${toNumberText(apartM, 2)} m。`,
          ),
        ];
  return { unitM: grid.unitM, findings };
}

function oddities(
  { crs }: MapStatement,
  { grid }: Surroundings,
  unitM: number,
  declaredM: number,
  isSwapped: boolean,
): Text[] {
  const findings: Text[] = [];
  const { code } = grid.crs.horizontal;
  if (isSwapped) {
    findings.push(
      say(
        `Easting and northing stand in each other’s place: only swapped do they lie in the area of ${code}.`,
        `东坐标与北坐标写反了：对调后才落在 ${code} 的适用范围内。`,
      ),
    );
  }
  if (Math.abs(unitM / declaredM - 1) > 1e-4) {
    const said = crs?.lengthUnit ? 'MapUnit' : 'the project’s length unit';
    const saidZh = crs?.lengthUnit ? 'MapUnit' : '项目长度单位';
    findings.push(
      say(
        `By ${said} the numbers would be ${toUnitName(declaredM)}, which lies outside the area of ${code}; as ${toUnitName(unitM)} they lie inside, so they are read so.`,
        `按${saidZh}，数值单位应为 ${toUnitName(declaredM)}，但那样会落在 ${code} 的适用范围之外；按 ${toUnitName(unitM)} 则在范围内，故如此读取。`,
      ),
    );
  }
  return findings;
}
