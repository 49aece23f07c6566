// IfcRigidOperation: the model translated on a map, or set down at a longitude and latitude.

import { isInArea } from '#model/crs.ts';
import type { Text } from '#model/text.ts';
import { toDegrees } from '#model/units.ts';
import {
  type Candidate,
  createCandidate,
  createMapCandidate,
  describeOrigin,
  type Subject,
} from './candidate.ts';
import type { Grid } from './grid.ts';
import { minus } from './model-origin.ts';
import { placeAtPoint } from './place-at-point.ts';
import type { MapReadings } from './read-on-map.ts';
import { northTurnDeg } from './read-on-site.ts';
import type { ContextStatement, RigidStatement } from './statements.ts';
import { DEGREE_UNIT, type NamedUnit, toUnitName } from './unit.ts';
import { say, toDegreeText, toNumberText } from './words.ts';

export interface RigidUnits {
  readonly lengthUnitM: number;
  readonly angle: NamedUnit | undefined;
}

export function readRigidOperation(
  statement: RigidStatement,
  grid: Grid,
  context: ContextStatement,
  subject: Subject,
  units: RigidUnits,
): MapReadings {
  return statement.isAngle || grid.crs.horizontal.kind === 'geographic'
    ? readAngles(statement, grid, context, subject, units)
    : readLengths(statement, grid, subject, units);
}

function readLengths(
  statement: RigidStatement,
  grid: Grid,
  subject: Subject,
  { lengthUnitM }: RigidUnits,
): MapReadings {
  const unitM = statement.crs?.lengthUnit?.factor ?? lengthUnitM;
  const { code, name } = grid.crs.horizontal;
  const choices = [unitM, 1].flatMap((unit) => [
    { unit, east: statement.first * unit, north: statement.second * unit, isSwapped: false },
    { unit, east: statement.second * unit, north: statement.first * unit, isSwapped: true },
  ]);
  const isInside = ({ east, north }: { readonly east: number; readonly north: number }) =>
    grid.isInArea(east + subject.middle[0], north + subject.middle[1]);
  const choice = choices.find(isInside) ?? choices[0];
  if (!choice) return { candidates: [], findings: [] };
  const { unit, east, north, isSwapped } = choice;
  const up = statement.height * unit;
  const findings: Text[] = isSwapped
    ? [
        say(
          `${statement.label}: easting and northing stand in each other’s place.`,
          `${statement.label}：东坐标与北坐标写反了。`,
        ),
      ]
    : [];
  const candidate = createMapCandidate(
    subject,
    grid,
    ([x, y, z]) => [x + east, y + north, z + up],
    {
      source: 'rigid-operation',
      label: say(statement.label, statement.label),
      isInArea: isInside(choice),
      steps: [
        say(
          `${statement.label}: the model is translated by easting ${toNumberText(east)} m, northing ${toNumberText(north)} m, height ${toNumberText(up)} m in ${code} (${name}), written in ${toUnitName(unit)}; it is neither turned nor scaled.`,
          `${statement.label}：模型平移东 ${toNumberText(east)} m、北 ${toNumberText(north)} m、高程 ${toNumberText(up)} m，${code}（${name}），原文单位 ${toUnitName(unit)}；不旋转、不缩放。`,
        ),
      ],
    },
  );
  return { candidates: [candidate], findings };
}

/** Which number is the longitude is told by the area of the reference system; IFC's own sample puts it first. */
function readAngles(
  statement: RigidStatement,
  grid: Grid,
  context: ContextStatement,
  subject: Subject,
  { lengthUnitM, angle }: RigidUnits,
): MapReadings {
  const { first, second, crs } = statement;
  const findings: Text[] = [];
  let unit = crs?.angleUnit ?? angle ?? DEGREE_UNIT;
  if (Math.max(Math.abs(first), Math.abs(second)) * unit.factor > Math.PI + 1e-9) {
    findings.push(
      say(
        `The angles ${first}, ${second} can’t be ${unit.name}s; read as degrees.`,
        `角度 ${first}, ${second} 不可能以 ${unit.name} 计；按度读取。`,
      ),
    );
    unit = DEGREE_UNIT;
  }
  const inDegrees = unit.factor / DEGREE_UNIT.factor;
  const orders = [
    { longitudeDeg: first * inDegrees, latitudeDeg: second * inDegrees },
    { longitudeDeg: second * inDegrees, latitudeDeg: first * inDegrees },
  ];
  const { horizontal } = grid.crs;
  const inside = orders.filter(
    ({ longitudeDeg, latitudeDeg }) =>
      Math.abs(latitudeDeg) <= 90 && isInArea(horizontal, longitudeDeg, latitudeDeg),
  );
  const heightM = statement.height * (crs?.lengthUnit?.factor ?? lengthUnitM);
  const rotationDeg = northTurnDeg(context);
  const candidates = (inside.length > 0 ? inside : orders.slice(0, 1)).map(
    (order, at): Candidate => {
      const { longitudeDeg, latitudeDeg } = order;
      const wgs84 = toWgs84(grid, longitudeDeg, latitudeDeg);
      const steps = [
        say(
          `${statement.label}: longitude ${toDegreeText(longitudeDeg)}, latitude ${toDegreeText(latitudeDeg)} in ${horizontal.code} (${horizontal.name}), ${toNumberText(heightM)} m above its ellipsoid.`,
          `${statement.label}：经度 ${toDegreeText(longitudeDeg)}，纬度 ${toDegreeText(latitudeDeg)}，${horizontal.code}（${horizontal.name}），椭球面以上 ${toNumberText(heightM)} m。`,
        ),
        say(
          `The x axis points ${toDegreeText(rotationDeg, 4)} counter-clockwise from true east, as true north says.`,
          `依真北，x 轴自真东逆时针 ${toDegreeText(rotationDeg, 4)}。`,
        ),
        ...describeOrigin(subject.origin),
      ];
      const reading = {
        source: statement.isAngle ? 'rigid-operation' : 'geographic',
        placement: placeAtPoint(
          { ...wgs84, heightM },
          rotationDeg,
          minus([0, 0, 0], subject.origin),
        ),
        crs: horizontal.code,
        verticalCrs: 'ellipsoidal',
        steps,
      } as const;
      const [orderEn, orderZh] =
        at === 0 && order === orders[0]
          ? ['longitude first', '经度在前']
          : ['latitude first', '纬度在前'];
      return createCandidate(reading, {
        label: say(`${statement.label}, ${orderEn}`, `${statement.label}，${orderZh}`),
        isInArea: inside.length > 0,
      });
    },
  );
  if (inside.length === 2) {
    findings.push(
      say(
        `${statement.label} doesn’t tell which number is the longitude: both lie in the area of ${horizontal.code}.`,
        `${statement.label} 未说明哪个数是经度：两种读法都在 ${horizontal.code} 的适用范围内。`,
      ),
    );
  } else if (inside.length === 0) {
    findings.push(
      say(
        `${statement.label} leads out of the area in which ${horizontal.code} is used.`,
        `${statement.label} 的结果落在 ${horizontal.code} 的适用范围之外。`,
      ),
    );
  }
  return { candidates, findings };
}

function toWgs84(grid: Grid, longitudeDeg: number, latitudeDeg: number) {
  const { longitude, latitude } = grid.toPosition(longitudeDeg, latitudeDeg, 0);
  return { longitudeDeg: toDegrees(longitude), latitudeDeg: toDegrees(latitude) };
}
