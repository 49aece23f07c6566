import type { Georeferencing } from '#contract/bim-model.ts';
import { startEngine } from '#conversion/ifc/engine.ts';
import { readGeometry } from '#conversion/ifc/geometry/read-geometry.ts';
import { chooseOrigin, type PointM } from '#conversion/ifc/georeferencing/model-origin.ts';
import { readGeoreferencing } from '#conversion/ifc/georeferencing/read-georeferencing.ts';
import { closeIfc, openIfc } from '#conversion/ifc/open.ts';
import type { Geoid } from '#model/geoid.ts';

export interface ReadIfcPlace {
  readonly file: string;
  readonly schema: string;
  readonly lengthUnitM: number;
  /** Of the IFC file itself, unpacked where it came in a zip. */
  readonly bytes: Uint8Array;
  /** Of the model's frame in the file's coordinates, m. */
  readonly originM: PointM;
  /** Size of its box, m. */
  readonly sizeM: PointM;
  readonly georeferencing: Georeferencing;
}

/** Throws `InputError` for what is no IFC file. */
export async function readIfcPlace(
  bytes: Uint8Array,
  name: string,
  options: { readonly geoid: Geoid; readonly crs?: string | undefined },
): Promise<ReadIfcPlace> {
  const engine = await startEngine();
  const opened = openIfc(engine, bytes, name);
  const { boundsM } = await readGeometry(opened);
  const georeferencing = readGeoreferencing(opened, boundsM, options);
  const [least, greatest] = boundsM;
  const { file, schema, lengthUnitM } = opened;
  closeIfc(engine, opened);
  return {
    file,
    schema,
    lengthUnitM,
    bytes: opened.bytes,
    originM: chooseOrigin(boundsM),
    sizeM: [greatest[0] - least[0], greatest[1] - least[1], greatest[2] - least[2]],
    georeferencing,
  };
}
