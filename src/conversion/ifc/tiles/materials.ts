// The few materials of a tile: one for what carries its colours at its corners, one a colour for instances.

type Json = Record<string, unknown>;
export type Linear = readonly [number, number, number, number];

const LINEAR = Uint8Array.from({ length: 256 }, (_, value) => Math.round(toLinear(value) * 255));

/** 0 … 1 of an sRGB byte; glTF's colours are linear. */
function toLinear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Byte of a linear colour for a byte of sRGB. */
export const linearByte = (byte: number): number => LINEAR[byte]!;

export const linearOf = (rgba: Uint8Array, at: number): Linear => [
  round(toLinear(rgba[at]!)),
  round(toLinear(rgba[at + 1]!)),
  round(toLinear(rgba[at + 2]!)),
  round(rgba[at + 3]! / 255),
];

const round = (value: number) => Math.round(value * 1e4) / 1e4;

export class TileMaterials {
  readonly json: Json[] = [];
  readonly #known = new Map<string, number>();

  /** White is for meshes whose corners carry the colour. */
  of(colour: Linear, isTranslucent = colour[3] < 1): number {
    const key = `${colour.join(' ')} ${isTranslucent}`;
    let number = this.#known.get(key);
    if (number === undefined) {
      const isWhite = colour.every((part) => part === 1);
      const surface = {
        ...(isWhite ? {} : { baseColorFactor: colour }),
        metallicFactor: 0,
        roughnessFactor: 0.9,
      };
      const blend = isTranslucent ? { alphaMode: 'BLEND' } : {};
      number = this.json.push({ pbrMetallicRoughness: surface, ...blend, doubleSided: true }) - 1;
      this.#known.set(key, number);
    }
    return number;
  }
}
