// Half width of closed sewer shapes by height: the geometry from which area, width and hydraulic radius are
// integrated. Unit: full height is 1. Standard shapes after ATV-DVWK-A 110 and Metcalf & Eddy (1914).

import type { Section } from './section.ts';

/** Width of the section at a share of its height, by full height. */
export type Outline = (share: number) => number;

const chord = (radius: number, fromCentre: number) =>
  2 * Math.sqrt(Math.max(0, radius * radius - fromCentre * fromCentre));

/** Shapes that are an outline; undefined for those that have formulas or points of their own. */
export function outlineOf(section: Section): Outline | undefined {
  switch (section.shape) {
    case 'circular':
      return (y) => chord(0.5, y - 0.5);
    case 'ellipse':
      return (y) => (section.widthM / section.heightM) * chord(0.5, y - 0.5);
    case 'egg':
      return egg;
    case 'arch':
      return arch(section.widthM / section.heightM);
    case 'filled-circular': {
      const full = section.heightM + section.fillM;
      return (y) =>
        chord(full / 2, section.fillM + y * section.heightM - full / 2) / section.heightM;
    }
    case 'semi-circular':
      return (y) => chord(1, y);
    case 'semi-elliptical':
      return (y) => chord(0.5, Math.max(0, y - 0.1) / 1.8) * 0.84;
    case 'horseshoe':
      return (y) =>
        y >= 0.5
          ? chord(0.5, y - 0.5)
          : Math.min(1, chord(1, 1 - y), 2 * (Math.sqrt(Math.max(0, 1 - (0.5 - y) ** 2)) - 0.5));
    case 'basket-handle':
      return (y) =>
        y < 0.5 ? 0.944 * Math.min(1, Math.sqrt(y / 0.1)) : 0.944 * chord(0.5, y - 0.5);
    case 'gothic':
      return (y) =>
        0.84 *
        (y < 0.42
          ? chord(0.5, 0.5 - y / 0.84)
          : Math.min(1, 2 * (Math.sqrt(Math.max(0, 1 - ((y - 0.42) / 0.67) ** 2)) - 0.5)));
    case 'catenary':
      return (y) => 0.9 * Math.sqrt(Math.max(0, 1 - y ** 2)) ** 0.9;
    case 'modified-basket': {
      const { heightM, widthM, topRadiusM } = section;
      const radius = Math.max(topRadiusM, widthM / 2) / heightM;
      const side = 1 - (radius - Math.sqrt(radius ** 2 - (widthM / heightM / 2) ** 2));
      return (y) => (y <= side ? widthM / heightM : chord(radius, y - (1 - radius)));
    }
    case 'rect-triangle': {
      const share = section.bottomM / section.heightM;
      const width = section.widthM / section.heightM;
      return (y) => (y < share ? (width * y) / share : width);
    }
    case 'rect-round': {
      const radius = section.bottomRadiusM / section.heightM;
      const width = section.widthM / section.heightM;
      const depth = radius - Math.sqrt(Math.max(0, radius ** 2 - (width / 2) ** 2));
      return (y) => (y < depth ? chord(radius, radius - y) : width);
    }
    case 'custom':
      return byPoints(section.share, section.width);
    case 'power':
      return (y) => (section.widthM / section.heightM) * y ** section.exponent;
    default:
      return undefined;
  }
}

/** Standard egg 2:3: radii by half width r are 1 above, 3 at the sides, ½ below; full height is 3 r. */
const egg: Outline = (y) => {
  const r = 1 / 3;
  const fromTop = y - 2 * r;
  if (fromTop >= 0) return chord(r, fromTop);
  // The side arc (centre 2 r beyond the axis, at the level of the upper centre) meets the lower circle at 0.2 r.
  if (y < 0.2 * r) return chord(r / 2, r / 2 - y);
  return 2 * (Math.sqrt((3 * r) ** 2 - fromTop ** 2) - 2 * r);
};

/** Pipe arch: a half ellipse over the widest level, at 0.35 of the rise, and a flat, rounded bottom below it. */
const arch =
  (widthByHeight: number): Outline =>
  (y) =>
    widthByHeight *
    (y >= 0.35
      ? Math.sqrt(Math.max(0, 1 - ((y - 0.35) / 0.65) ** 2))
      : Math.max(0, 1 - ((0.35 - y) / 0.35) ** 3.2) ** (1 / 3.2));

function byPoints(share: readonly number[], width: readonly number[]): Outline {
  return (y) => {
    let k = 1;
    while (k < share.length - 1 && (share[k] ?? 1) < y) k++;
    const [y0 = 0, y1 = 1, w0 = 0, w1 = 0] = [share[k - 1], share[k], width[k - 1], width[k]];
    return y1 > y0 ? w0 + ((w1 - w0) * (y - y0)) / (y1 - y0) : w1;
  };
}
