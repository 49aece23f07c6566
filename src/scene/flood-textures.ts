// The textures of a flood: bed, depth, velocity and a map, one texel a cell, written tile by tile.

import {
  PixelDatatype,
  PixelFormat,
  Sampler,
  type Scene,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureWrap,
} from 'cesium';
import { contextOf } from './cesium-inside.ts';
import { FLOOD_TILE, type FloodRaster, tilesAcross } from './flood-format.ts';
import type { FloodMirror } from './flood-mirror.ts';
import { UNKNOWN_M } from './flood-shader.ts';
import { NOISE_SIZE } from './flood-streaks-shader.ts';

/** Cells of a raster that are written before one picture: more take longer than a task may. */
const STRIP_CELLS = 1 << 20;

export class FloodTextures {
  readonly bed: Texture;
  readonly depth: Texture;
  readonly velocity: Texture;
  map: Texture | undefined;
  readonly #strips = new Map<Texture, (() => void)[]>();
  readonly #scene: Scene;
  readonly #width: number;
  readonly #height: number;

  constructor(scene: Scene, raster: FloodRaster) {
    this.#scene = scene;
    this.#width = tilesAcross(raster.width) * FLOOD_TILE;
    this.#height = tilesAcross(raster.height) * FLOOD_TILE;
    this.bed = this.#create(PixelFormat.RED, PixelDatatype.FLOAT);
    this.depth = this.#create(PixelFormat.RG, PixelDatatype.UNSIGNED_BYTE);
    this.velocity = this.#create(PixelFormat.RGBA, PixelDatatype.UNSIGNED_BYTE);
    this.setBed(raster);
  }

  setBed(raster: FloodRaster): void {
    this.#write(this.bed, raster, raster.zM);
  }

  /** Values of a map, row-major like the raster; undefined gives its memory back. */
  setMap(raster: FloodRaster, values: Float32Array | undefined): void {
    if (!values) {
      if (this.map) this.#strips.delete(this.map);
      this.map?.destroy();
      this.map = undefined;
      return;
    }
    const cells = raster.width * raster.height;
    if (values.length !== cells) {
      throw new Error(`A map has ${values.length} values; expected ${cells}.`);
    }
    this.map ??= this.#create(PixelFormat.RED, PixelDatatype.FLOAT);
    this.#write(this.map, raster, values);
  }

  /** Strips that are still to be written. */
  get waiting(): number {
    let count = 0;
    for (const strips of this.#strips.values()) count += strips.length;
    return count;
  }

  /** Writes the next strip, if any: one before each picture. */
  writeStrip(): void {
    for (const [texture, strips] of this.#strips) {
      strips.shift()?.();
      if (strips.length === 0) this.#strips.delete(texture);
      return;
    }
  }

  setTile(mirror: FloodMirror, tile: number): void {
    const row = Math.floor(tile / mirror.columns);
    const place = {
      xOffset: (tile - row * mirror.columns) * FLOOD_TILE,
      yOffset: row * FLOOD_TILE,
    };
    const size = { width: FLOOD_TILE, height: FLOOD_TILE };
    this.depth.copyFrom({
      ...place,
      source: { ...size, arrayBufferView: mirror.depthBytes(tile) },
    });
    this.velocity.copyFrom({
      ...place,
      source: { ...size, arrayBufferView: mirror.velocityBytes(tile) },
    });
  }

  destroy(): void {
    for (const texture of [this.bed, this.depth, this.velocity, this.map]) texture?.destroy();
  }

  #create(pixelFormat: PixelFormat, pixelDatatype: PixelDatatype): Texture {
    return new Texture({
      context: contextOf(this.#scene),
      width: this.#width,
      height: this.#height,
      pixelFormat,
      pixelDatatype,
      flipY: false,
      sampler: new Sampler({
        minificationFilter: TextureMinificationFilter.NEAREST,
        magnificationFilter: TextureMagnificationFilter.NEAREST,
      }),
    });
  }

  /** Queues the strips of a whole raster; what was still to be written into the texture is out of date. */
  #write(texture: Texture, { width, height }: FloodRaster, values: Float32Array): void {
    const rows = Math.max(1, Math.min(height, Math.floor(STRIP_CELLS / width)));
    const strips: (() => void)[] = [];
    for (let row = 0; row < height; row += rows) {
      const count = Math.min(rows, height - row);
      strips.push(() => {
        const arrayBufferView = knownOnly(values.subarray(row * width, (row + count) * width));
        texture.copyFrom({ yOffset: row, source: { width, height: count, arrayBufferView } });
      });
    }
    this.#strips.set(texture, strips);
    this.writeStrip();
  }
}

/** Where a value is not known the shader reads a number that it takes for unknown. */
function knownOnly(values: Float32Array): Float32Array {
  const texels = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    texels[at] = Number.isNaN(value) ? UNKNOWN_M : value;
  }
  return texels;
}

/** Smooth noise that repeats, the same each time. */
export function noiseTexture(scene: Scene): Texture {
  const texels = new Uint8Array(NOISE_SIZE * NOISE_SIZE);
  let seed = 0x2545f491;
  for (let at = 0; at < texels.length; at++) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    texels[at] = seed & 255;
  }
  return new Texture({
    context: contextOf(scene),
    width: NOISE_SIZE,
    height: NOISE_SIZE,
    pixelFormat: PixelFormat.RED,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    flipY: false,
    sampler: new Sampler({
      wrapS: TextureWrap.REPEAT,
      wrapT: TextureWrap.REPEAT,
      minificationFilter: TextureMinificationFilter.LINEAR,
      magnificationFilter: TextureMagnificationFilter.LINEAR,
    }),
    source: { width: NOISE_SIZE, height: NOISE_SIZE, arrayBufferView: texels },
  });
}
