// Crests of levees, quays and walls on the faces between cells (m). A line becomes a path along the corners of the
// cells without a gap, so no water passes it at any cell size: cells give water to the four beside them only.

export interface FaceCrests {
  readonly width: number;
  readonly height: number;
  /** Level on the west and the north face of each cell; −Infinity: none. */
  readonly westM: Float32Array;
  readonly northM: Float32Array;
}

/** Points of a crest: x, y in grid coordinates and level (m), three numbers each. */
export type CrestLine = Float64Array;

export function createCrests(width: number, height: number): FaceCrests {
  const none = () => new Float32Array(width * height).fill(Number.NEGATIVE_INFINITY);
  return { width, height, westM: none(), northM: none() };
}

/** Raises the faces under a line to its level where the ground beside them is lower; returns how many it raised. */
export function raiseCrest(crests: FaceCrests, zM: Float32Array, line: CrestLine): number {
  let raised = 0;
  for (let at = 0; at + 5 < line.length; at += 3) {
    raised += raiseSegment(crests, zM, line, at);
  }
  return raised;
}

/** From the corner nearest to one point to the corner nearest to the next, one face a step. */
function raiseSegment(crests: FaceCrests, zM: Float32Array, line: CrestLine, at: number): number {
  const [x0, y0, z0] = [line[at]!, line[at + 1]!, line[at + 2]!];
  const [x1, y1, z1] = [line[at + 3]!, line[at + 4]!, line[at + 5]!];
  let column = Math.round(x0);
  let row = Math.round(y0);
  const [lastColumn, lastRow] = [Math.round(x1), Math.round(y1)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  const [stepX, stepY] = [Math.sign(lastColumn - column), Math.sign(lastRow - row)];
  let raised = 0;
  while (column !== lastColumn || row !== lastRow) {
    // Of the two steps that lead there, the one that stays nearer to the line.
    const offAfterX = Math.abs((column + stepX - x0) * dy - (row - y0) * dx);
    const offAfterY = Math.abs((column - x0) * dy - (row + stepY - y0) * dx);
    const goesAlongX = row === lastRow || (column !== lastColumn && offAfterX <= offAfterY);
    const middleX = column + (goesAlongX ? stepX / 2 : 0);
    const middleY = row + (goesAlongX ? 0 : stepY / 2);
    const share = Math.min(
      1,
      Math.max(0, square === 0 ? 0 : ((middleX - x0) * dx + (middleY - y0) * dy) / square),
    );
    const levelM = z0 + (z1 - z0) * share;
    if (goesAlongX) raised += raiseNorth(crests, zM, Math.floor(middleX), row, levelM);
    else raised += raiseWest(crests, zM, column, Math.floor(middleY), levelM);
    if (goesAlongX) column += stepX;
    else row += stepY;
  }
  return raised;
}

/** The face between a cell and the one north of it. */
function raiseNorth(
  { width, height, northM }: FaceCrests,
  zM: Float32Array,
  column: number,
  row: number,
  levelM: number,
): number {
  if (column < 0 || column >= width || row < 1 || row >= height) return 0;
  const cell = row * width + column;
  return raise(northM, cell, Math.max(zM[cell]!, zM[cell - width]!), levelM);
}

/** The face between a cell and the one west of it. */
function raiseWest(
  { width, height, westM }: FaceCrests,
  zM: Float32Array,
  column: number,
  row: number,
  levelM: number,
): number {
  if (column < 1 || column >= width || row < 0 || row >= height) return 0;
  const cell = row * width + column;
  return raise(westM, cell, Math.max(zM[cell]!, zM[cell - 1]!), levelM);
}

/** Ground that is not known lets nothing through anyway. */
function raise(crests: Float32Array, cell: number, groundM: number, levelM: number): number {
  if (!(levelM > groundM) || !(levelM > crests[cell]!)) return 0;
  crests[cell] = levelM;
  return 1;
}

export function hasCrest({ westM, northM }: FaceCrests): boolean {
  const isSet = (level: number) => level > Number.NEGATIVE_INFINITY;
  return westM.some(isSet) || northM.some(isSet);
}
