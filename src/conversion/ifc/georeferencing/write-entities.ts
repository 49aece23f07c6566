// IfcMapConversion and IfcProjectedCRS, as IFC4 and later have them.

import { instanceAt, rowsOfType, type StepIndex } from '../step/scan.ts';
import { referenceOf } from '../step/values.ts';
import { formatStepReal, formatStepText } from './step-edit.ts';
import { INTERNATIONAL_FOOT_M, readUnit, SURVEY_FOOT_M, toUnitName } from './unit.ts';
import type { WriteTarget } from './write-georeferencing.ts';

const OPERATIONS = ['IFCMAPCONVERSION', 'IFCMAPCONVERSIONSCALED', 'IFCRIGIDOPERATION'];

export function writeConversionEntities(target: WriteTarget, context: number): void {
  const { index, edit } = target;
  const operations = OPERATIONS.flatMap((type) =>
    rowsOfType(index, type).map((row) => instanceAt(index, row)),
  );
  const system = writeSystem(
    target,
    operations.map(({ values }) => referenceOf(values[1])),
  );
  const type = hasFactors(target) ? 'IFCMAPCONVERSIONSCALED' : 'IFCMAPCONVERSION';
  const values = (source: number) => `#${source},#${system},${formatNumbers(target)}`;
  for (const { id, type: oldType, values: old } of operations) {
    // Drafts of IFC4.3 have two attributes more.
    const more = oldType === type ? Math.max(0, old.length - valueCount(type)) : 0;
    edit.replace(id, type, values(referenceOf(old[0]) ?? context) + ',$'.repeat(more));
  }
  if (operations.length === 0) edit.add(type, values(context));
}

const valueCount = (type: string) => (type === 'IFCMAPCONVERSION' ? 8 : 11);

/** Whether the file has such an operation, in whatever schema. */
export const hasOperation = (index: StepIndex): boolean =>
  OPERATIONS.some((type) => rowsOfType(index, type).length > 0);

/** From ADD1 on, IFC4.3 tells the scale of a map from the step between units. */
const hasFactors = ({ schema }: WriteTarget) => /^IFC4X3_(ADD|TC)/.test(schema);

function formatNumbers(target: WriteTarget): string {
  const { numbers, lengthUnitM } = target;
  const { eastings, northings, height, abscissa, ordinate, scale, heightScale, unitM } = numbers;
  const ofUnits = round(lengthUnitM / unitM);
  const list = hasFactors(target)
    ? [eastings, northings, height, abscissa, ordinate, ofUnits, scale, scale, round(heightScale)]
    : [eastings, northings, height, abscissa, ordinate, round(scale * (lengthUnitM / unitM))];
  return list.map(formatStepReal).join(',');
}

const round = (value: number) => Number(value.toPrecision(13));

/** In the place of the one that was used, so that nothing points into nowhere. */
function writeSystem(target: WriteTarget, used: readonly (number | undefined)[]): number {
  const { index, edit, numbers } = target;
  const { horizontal, vertical } = numbers.crs;
  const verticalName = vertical.surface === 'geoid' ? formatStepText(vertical.code) : '$';
  const unit = writeUnit(target);
  const values = [
    ...[formatStepText(horizontal.code), formatStepText(horizontal.name)],
    ...['$', verticalName, '$', '$', `#${unit}`],
  ].join(',');
  const types = ['IFCPROJECTEDCRS', 'IFCGEOGRAPHICCRS'];
  const systems = types.flatMap((type) => rowsOfType(index, type).map((row) => index.ids[row]!));
  const own = used.find((id) => id !== undefined && systems.includes(id)) ?? systems[0];
  for (const row of rowsOfType(index, 'IFCWELLKNOWNTEXT')) {
    const { id, values: old } = instanceAt(index, row);
    if (referenceOf(old[1]) === own) edit.remove(id);
  }
  if (own === undefined) return edit.add('IFCPROJECTEDCRS', values);
  edit.replace(own, 'IFCPROJECTEDCRS', values);
  return own;
}

/** The map's unit: one that the file has, else a new one. */
function writeUnit({ index, edit, numbers: { unitM } }: WriteTarget): number {
  for (const type of ['IFCSIUNIT', 'IFCCONVERSIONBASEDUNIT']) {
    for (const row of rowsOfType(index, type)) {
      const { id, values } = instanceAt(index, row);
      const kind = values[1];
      const isLength = JSON.stringify(kind).includes('LENGTHUNIT');
      const factor = isLength ? readUnit(index, id)?.factor : undefined;
      if (factor !== undefined && Math.abs(factor / unitM - 1) < 1e-12) return id;
    }
  }
  const metre = () => edit.add('IFCSIUNIT', '*,.LENGTHUNIT.,$,.METRE.');
  if (unitM === 1) return metre();
  const size = edit.add('IFCDIMENSIONALEXPONENTS', '1,0,0,0,0,0,0');
  const measure = edit.add(
    'IFCMEASUREWITHUNIT',
    `IFCLENGTHMEASURE(${formatStepReal(unitM)}),#${metre()}`,
  );
  return edit.add(
    'IFCCONVERSIONBASEDUNIT',
    `#${size},.LENGTHUNIT.,${formatStepText(nameOf(unitM))},#${measure}`,
  );
}

function nameOf(unitM: number): string {
  if (unitM === INTERNATIONAL_FOOT_M) return 'FOOT';
  return unitM === SURVEY_FOOT_M ? 'US SURVEY FOOT' : toUnitName(unitM);
}
