// An IfcMapConversion in words.

import type { Text } from '#model/text.ts';
import type { ConversionTerms } from './conversion-terms.ts';
import type { Grid } from './grid.ts';
import type { MapStatement } from './statements.ts';
import { toUnitName } from './unit.ts';
import { say, toNumberText, toShortText } from './words.ts';

export function describeNumbers(
  { label }: MapStatement,
  { eastM, northM, heightM }: Pick<ConversionTerms, 'eastM' | 'northM' | 'heightM'>,
  { crs, unitM: gridUnitM }: Grid,
  unitM: number,
): Text[] {
  const unit = toUnitName(unitM);
  const write = (valueM: number) => `${toNumberText(valueM / unitM)} ${unit}`;
  const { code, name } = crs.horizontal;
  const isSame = Math.abs(gridUnitM / unitM - 1) < 1e-9;
  const inMetres =
    unitM === 1 || isSame
      ? ''
      : ` (${toNumberText(eastM / gridUnitM)}, ${toNumberText(northM / gridUnitM)} ${toUnitName(gridUnitM)})`;
  return [
    say(
      `${label}: easting ${write(eastM)}, northing ${write(northM)}, height ${write(heightM)}${inMetres} in ${code} (${name}).`,
      `${label}：东坐标 ${write(eastM)}，北坐标 ${write(northM)}，高程 ${write(heightM)}${inMetres}，${code}（${name}）。`,
    ),
  ];
}

export function describeTurn({ abscissa, ordinate }: MapStatement, turn: number): Text {
  const degrees = `${toShortText((turn * 180) / Math.PI, 8)}°`;
  if (abscissa === undefined && ordinate === undefined) {
    return say(
      'No rotation is given: the model’s x axis points to grid east.',
      '未给出旋转：模型 x 轴指向格网东。',
    );
  }
  const written = `${toShortText(abscissa ?? 1)}, ${toShortText(ordinate ?? 0)}`;
  return say(
    `The model’s x axis points ${degrees} counter-clockwise from grid east (XAxisAbscissa, XAxisOrdinate ${written}).`,
    `模型 x 轴自格网东逆时针 ${degrees}（XAxisAbscissa、XAxisOrdinate ${written}）。`,
  );
}

export function describeFactors({ factors }: MapStatement): Text[] {
  if (!factors || factors.every((factor) => factor === 1)) return [];
  const written = factors.map((factor) => toShortText(factor)).join(', ');
  return [
    say(`Factors ${written} stretch x, y and z besides.`, `另以系数 ${written} 拉伸 x、y、z。`),
  ];
}
