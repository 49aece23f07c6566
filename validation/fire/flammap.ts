// FlamMap's run over 549 × 613 cells of 30 m near Worcester VT (LANDFIRE 2022), from the shared data: an archive of rasters.

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fromArrayBuffer } from 'geotiff';

const archive = new URL(
  '../../../shared/data/fire/pyretechnics/flammap_landfire.tar.gz',
  import.meta.url,
);

export interface FlamMap {
  readonly count: number;
  readonly fuel: ArrayLike<number>;
  readonly slopePercent: ArrayLike<number>;
  readonly aspectDeg: ArrayLike<number>;
  readonly rateChPerH: ArrayLike<number>;
  readonly flameFt: ArrayLike<number>;
  readonly intensityBtuPerFtPerS: ArrayLike<number>;
  readonly directionRad: ArrayLike<number>;
  /** 1 is a surface fire. */
  readonly fireType: ArrayLike<number>;
}

/** `undefined` where the archive is missing. */
export async function readFlamMap(): Promise<FlamMap | undefined> {
  if (!existsSync(archive)) return undefined;
  const files = untar(gunzipSync(readFileSync(archive)));
  const read = async (name: string): Promise<ArrayLike<number>> => {
    const bytes = [...files].find(([path]) => path.endsWith(name))?.[1];
    if (!bytes) throw new Error(`${name} is not in the archive of FlamMap.`);
    const image = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage();
    const raster = await image.readRasters({ interleave: true });
    return Float64Array.from(raster, Number);
  };
  const fuel = await read('LC22_F40_230.tif');
  return {
    ...{ count: fuel.length, fuel, slopePercent: await read('LC20_SlpP_220.tif') },
    ...{ aspectDeg: await read('LC20_Asp_220.tif'), rateChPerH: await read('ROS_ch_hr.tif') },
    ...{ flameFt: await read('FL_ft.tif'), fireType: await read('fire_type.tif') },
    intensityBtuPerFtPerS: await read('FLI_BTU_ft-s.tif'),
    directionRad: await read('max_spread_direction_radians.tif'),
  };
}

/** Files of a POSIX tar: blocks of 512 bytes, name first, size in octal at 124. */
function untar(bytes: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(from, from + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const prefix = text(at + 345, 155);
    const name = text(at, 100);
    files.set(prefix ? `${prefix}/${name}` : name, bytes.subarray(at + 512, at + 512 + size));
    at += 512 + 512 * Math.ceil(size / 512);
  }
  return files;
}
