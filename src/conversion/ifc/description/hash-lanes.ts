// 64-bit fingerprints in two lanes of 32, for comparing versions of a model: the mixing of MurmurHash3
// (Appleby 2011). Sets are added up, so that the order of their members doesn't matter.

/**
 * Of the second word a table keeps a byte: 40 bits tell ten thousand elements apart but for one time in ten
 * thousand, and three bytes of noise a fingerprint don't compress.
 */
export const FINGERPRINT_MASK = 0xff;

const scratch = new DataView(new ArrayBuffer(8));

export class HashLanes {
  a = 0x9747b28c;
  b = 0x3c6ef372;

  reset(): this {
    this.a = 0x9747b28c;
    this.b = 0x3c6ef372;
    return this;
  }

  word(value: number): this {
    this.a = mix(this.a, value);
    this.b = mix(this.b ^ 0x5bd1e995, Math.imul(value, 0x2c1b3c6d) ^ this.a);
    return this;
  }

  number(value: number): this {
    scratch.setFloat64(0, value === 0 ? 0 : value);
    return this.word(scratch.getInt32(0)).word(scratch.getInt32(4));
  }

  text(text: string): this {
    for (let at = 0; at < text.length; at++) this.word(text.charCodeAt(at));
    return this.word(~text.length);
  }

  /** Of what went in; the lanes stay as they are. */
  get first(): number {
    return finish(this.a);
  }

  get second(): number {
    return finish(this.b ^ Math.imul(this.a, 0x9e3779b1));
  }
}

function mix(hash: number, value: number): number {
  const scrambled = Math.imul(value, 0xcc9e2d51);
  const turned = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const mixed = hash ^ turned;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
