// Numbers of a plan, m: x along the front, y into the depth, z up.

export type XY = readonly [number, number];
export type XYZ = readonly [number, number, number];

export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const rect = (x0: number, y0: number, x1: number, y1: number): Rect => ({ x0, y0, x1, y1 });

export const cornersOf = ({ x0, y0, x1, y1 }: Rect): XY[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** Positive where the corners run counter-clockwise. */
export const areaOf = (corners: readonly XY[]): number =>
  corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

export const perimeterOf = (corners: readonly XY[]): number =>
  corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!;
    return sum + Math.hypot(nextX - x, nextY - y);
  }, 0);
