// [XSECTIONS] of a SWMM file, to metres. Catalogue sizes of ellipses and arches: SWMM 5.2 user's manual, app. A.

import type { Section } from '../section/section.ts';
import type { Transect } from '../section/transect.ts';
import type { NamedCurve } from './read-curves.ts';
import { numberAt, type Row, type SwmmFile, wordAt } from './sections.ts';
import type { SwmmUnits } from './units.ts';

export interface LinkSection {
  readonly section: Section;
  readonly barrels: number;
  /** Hazen–Williams C or roughness height (in or mm); 0: no force main. */
  readonly forceMain: number;
}

const INCH = 0.0254;
const SQUARE_FOOT = 0.09290304;

/** Minor by major axis (in), full area (ft²) and hydraulic radius (ft) of standard elliptical pipe, code 1 first. */
const ellipses = [
  [14, 23, 1.8, 0.367],
  [19, 30, 3.3, 0.49],
  [22, 34, 4.1, 0.546],
  [24, 38, 5.1, 0.613],
  [27, 42, 6.3, 0.686],
  [29, 45, 7.4, 0.736],
  [32, 49, 8.8, 0.812],
  [34, 53, 10.2, 0.875],
  [38, 60, 12.9, 0.969],
  [43, 68, 16.6, 1.106],
  [48, 76, 20.5, 1.229],
  [53, 83, 24.8, 1.352],
  [58, 91, 29.5, 1.475],
  [63, 98, 34.6, 1.598],
  [68, 106, 40.1, 1.721],
  [72, 113, 46.1, 1.845],
  [77, 121, 52.4, 1.967],
  [82, 128, 59.2, 2.091],
  [87, 136, 66.4, 2.215],
  [92, 143, 74, 2.34],
  [97, 151, 82, 2.461],
  [106, 166, 99.2, 2.707],
  [116, 180, 118.6, 2.968],
] as const;

/** Rise by span (in), area (ft²) and hydraulic radius (ft) of catalogue arches by code: those that are known here. */
const arches = new Map<number, readonly [number, number, number, number]>([
  [1, [11, 18, 1.1, 0.25]],
  [2, [13.5, 22, 1.65, 0.3]],
  [3, [15.5, 26, 2.2, 0.36]],
  [4, [18, 28.5, 2.8, 0.45]],
  [5, [22.5, 36.25, 4.4, 0.56]],
  [6, [26.625, 43.75, 6.4, 0.68]],
  [58, [81, 123, 55, 2.02]],
]);

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
      return { shape: 'circular', heightM };
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
      return { shape: 'egg', heightM };
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
    case 'VERT_ELLIPSE': {
      if (widthM > 0 && value(3) === 0)
        return { shape: 'ellipse', heightM, widthM, areaM2: undefined, radiusM: undefined };
      const size = ellipses[Math.floor(value(3) || value(1)) - 1];
      if (!size)
        throw file.error(
          row,
          `${row.tokens[0] ?? ''} names the standard ellipse ${value(1)}, expected 1 to ${ellipses.length}.`,
        );
      return catalogued('ellipse', size, shape === 'VERT_ELLIPSE');
    }
    case 'ARCH': {
      if (widthM > 0 && value(3) === 0)
        return { shape: 'arch', heightM, widthM, areaM2: undefined, radiusM: undefined };
      const size = arches.get(Math.floor(value(3) || value(1)));
      if (!size)
        throw file.error(
          row,
          `${row.tokens[0] ?? ''} names the standard arch ${value(1)}, whose measures are not known here: give height and width.`,
        );
      return catalogued('arch', size, false);
    }
    default:
      throw file.error(
        row,
        `${row.tokens[0] ?? ''} has the cross section ${shape}, which is not known.`,
      );
  }
}

function catalogued(
  shape: 'ellipse' | 'arch',
  [minor, major, area, radius]: readonly [number, number, number, number],
  isUpright: boolean,
): Section {
  const [heightM, widthM] = isUpright ? [major, minor] : [minor, major];
  return {
    ...{ shape, heightM: heightM * INCH, widthM: widthM * INCH },
    ...{ areaM2: area * SQUARE_FOOT, radiusM: radius * 0.3048 },
  };
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
