// Pipes and cables as straight pieces. A point of the axis is left out where that moves it by less than 1 cm.

import { type LinkTable, linkKinds, pipeRoles, pipeShapes } from '#model/pipe-network.ts';
import {
  ASPECT_PARTS,
  pieceField,
  pieceStyle,
  STYLE_ASPECT,
  STYLE_SURFACE,
  surfaces,
} from '../../contract/shapes.ts';
import type { PlacedNetwork } from '../index-space.ts';
import { simplifyLine } from './simplify-line.ts';
import { surfaceOf } from './surface-of.ts';
import { LONGEST_PIECE_M, placeM, type TileGrid } from './tile-grid.ts';

/** How far a drawn axis may lie from the one in the tables, m. */
export const AXIS_TOLERANCE_M = 0.01;
/** Outer radius of what has no diameter in its register, m. */
const UNKNOWN_RADIUS_M = 0.05;
/** Devices joined by less than this are things alone. */
const LEAST_DEVICE_M = 0.3;

const PIPE = linkKinds.indexOf('pipe');
const SERVICE = pipeRoles.indexOf('service');
const BOX = pipeShapes.indexOf('box');
const CABLE = surfaces.indexOf('cable');
/** Position in `heightSources` from which on the depth is a guess: by cover or by default. */
const FIRST_UNCERTAIN = 2;

/** Half the outer height of each link, m. */
export function outerRadiusM({ innerM, wallM }: LinkTable, row: number): number {
  const inner = innerM[row]!;
  if (!(inner > 0)) return UNKNOWN_RADIUS_M;
  const wall = wallM[row]!;
  return Number.isNaN(wall) ? inner / 2 : inner / 2 + wall;
}

export function addPieces(grid: TileGrid, { base, network }: PlacedNetwork): void {
  const { links, utility } = network;
  const isCabled = utility === 'power' || utility === 'telecom';
  const surfaceByMaterial = links.materials.map(surfaceOf);
  let xyz = new Float64Array(3 * 256);
  let degrees = new Float64Array(3 * 256);
  let keeps = new Uint8Array(256);
  for (let row = 0; row < links.ids.length; row++) {
    const first = links.lineStart[row]!;
    const count = links.lineStart[row + 1]! - first;
    if (count > keeps.length) {
      xyz = new Float64Array(6 * count);
      degrees = new Float64Array(6 * count);
      keeps = new Uint8Array(2 * count);
    }
    const points = readPoints(links.line, first, count, degrees, xyz);
    if (links.kind[row] !== PIPE && !isLonger(xyz, points, LEAST_DEVICE_M)) continue;
    simplifyLine(xyz, points, AXIS_TOLERANCE_M, keeps);
    const surface = surfaceByMaterial[links.material[row]!] ?? 0;
    const link = {
      index: base.base + row,
      radiusM: outerRadiusM(links, row),
      style: styleOf(links, row, isCabled ? CABLE : surface),
      isService: links.role[row] === SERVICE,
    };
    addLine(grid, link, degrees, xyz, keeps, points);
  }
}

/** Points that are somewhere; how many. */
function readPoints(
  line: Float64Array,
  first: number,
  count: number,
  degrees: Float64Array,
  xyz: Float64Array,
): number {
  let points = 0;
  for (let point = first; point < first + count; point++) {
    const [longitude, latitude] = [line[3 * point]!, line[3 * point + 1]!];
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) continue;
    const height = line[3 * point + 2]!;
    degrees[3 * points] = longitude;
    degrees[3 * points + 1] = latitude;
    degrees[3 * points + 2] = Number.isFinite(height) ? height : 0;
    placeM(longitude, latitude, height, xyz, 3 * points);
    points++;
  }
  return points;
}

const isLonger = (xyz: Float64Array, points: number, leastM: number) =>
  points > 1 && distanceM(xyz, 0, 3 * (points - 1)) > leastM;

const distanceM = (xyz: Float64Array, a: number, b: number) =>
  Math.hypot(xyz[b]! - xyz[a]!, xyz[b + 1]! - xyz[a + 1]!, xyz[b + 2]! - xyz[a + 2]!);

function styleOf(links: LinkTable, row: number, surface: number): number {
  const height = links.innerM[row]!;
  const width = links.widthM[row]!;
  const aspect = links.shape[row] !== 0 && height > 0 && width > 0 ? width / height : 1;
  const parts = Math.min(255, Math.max(1, Math.round(aspect * ASPECT_PARTS)));
  return (
    (links.heightSource[row]! >= FIRST_UNCERTAIN ? pieceStyle.uncertain : 0) +
    (links.shape[row] === BOX ? pieceStyle.box : 0) +
    (links.role[row] === SERVICE ? pieceStyle.service : 0) +
    (surface === CABLE ? pieceStyle.cable : 0) +
    surface * STYLE_SURFACE +
    parts * STYLE_ASPECT
  );
}

interface DrawnLink {
  readonly index: number;
  readonly radiusM: number;
  readonly style: number;
  readonly isService: boolean;
}

function addLine(
  grid: TileGrid,
  link: DrawnLink,
  degrees: Float64Array,
  xyz: Float64Array,
  keeps: Uint8Array,
  points: number,
): void {
  let from = 0;
  let alongM = 0;
  for (let to = 1; to < points; to++) {
    if (keeps[to] === 0) continue;
    const lengthM = distanceM(xyz, 3 * from, 3 * to);
    const parts = Math.max(1, Math.ceil(lengthM / LONGEST_PIECE_M));
    if (lengthM > 0) {
      for (let part = 0; part < parts; part++) {
        addPiece(grid, link, degrees, xyz, 3 * from, 3 * to, part / parts, (part + 1) / parts, {
          alongM,
          lengthM,
        });
      }
    }
    alongM += lengthM;
    from = to;
  }
}

function addPiece(
  grid: TileGrid,
  { index, radiusM, style, isService }: DrawnLink,
  degrees: Float64Array,
  xyz: Float64Array,
  a: number,
  b: number,
  begin: number,
  end: number,
  { alongM, lengthM }: { readonly alongM: number; readonly lengthM: number },
): void {
  const middle = (begin + end) / 2;
  const between = (from: number, to: number, share: number) => from + (to - from) * share;
  const cell = grid.cellAt(
    between(degrees[a]!, degrees[b]!, middle),
    between(degrees[a + 1]!, degrees[b + 1]!, middle),
    degrees[a + 2]!,
  );
  const rows = isService ? cell.services : cell.mains;
  const at = rows.add();
  const { floats } = rows;
  for (const [share, field] of [
    [begin, pieceField.start],
    [end, pieceField.end],
  ] as const) {
    cell.write(
      floats,
      at + field,
      between(xyz[a]!, xyz[b]!, share),
      between(xyz[a + 1]!, xyz[b + 1]!, share),
      between(xyz[a + 2]!, xyz[b + 2]!, share),
      radiusM,
    );
  }
  floats[at + pieceField.radius] = radiusM;
  floats[at + pieceField.index] = index;
  floats[at + pieceField.along] = alongM + begin * lengthM;
  floats[at + pieceField.style] = style;
}
