// One member's inputs: flows, rains, levels and breach widths times or plus its draws; ground with a correlated error.
// The error is white noise at the nodes of a lattice, interpolated and scaled to unit variance everywhere. m, m³/s.

import { createRandom } from '#model/random.ts';
import { lengthOf, toPoints } from '../forcing/lines.ts';
import type { ForcingSource, Series, Site, Storm } from '../forcing/parts.ts';
import type { FloodGrid } from '../parts.ts';
import { inverseNormal } from './draw-members.ts';
import type { EnsembleMember, EnsembleWish } from './parts.ts';

/** Water deeper than this at the start is a river or the sea: its bed keeps its level, so that it stays at rest. */
const OPEN_WATER_M = 0.05;

export function perturbSource(source: ForcingSource, member: EnsembleMember, site: Site) {
  switch (source.kind) {
    case 'rain':
      return { ...source, storm: scaleStorm(source.storm, member.inflow) };
    case 'inflow':
    case 'burst':
      return { ...source, flow: mapValues(source.flow, (flow) => flow * member.inflow) };
    case 'stage':
      return { ...source, level: mapValues(source.level, (level) => level + member.levelM) };
    case 'dam-break':
      return source;
    case 'breach': {
      const mostM = lengthOf(toPoints(site, source.line)) * site.grid.cellM;
      return { ...source, widthM: Math.min(mostM, source.widthM * member.breach) };
    }
  }
}

const mapValues = (series: Series, change: (value: number) => number): Series =>
  series.map(([time, value]) => [time, change(value)] as const);

const scaleStorm = (storm: Storm, factor: number): Storm =>
  storm.shape === 'series'
    ? { ...storm, intensity: mapValues(storm.intensity, (value) => value * factor) }
    : { ...storm, depthMm: storm.depthMm * factor };

type GroundError = Pick<EnsembleWish, 'demErrorM' | 'demReachM'>;

/** A grid of its own; crests of walls and levees are surveyed and stay. */
export function perturbGrid(
  grid: FloodGrid,
  member: EnsembleMember,
  { demErrorM, demReachM }: GroundError,
  depthM?: Float32Array,
): FloodGrid {
  const manning = grid.manning.map((n) => n * member.roughness);
  if (!(demErrorM > 0)) return { ...grid, manning };
  const error = correlatedNoise(grid, demReachM / grid.cellM, member.groundSeed);
  const zM = grid.zM.map((level, cell) =>
    (depthM?.[cell] ?? 0) > OPEN_WATER_M ? level : level + demErrorM * (error[cell] ?? 0),
  );
  return { ...grid, manning, zM };
}

/** Standard normal in each cell, correlated over `reach` cells. */
export function correlatedNoise(
  { width, height }: Pick<FloodGrid, 'width' | 'height'>,
  reach: number,
  seed: string,
): Float32Array {
  const step = Math.max(1, reach);
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const random = createRandom(seed);
  const nodes = Float64Array.from({ length: columns * rows }, () => inverseNormal(random.next()));
  const noise = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / step);
    const v = y / step - row;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / step);
      const u = x / step - column;
      const at = row * columns + column;
      const right = at + (column + 1 < columns ? 1 : 0);
      const down = row + 1 < rows ? columns : 0;
      const sum =
        (1 - u) * (1 - v) * nodes[at]! +
        u * (1 - v) * nodes[right]! +
        (1 - u) * v * nodes[at + down]! +
        u * v * nodes[right + down]!;
      const norm = Math.hypot(1 - u, u) * Math.hypot(1 - v, v);
      noise[y * width + x] = sum / norm;
    }
  }
  return noise;
}
