import type { GeoTIFFImage } from 'geotiff';
import { InputError } from '#model/input-error.ts';

/** Where a raster lies in its CRS; x counts east. */
export interface Placement {
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
  readonly width: number;
  readonly height: number;
  /** The first row is the southernmost. */
  readonly isSouthUp: boolean;
}

/** Reads tie point and pixel scale, or the model transformation, of a north-up (or south-up) GeoTIFF. */
export async function readPlacement(image: GeoTIFFImage, file: string): Promise<Placement> {
  const directory = image.getFileDirectory();
  const width = image.getWidth();
  const height = image.getHeight();
  const [scale, matrix] = [
    directory.hasTag('ModelPixelScale') ? await directory.loadValue('ModelPixelScale') : undefined,
    directory.hasTag('ModelTransformation')
      ? await directory.loadValue('ModelTransformation')
      : undefined,
  ];
  const [tie] = await image.getTiePoints();
  let stepX: number;
  let stepY: number;
  let originX: number;
  let originY: number;
  if (scale && tie) {
    stepX = Number(scale[0]);
    stepY = -Number(scale[1]);
    originX = tie.x - tie.i * stepX;
    originY = tie.y - tie.j * stepY;
  } else if (matrix) {
    if (Number(matrix[1]) !== 0 || Number(matrix[4]) !== 0) {
      throw new InputError(
        { file },
        'the raster is rotated; expected rows that run from west to east.',
      );
    }
    stepX = Number(matrix[0]);
    stepY = Number(matrix[5]);
    originX = Number(matrix[3]);
    originY = Number(matrix[7]);
  } else {
    throw new InputError(
      { file },
      'the TIFF has no place on Earth (neither tie point and pixel scale nor a transformation); expected a GeoTIFF.',
    );
  }
  if (!(stepX > 0) || !Number.isFinite(stepY) || stepY === 0) {
    throw new InputError({ file }, `a pixel is ${stepX} × ${stepY}; expected a size above 0.`);
  }
  // Registered to points, the origin is the centre of the first pixel.
  const shift = image.getGeoKeys()?.GTRasterTypeGeoKey === 2 ? 0.5 : 0;
  const edgeY = originY - shift * stepY;
  const isSouthUp = stepY > 0;
  const north = isSouthUp ? edgeY + stepY * height : edgeY;
  const west = originX - shift * stepX;
  return { west, north, cellX: stepX, cellY: Math.abs(stepY), width, height, isSouthUp };
}
