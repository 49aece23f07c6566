// The bytes of one attribute column (see `AttributeColumn`), little-endian, in city-wide index order.
// number: f64 (NaN = no value) · category: u16 code (65535 = no value) · boolean: u8 (255 = no value)
// text: u32 offsets[count + 1] into the UTF-8 that follows (empty = no value).

export const NO_CATEGORY = 0xffff;
export const NO_BOOLEAN = 0xff;

export interface TextColumn {
  readonly count: number;
  at(index: number): string;
}

export const parseNumberColumn = (buffer: ArrayBuffer) => new Float64Array(buffer);
export const parseCategoryColumn = (buffer: ArrayBuffer) => new Uint16Array(buffer);
export const parseBooleanColumn = (buffer: ArrayBuffer) => new Uint8Array(buffer);

/** Reads strings on demand, so a million of them cost no million objects. */
export function parseTextColumn(buffer: ArrayBuffer, count: number): TextColumn {
  const offsets = new Uint32Array(buffer, 0, count + 1);
  const text = new Uint8Array(buffer, offsets.byteLength);
  const decoder = new TextDecoder();
  return {
    count,
    at: (index) => decoder.decode(text.subarray(offsets[index], offsets[index + 1])),
  };
}

export function formatTextColumn(strings: readonly string[]): ArrayBuffer {
  const encoder = new TextEncoder();
  const encoded = strings.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(strings.length + 1);
  for (const [index, bytes] of encoded.entries()) {
    offsets[index + 1] = offsets[index]! + bytes.length;
  }
  const column = new Uint8Array(offsets.byteLength + offsets[strings.length]!);
  column.set(new Uint8Array(offsets.buffer));
  for (const [index, bytes] of encoded.entries()) {
    column.set(bytes, offsets.byteLength + offsets[index]!);
  }
  return column.buffer;
}
