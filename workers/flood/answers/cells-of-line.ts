// Where a drawn line crosses the faces between cells: what a flow through it is summed over. Grid coordinates in cells,
// x east, y south.

export interface FaceCrossing {
  /** The two cells beside the face (row-major), west and east or north and south of it. */
  readonly first: number;
  readonly second: number;
  readonly axis: 'x' | 'y';
  /** +1 where flow east (axis x) or north (axis y) goes through the line from its right to its left. */
  readonly sign: 1 | -1;
}

type Point = readonly [x: number, y: number];

/**
 * The line as steps along cells' edges, so that all that passes between the cells on its two sides is counted once.
 * Positive from the right of the line, as drawn, to its left. Parts outside the grid count nothing.
 */
export function facesOfLine(
  line: readonly Point[],
  width: number,
  height: number,
): readonly FaceCrossing[] {
  const corners = cornersOf(line);
  const faces: FaceCrossing[] = [];
  for (let at = 1; at < corners.length; at++) {
    const [x0, y0] = corners[at - 1]!;
    const [x1, y1] = corners[at]!;
    const face = y0 === y1 ? alongRow(x0, x1, y0) : alongColumn(y0, y1, x0);
    if (face) faces.push(face);
  }
  return faces;

  /** Eastward along an edge, left is north. */
  function alongRow(x0: number, x1: number, y: number): FaceCrossing | undefined {
    const x = Math.min(x0, x1);
    if (x < 0 || x >= width || y <= 0 || y >= height) return undefined;
    const first = (y - 1) * width + x;
    return { first, second: first + width, axis: 'y', sign: x1 > x0 ? 1 : -1 };
  }

  /** Northward along an edge, left is west. */
  function alongColumn(y0: number, y1: number, x: number): FaceCrossing | undefined {
    const y = Math.min(y0, y1);
    if (y < 0 || y >= height || x <= 0 || x >= width) return undefined;
    const second = y * width + x;
    return { first: second - 1, second, axis: 'x', sign: y1 < y0 ? -1 : 1 };
  }
}

/** Corners of cells, each one edge from the one before: the nearest staircase to the line. */
function cornersOf(line: readonly Point[]): Point[] {
  const corners: Point[] = [];
  const put = (x: number, y: number) => {
    const last = corners.at(-1);
    if (last?.[0] !== x || last[1] !== y) corners.push([x, y]);
  };
  for (let at = 1; at < line.length; at++) {
    const [ax, ay] = line[at - 1]!;
    const [bx, by] = line[at]!;
    let x = Math.round(ax);
    let y = Math.round(ay);
    const endX = Math.round(bx);
    const endY = Math.round(by);
    put(x, y);
    while (x !== endX || y !== endY) {
      const stepX = Math.sign(endX - x);
      const stepY = Math.sign(endY - y);
      const overX = stepX === 0 ? Number.POSITIVE_INFINITY : distance(x + stepX, y);
      const overY = stepY === 0 ? Number.POSITIVE_INFINITY : distance(x, y + stepY);
      if (overX <= overY) x += stepX;
      else y += stepY;
      put(x, y);
    }

    function distance(px: number, py: number): number {
      const dx = bx - ax;
      const dy = by - ay;
      return Math.abs((px - ax) * dy - (py - ay) * dx);
    }
  }
  return corners;
}
