// Which of the buildings' feet tell the ground: a cellar modelled as a foot, or a foot left at 0, is no ground.

/** Where buildings stand: longitude, latitude (rad) and ellipsoidal height of the ground (m), one each. */
export interface Footings {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly groundsM: Float64Array;
}

const EARTH_M = 6378137;
const CELL_M = 60;
const LEAST_NEIGHBOURS = 6;
const WIDEST_RING = 8;
/** What a foot may always differ from its neighbours' median, m: a storey. */
const TOLERANCE_M = 3;
/** Beyond that, how many robust standard deviations of the neighbours (1.4826 MAD); 5 keeps any slope. */
const DEVIATIONS = 5 * 1.4826;
/** The share of its neighbours that makes a foot one of a group. */
const AGREEING = 0.15;

/** Drops feet that aren't numbers or stand out from their neighbours within about 100 m; keeps lone ones. */
export function withoutOutliers(footings: Footings): Footings {
  const { longitudes, latitudes, groundsM } = footings;
  const finite = indicesWhere(groundsM.length, (at) =>
    Number.isFinite(longitudes[at]! + latitudes[at]! + groundsM[at]!),
  );
  const cells = new Map<string, number[]>();
  const cosine = Math.cos(latitudes[finite[0] ?? 0] ?? 0);
  const columnOf = (at: number) => Math.floor((longitudes[at]! * EARTH_M * cosine) / CELL_M);
  const rowOf = (at: number) => Math.floor((latitudes[at]! * EARTH_M) / CELL_M);
  for (const at of finite) {
    const key = `${columnOf(at)}/${rowOf(at)}`;
    const cell = cells.get(key);
    if (cell) cell.push(groundsM[at]!);
    else cells.set(key, [groundsM[at]!]);
  }
  const kept = finite.filter((at) => {
    const neighbours = findNeighbours(cells, columnOf(at), rowOf(at));
    if (neighbours.length < LEAST_NEIGHBOURS) return true;
    const middle = median(neighbours);
    const spread = median(neighbours.map((ground) => Math.abs(ground - middle)));
    const own = groundsM[at]!;
    if (Math.abs(own - middle) <= Math.max(TOLERANCE_M, DEVIATIONS * spread)) return true;
    // On a bank or a quay the fewer are no outliers: enough of them stand as low.
    const others = neighbours.filter((ground) => Math.abs(ground - own) <= TOLERANCE_M).length - 1;
    return others >= Math.max(2, neighbours.length * AGREEING);
  });
  const pick = (values: Float64Array) => Float64Array.from(kept, (at) => values[at]!);
  return {
    longitudes: pick(longitudes),
    latitudes: pick(latitudes),
    groundsM: pick(groundsM),
  };
}

// Rings of cells until there are enough feet to judge by; at most 240 of them, which are plenty.
function findNeighbours(cells: Map<string, number[]>, column: number, row: number): number[] {
  const found: number[] = [];
  for (let ring = 0; ring <= WIDEST_RING; ring++) {
    for (let y = row - ring; y <= row + ring; y++) {
      const step = Math.abs(y - row) === ring || ring === 0 ? 1 : 2 * ring;
      for (let x = column - ring; x <= column + ring; x += step) {
        found.push(...(cells.get(`${x}/${y}`) ?? []).slice(0, 240));
      }
    }
    if (ring > 0 && found.length >= LEAST_NEIGHBOURS) break;
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function indicesWhere(length: number, test: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < length; at++) if (test(at)) found.push(at);
  return found;
}
