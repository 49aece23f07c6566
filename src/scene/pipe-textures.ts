// The textures of pipes: state by index, ramp, profiles of things.

import {
  PixelDatatype,
  PixelFormat,
  Sampler,
  type Scene,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
} from 'cesium';
import { contextOf } from './cesium-inside.ts';
import { TABLE_WIDTH } from './feature-shader.ts';
import { TABLE_BYTES } from './pipe-format.ts';

const RAMP_COLOURS = 256;

/** Texels by position in rows of `width`, of bytes or floats. */
export function texelTexture(
  scene: Scene,
  width: number,
  height: number,
  texels: Uint8Array | Float32Array,
): Texture {
  return new Texture({
    context: contextOf(scene),
    width,
    height,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype:
      texels instanceof Float32Array ? PixelDatatype.FLOAT : PixelDatatype.UNSIGNED_BYTE,
    flipY: false,
    sampler: new Sampler({
      minificationFilter: TextureMinificationFilter.NEAREST,
      magnificationFilter: TextureMagnificationFilter.NEAREST,
    }),
    source: { width, height, arrayBufferView: texels },
  });
}

export const rampTexture = (scene: Scene, ramp: Uint8Array) =>
  texelTexture(scene, RAMP_COLOURS, 1, ramp);

/** The state of `count` indices on the graphics card. */
export class StateTexture {
  readonly count: number;
  readonly texture: Texture;

  constructor(scene: Scene, count: number, bytes: Uint8Array) {
    this.count = count;
    const rows = Math.max(1, Math.ceil(count / TABLE_WIDTH));
    const whole = new Uint8Array(rows * TABLE_WIDTH * TABLE_BYTES);
    whole.set(bytes);
    this.texture = texelTexture(scene, TABLE_WIDTH, rows, whole);
  }

  /** Whole rows at once, then what is left of the last: nothing is copied on the way. */
  set(bytes: Uint8Array): void {
    if (bytes.length !== this.count * TABLE_BYTES) {
      throw new Error(
        `The table of the pipes has ${bytes.length} bytes; expected ${this.count * TABLE_BYTES}.`,
      );
    }
    const rows = Math.floor(this.count / TABLE_WIDTH);
    const rest = this.count - rows * TABLE_WIDTH;
    const end = rows * TABLE_WIDTH * TABLE_BYTES;
    if (rows > 0) {
      const source = {
        width: TABLE_WIDTH,
        height: rows,
        arrayBufferView: bytes.subarray(0, end),
      };
      this.texture.copyFrom({ source });
    }
    if (rest > 0) {
      const source = { width: rest, height: 1, arrayBufferView: bytes.subarray(end) };
      this.texture.copyFrom({ yOffset: rows, source });
    }
  }

  destroy(): void {
    this.texture.destroy();
  }
}
