// [XSECTIONS] of a SWMM file, to metres.

import type { Section } from '../section/section.ts';
import type { Transect } from '../section/transect.ts';
import { catalogued, swmmCircle, swmmEgg } from './catalogue.ts';
import type { NamedCurve } from './read-curves.ts';
import { numberAt, type Row, type SwmmFile, wordAt } from './sections.ts';
import type { SwmmUnits } from './units.ts';

export interface LinkSection {
  readonly section: Section;
  readonly barrels: number;
  /** Hazen–Williams C or roughness height (in or mm); 0: no force main. */
  readonly forceMain: number;
}

export function readSection(
  file: SwmmFile,
  row: Row,
  units: SwmmUnits,
  curves: ReadonlyMap<string, NamedCurve>,
  transects: ReadonlyMap<string, Transect>,
): LinkSection {
  const shape = wordAt(row, 1);
  const value = (k: number) => numberAt(file, row, k + 1, `geometry ${k}`, 0);
  const length = (k: number) => value(k) * units.lengthM;
  const barrels = Math.max(1, numberAt(file, row, 6, 'number of barrels', 1) || 1);
  if (shape === 'IRREGULAR') {
    const transect = transects.get(row.tokens[2] ?? '');
    if (!transect)
      throw file.error(
        row,
        `${row.tokens[0] ?? ''} names the transect ${row.tokens[2] ?? ''}, which does not exist.`,
      );
    return { section: { shape: 'irregular', transect }, barrels, forceMain: 0 };
  }
  const heightM = length(1);
  if (!(heightM > 0))
    throw file.error(row, `${row.tokens[0] ?? ''} is ${heightM} m high, expected more than 0.`);
  const forceMain = shape === 'FORCE_MAIN' ? value(2) : 0;
  const section =
    shape === 'CUSTOM'
      ? custom(file, row, heightM, curves)
      : standard(file, row, shape, heightM, value, length);
  return { section, barrels: shape === 'CUSTOM' ? Math.max(1, value(5)) : barrels, forceMain };
}

function standard(
  file: SwmmFile,
  row: Row,
  shape: string,
  heightM: number,
  value: (k: number) => number,
  length: (k: number) => number,
): Section {
  const widthM = length(2);
  switch (shape) {
    case 'CIRCULAR':
    case 'FORCE_MAIN':
      return swmmCircle(heightM);
    case 'FILLED_CIRCULAR':
      return { shape: 'filled-circular', heightM: heightM - widthM, fillM: widthM };
    case 'RECT_CLOSED':
      return { shape: 'rect-closed', heightM, widthM };
    case 'RECT_OPEN':
      return { shape: 'rect-open', heightM, widthM, missingSides: value(3) };
    case 'TRAPEZOIDAL':
      return {
        shape: 'trapezoid',
        heightM,
        bottomM: widthM,
        leftSlope: value(3),
        rightSlope: value(4),
      };
    case 'TRIANGULAR': {
      const slope = widthM / 2 / heightM;
      return { shape: 'trapezoid', heightM, bottomM: 0, leftSlope: slope, rightSlope: slope };
    }
    case 'PARABOLIC':
      return { shape: 'power', heightM, widthM, exponent: 0.5 };
    case 'POWER':
      return { shape: 'power', heightM, widthM, exponent: 1 / value(3) };
    case 'RECT_TRIANGULAR':
      return { shape: 'rect-triangle', heightM, widthM, bottomM: length(3) };
    case 'RECT_ROUND':
      return { shape: 'rect-round', heightM, widthM, bottomRadiusM: length(3) };
    case 'MODBASKETHANDLE':
      return { shape: 'modified-basket', heightM, widthM, topRadiusM: length(3) };
    case 'EGG':
      return swmmEgg(heightM);
    case 'HORSESHOE':
      return { shape: 'horseshoe', heightM };
    case 'GOTHIC':
      return { shape: 'gothic', heightM };
    case 'CATENARY':
      return { shape: 'catenary', heightM };
    case 'SEMIELLIPTICAL':
      return { shape: 'semi-elliptical', heightM };
    case 'BASKETHANDLE':
      return { shape: 'basket-handle', heightM };
    case 'SEMICIRCULAR':
      return { shape: 'semi-circular', heightM };
    case 'HORIZ_ELLIPSE':
    case 'VERT_ELLIPSE':
    case 'ARCH': {
      const size =
        widthM > 0 && value(3) === 0 ? { heightM, widthM } : Math.floor(value(3) || value(1));
      const section = catalogued(shape, size);
      if (!section)
        throw file.error(
          row,
          `${row.tokens[0] ?? ''} names the standard ${shape === 'ARCH' ? 'arch' : 'ellipse'} ${value(1)}, which the catalogue does not hold.`,
        );
      return section;
    }
    default:
      throw file.error(
        row,
        `${row.tokens[0] ?? ''} has the cross section ${shape}, which is not known.`,
      );
  }
}

function custom(
  file: SwmmFile,
  row: Row,
  heightM: number,
  curves: ReadonlyMap<string, NamedCurve>,
): Section {
  const curve = curves.get(row.tokens[3] ?? '');
  if (curve?.kind !== 'SHAPE')
    throw file.error(
      row,
      `${row.tokens[0] ?? ''} names the shape curve ${row.tokens[3] ?? ''}, which does not exist.`,
    );
  const closed = curve.x.at(-1) === 1 ? curve : { x: [...curve.x, 1], y: [...curve.y, 0] };
  return { shape: 'custom', heightM, share: closed.x, width: closed.y };
}
