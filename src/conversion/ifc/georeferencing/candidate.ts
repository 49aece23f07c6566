// One way to read where a model stands, with what is needed to weigh it against others.

import { type GeoreferencingReading, toModelPlacement } from '#contract/bim-model.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { standOf } from '#model/model-moves.ts';
import { type Geodetic, toEcef } from '#model/position.ts';
import type { Text } from '#model/text.ts';
import type { Grid } from './grid.ts';
import { minus, type PointM } from './model-origin.ts';
import { type GridPlacement, placeOnGrid, type ToMap } from './place-on-grid.ts';
import { say, toDegreeText, toNumberText } from './words.ts';

export interface Candidate {
  readonly reading: GeoreferencingReading;
  /** What it rests on, to speak of it: `IfcMapConversion #2`. */
  readonly label: Text;
  /** The point of the file that it is sure about, where it can't be of all: a site without true north. */
  readonly surePoint?: PointM;
  /** The file says nothing of its height, which is no difference then. */
  readonly isHeightAssumed: boolean;
  /** How far off it may be and still be right, m. */
  readonly precisionM: number;
  /** False where it leads out of the area of its reference system. */
  readonly isInArea: boolean;
}

/** What all readings of a file share. */
export interface Subject {
  /** Of the model's frame in the file's coordinates, m. */
  readonly origin: PointM;
  /** Of the geometry, in the file's coordinates, m. */
  readonly middle: PointM;
}

export function createCandidate(
  reading: GeoreferencingReading,
  weight: Pick<Candidate, 'label'> &
    Partial<Pick<Candidate, 'precisionM' | 'isInArea' | 'surePoint' | 'isHeightAssumed'>>,
): Candidate {
  return { precisionM: 0, isInArea: true, isHeightAssumed: false, ...weight, reading };
}

/** A candidate whose coordinates are on a map. */
export function createMapCandidate(
  subject: Subject,
  grid: Grid,
  toMap: ToMap,
  of: {
    readonly source: GeoreferencingReading['source'];
    readonly label: Text;
    readonly isInArea: boolean;
    readonly steps: readonly Text[];
  },
): Candidate {
  const placed = placeOnGrid(grid, toMap, subject.origin);
  const { crs } = grid;
  const steps = [
    ...of.steps,
    ...describeOrigin(subject.origin),
    ...describeHeight(crs, placed),
    ...describeGrid(placed),
  ];
  const reading = {
    source: of.source,
    placement: placed.placement,
    crs: crs.horizontal.code,
    verticalCrs: crs.vertical.code,
    steps,
  };
  return createCandidate(reading, { label: of.label, isInArea: of.isInArea });
}

/** Said where the model's frame doesn't begin at the file's zero. */
export function describeOrigin(origin: PointM): Text[] {
  if (origin.every((value) => value === 0)) return [];
  const [x, y, z] = origin.map((value) => toNumberText(value, 0));
  return [
    say(
      `The geometry lies far from the file’s zero; the model’s origin is the point ${x}, ${y}, ${z} m of it.`,
      `几何远离文件原点；模型原点取文件坐标 ${x}, ${y}, ${z} m 处。`,
    ),
  ];
}

function describeHeight(
  { vertical, verticalIsAssumed }: CompoundCrs,
  placed: GridPlacement,
): Text[] {
  const ellipsoidal = toNumberText(placed.placement.heightM, 2);
  if (vertical.surface === 'ellipsoid') {
    return [
      say(
        `Heights count from the ellipsoid: the origin is at ${ellipsoidal} m.`,
        `高程自椭球面起算：原点大地高 ${ellipsoidal} m。`,
      ),
    ];
  }
  const undulation = toNumberText(placed.undulationM, 2);
  const name = `${vertical.name}, ${vertical.code}`;
  const assumedEn = verticalIsAssumed ? ', usual there as the file names none' : '';
  const assumedZh = verticalIsAssumed ? '，文件未注明，取当地惯用' : '';
  return [
    say(
      `Heights count from mean sea level (${name}${assumedEn}); it lies ${undulation} m from the ellipsoid (EGM96), so the origin is at ${ellipsoidal} m above the ellipsoid.`,
      `高程自平均海平面起算（${name}${assumedZh}）；该处高出椭球面 ${undulation} m（EGM96），故原点大地高 ${ellipsoidal} m。`,
    ),
  ];
}

function describeGrid({ placement, convergenceDeg, gridScale }: GridPlacement): Text[] {
  const turn = toDegreeText(Math.abs(convergenceDeg), 4);
  const [sideEn, sideZh] = convergenceDeg >= 0 ? ['east', '偏东'] : ['west', '偏西'];
  const rotation = toDegreeText(placement.rotationDeg, 4);
  return [
    say(
      `Here grid north is ${turn} ${sideEn} of true north and a metre on the ground is ${gridScale.toFixed(6)} m on the map: the x axis points ${rotation} from true east, the scale is ${placement.scale.toFixed(6)}.`,
      `此处格网北较真北${sideZh} ${turn}，地面 1 m 合图上 ${gridScale.toFixed(6)} m：x 轴自真东逆时针 ${rotation}，比例 ${placement.scale.toFixed(6)}。`,
    ),
  ];
}

/** How far apart two readings put the same point: the middle of the geometry, or one that both are sure about. */
export function apartM(a: Candidate, b: Candidate, { origin, middle }: Subject): number {
  const point = minus(a.surePoint ?? b.surePoint ?? middle, origin);
  const standing = ({ reading }: Candidate): Geodetic =>
    standOf(toModelPlacement(reading.placement), point);
  const [here, there] = [standing(a), standing(b)];
  const isLevel = a.isHeightAssumed || b.isHeightAssumed;
  const from = toEcef(here);
  const to = toEcef(isLevel ? { ...there, height: here.height } : there);
  return Math.hypot(from.x - to.x, from.y - to.y, from.z - to.z);
}
