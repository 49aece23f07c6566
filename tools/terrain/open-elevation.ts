import { basename } from 'node:path';
import { sizeM, unite } from '#conversion/terrain/box.ts';
import { createSurvey } from '#conversion/terrain/elevation.ts';
import { type ElevationGrid, elevationRange, mergeElevation } from '#model/elevation-grid.ts';
import { createGeoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';
import { loadGeoidGrid } from '../ingest/geoid-file.ts';
import type { Elevation, OpenElevationOptions } from './index.ts';
import { readElevation } from './read-elevation.ts';

/** 100 million heights in all, 400 MB; beyond it each file is averaged to its share. */
const LIMIT_CELLS = 100e6;

/**
 * Opens elevation models and puts them together. Throws InputError with one sentence where a file is malformed,
 * names no CRS that is known, or holds no height.
 */
export async function openElevation(
  files: readonly string[],
  options: OpenElevationOptions = {},
): Promise<Elevation> {
  const grids: ElevationGrid[] = [];
  const report: string[] = [];
  for (const path of files) {
    const grid = await readElevation(path, {
      ...(options.crs && { crs: options.crs }),
      ...(options.signal && { signal: options.signal }),
      limitCells: Math.floor(LIMIT_CELLS / files.length),
    });
    const range = elevationRange(grid);
    if (!range)
      throw new InputError({ file: basename(path) }, 'no cell of the raster has a height.');
    grids.push(grid);
    report.push(describe(basename(path), grid, range));
    options.onProgress?.(grids.length, files.length);
  }
  const [first] = grids;
  if (!first) throw new RangeError('openElevation got no files.');
  const merged = mergeElevation(grids);
  const used = merged ? [merged] : grids;
  const survey = createSurvey(used, createGeoid(await loadGeoidGrid()));
  const [west, south, east, north] = unite(survey.boxes).map((angle) => toDegrees(radians(angle)));
  return {
    boundsDeg: [west ?? 0, south ?? 0, east ?? 0, north ?? 0],
    crs: first.crs,
    heightAt: (longitude, latitude) => {
      const height = survey.heightAt(longitude, latitude);
      return Number.isNaN(height) ? undefined : height;
    },
    report,
    surveyed: grids.map(({ surveyed }) => surveyed),
    grids: used,
    survey,
  };
}

function describe(file: string, grid: ElevationGrid, [least, greatest]: [number, number]): string {
  const { width, height, cellX, cellY, crs } = grid;
  const unit = crs.horizontal.kind === 'geographic' ? '°' : '';
  const known = grid.heightsM.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const holes = 100 - (100 * known) / (width * height);
  const [wide, high] = sizeM(createSurvey([grid], () => 0).boxes[0] ?? [0, 0, 0, 0]);
  return [
    `${file}: ${width} × ${height} cells of ${toFigure(cellX)}${unit} × ${toFigure(cellY)}${unit}`,
    `${(wide / 1000).toFixed(1)} × ${(high / 1000).toFixed(1)} km`,
    `${crs.horizontal.code} ${crs.horizontal.name}`,
    `${crs.vertical.name}${crs.verticalIsAssumed ? ' (assumed)' : ''}`,
    `${least.toFixed(2)} to ${greatest.toFixed(2)} m`,
    `${holes.toFixed(1)} % without height`,
    grid.surveyed === undefined ? 'survey date not given' : `surveyed ${grid.surveyed}`,
  ].join(', ');
}

const toFigure = (value: number) => String(Number(value.toPrecision(6)));
