// Where a network goes: what the person says, then what the file says, then the city it comes with.

import { suggestCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import type { ImportedNetwork } from './imported-network.ts';
import type { DrawingPlacement, NetworkPlacement } from './place-network.ts';

export interface PlaceWishes {
  /** Of files that name none. */
  readonly crs?: string | undefined;
  /** Of networks in a plane of their own. */
  readonly drawing?: DrawingPlacement | undefined;
}

/** Throws `InputError` with the code `crs-missing` where a person has to be asked. */
export function choosePlace(
  network: ImportedNetwork,
  { crs, drawing }: PlaceWishes,
  cityCrs?: string,
): NetworkPlacement {
  const { plane, source } = network;
  if (drawing && plane.kind !== 'crs') return { kind: 'drawing', ...drawing };
  if (plane.kind === 'crs') return plane;
  if (plane.kind === 'unknown') {
    const code = crs ?? cityCrs;
    if (code !== undefined) return { kind: 'crs', code };
  }
  const [x = 0, y = 0] = network.nodes[0]?.point ?? [];
  throw new InputError(
    { file: source.file },
    `${suggestCrs(x, y)} Where they are of a drawing, say where its point 0,0 stands: --origin longitude,latitude.`,
    { code: 'crs-missing' },
  );
}
