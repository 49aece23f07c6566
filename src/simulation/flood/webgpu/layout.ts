// How cells lie on the card: one vec4 a cell in a raster with a closed ring, filled up to whole tiles of 16 × 16, so
// that no kernel asks whether a neighbour is there. SI.

export const TILE = 16;

/** Words of `Control` in shaders/parts.ts. */
export const control = {
  SPEED: 0,
  BROKEN: 1,
  GO: 2,
  STEPS: 3,
  LEFT_WHOLE: 4,
  LEFT_PART: 5,
  STEP_S: 6,
  WAITED_S: 7,
  RAIN_S: 8,
  SHORT_S: 9,
  PARITY: 10,
  WORDS: 12,
} as const;

export const PARAMS_WORDS = 16;

/** No cell is broken. */
export const NONE = 0xffffffff;

export interface Shape {
  readonly width: number;
  readonly height: number;
  /** Of the raster on the card. */
  readonly pitch: number;
  readonly rows: number;
  readonly size: number;
  readonly tilesX: number;
  readonly tilesY: number;
  readonly tiles: number;
}

export function toShape(width: number, height: number): Shape {
  const tilesX = Math.ceil((width + 2) / TILE);
  const tilesY = Math.ceil((height + 2) / TILE);
  const [pitch, rows] = [tilesX * TILE, tilesY * TILE];
  return {
    ...{ width, height, pitch, rows, size: pitch * rows },
    ...{ tilesX, tilesY, tiles: tilesX * tilesY },
  };
}

export const placeOf = ({ width, pitch }: Shape, cell: number): number =>
  (Math.floor(cell / width) + 1) * pitch + (cell % width) + 1;

/** Row-major cell of a place inside the ring. */
export const cellAt = ({ width, pitch }: Shape, place: number): number =>
  (Math.floor(place / pitch) - 1) * width + (place % pitch) - 1;

export const tileOf = ({ pitch, tilesX }: Shape, place: number): number =>
  Math.floor(Math.floor(place / pitch) / TILE) * tilesX + Math.floor((place % pitch) / TILE);
