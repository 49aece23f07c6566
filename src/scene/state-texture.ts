// The texture of a state table inside a CustomShader: four bytes a feature, written anew without a new texture.

import {
  type CustomShader,
  PixelDatatype,
  PixelFormat,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
} from 'cesium';
import { TABLE_WIDTH } from './feature-shader.ts';

export const STATE_BYTES = 4;

export const stateTexture = (table: Uint8Array, rows: number) =>
  new TextureUniform({
    typedArray: table,
    width: TABLE_WIDTH,
    height: rows,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    minificationFilter: TextureMinificationFilter.NEAREST,
    magnificationFilter: TextureMagnificationFilter.NEAREST,
    repeat: false,
  });

/** What is private in CustomShader and used here; a test fails when an upgrade changes it. */
interface ShaderInside {
  readonly _textureManager: { getTexture(name: string): StateTexture | undefined };
}

interface StateTexture {
  copyFrom(options: {
    readonly yOffset: number;
    readonly source: {
      readonly width: number;
      readonly height: number;
      readonly arrayBufferView: Uint8Array;
    };
  }): void;
}

/** The texture itself, private in Cesium; undefined before the first picture. */
export const stateTextureOf = (shader: CustomShader): StateTexture | undefined =>
  (shader as unknown as ShaderInside)._textureManager.getTexture('u_state');

/**
 * Writes rows of the table into the texture `u_state` on the GPU. A new TextureUniform, the public way, makes a
 * new texture at each change; before the first frame there is none yet and the shader will read the table itself.
 */
export function uploadState(
  shader: CustomShader,
  table: Uint8Array,
  firstRow: number,
  rows: number,
): void {
  const texture = stateTextureOf(shader);
  const bytesPerRow = TABLE_WIDTH * STATE_BYTES;
  texture?.copyFrom({
    yOffset: firstRow,
    source: {
      width: TABLE_WIDTH,
      height: rows,
      arrayBufferView: table.subarray(firstRow * bytesPerRow, (firstRow + rows) * bytesPerRow),
    },
  });
}

/** The table of a texture, with the selected bit kept apart from what comes in. */
export class StateTable {
  readonly count: number;
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly #selectedBit: number;
  #selected: readonly number[] = [];

  /** Every feature is visible (bit 1) until a table comes. */
  constructor(count: number, selectedBit: number) {
    this.count = count;
    this.rows = Math.max(1, Math.ceil(count / TABLE_WIDTH));
    this.bytes = new Uint8Array(TABLE_WIDTH * this.rows * STATE_BYTES);
    this.#selectedBit = selectedBit;
    for (let flags = 3; flags < this.bytes.length; flags += STATE_BYTES) this.bytes[flags] = 1;
  }

  /** Takes over `count × 4` bytes without the selected bit. */
  set(rgba: Uint8Array): void {
    if (rgba.length !== this.count * STATE_BYTES) {
      throw new Error(
        `State table has ${rgba.length} bytes; expected ${this.count * STATE_BYTES}.`,
      );
    }
    this.bytes.set(rgba);
    this.#mark(this.#selected, true);
  }

  /** Marks these and no others; returns the first and the last row of the texture that changed. */
  select(indices: readonly number[]): readonly [first: number, last: number] | undefined {
    const inside = indices.filter((index) => index >= 0 && index < this.count);
    const changed = [...this.#selected, ...inside];
    this.#mark(this.#selected, false);
    this.#mark(inside, true);
    this.#selected = inside;
    if (changed.length === 0) return undefined;
    const rows = changed.map((index) => Math.floor(index / TABLE_WIDTH));
    return [
      rows.reduce((least, row) => Math.min(least, row)),
      rows.reduce((most, row) => Math.max(most, row)),
    ];
  }

  #mark(indices: readonly number[], isSelected: boolean): void {
    for (const index of indices) {
      const at = index * STATE_BYTES + 3;
      const flags = this.bytes[at] ?? 0;
      this.bytes[at] = isSelected ? flags | this.#selectedBit : flags & ~this.#selectedBit;
    }
  }
}
