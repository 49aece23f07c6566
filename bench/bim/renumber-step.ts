// Copies statements of a STEP file with other numbers, GlobalIds and outermost placements.

export interface RenumberingPlan {
  numberOf(id: number): number;
  /** New ends of GlobalIds by their serial number, eight characters each; undefined to keep them. */
  readonly newGlobalIds: ((serial: number) => string) | undefined;
  /** What a local placement that lies in nothing shall lie in. */
  readonly rootPlacement: string;
}

export interface Renumbering {
  statement(bytes: Uint8Array, start: number, end: number): void;
  /** The project's statement, with other contexts. */
  project(bytes: Uint8Array, start: number, end: number, contexts: readonly string[]): void;
  /** Writes what is left. */
  flush(): void;
}

const PIECE_BYTES = 2 ** 20;
const GLOBAL_ID_LENGTH = 22;
const NEW_END_LENGTH = 8;

export function createRenumbering(
  write: (piece: Uint8Array) => void,
  plan: RenumberingPlan,
): Renumbering {
  let piece = new Uint8Array(PIECE_BYTES);
  let used = 0;
  let serial = 0;

  function room(bytes: number) {
    if (used + bytes <= piece.length) return;
    flush();
    if (bytes > piece.length) piece = new Uint8Array(bytes);
  }

  function flush() {
    if (used > 0) write(piece.subarray(0, used));
    piece = new Uint8Array(PIECE_BYTES);
    used = 0;
  }

  function text(one: string) {
    for (let at = 0; at < one.length; at++) piece[used++] = one.charCodeAt(at);
  }

  function copy(bytes: Uint8Array, start: number, end: number) {
    // A number may grow by nine digits, and there are at least two bytes to each.
    room((end - start) * 6 + 64);
    const globalId = plan.newGlobalIds && globalIdAt(bytes, start, end);
    const root = rootAt(bytes, start, end);
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === 0x27) {
        const from = at;
        do at++;
        while (at < end && bytes[at] !== 0x27);
        piece.set(bytes.subarray(from, at + 1), used);
        used += at + 1 - from;
        if (from === globalId) {
          used -= NEW_END_LENGTH + 1;
          text(`${plan.newGlobalIds?.(serial++)}'`);
        }
      } else if (byte === 0x23) {
        let id = 0;
        while (bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39) id = id * 10 + bytes[++at]! - 0x30;
        text(`#${plan.numberOf(id)}`);
      } else if (at === root) text(plan.rootPlacement);
      else piece[used++] = byte;
    }
  }

  return {
    flush,
    statement(bytes, start, end) {
      copy(bytes, start, end);
      piece[used++] = 0x0a;
    },
    project(bytes, start, end, contexts) {
      const [from, to] = listAt(bytes, start, end, 7);
      copy(bytes, start, from);
      const list = `(${contexts.join(',')})`;
      room(list.length);
      text(list);
      copy(bytes, to, end);
      piece[used++] = 0x0a;
    },
  };
}

/** Byte of the quote before the GlobalId with which a rooted instance begins. */
function globalIdAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = bytes.indexOf(0x28, start) + 1;
  while (bytes[at]! <= 0x20) at++;
  if (at >= end || bytes[at] !== 0x27 || bytes[at + GLOBAL_ID_LENGTH + 1] !== 0x27)
    return undefined;
  for (let letter = at + 1; letter <= at + GLOBAL_ID_LENGTH; letter++) {
    if (!isGlobalIdByte(bytes[letter]!)) return undefined;
  }
  // The first of 22 characters of six bits has only two of the 128.
  return bytes[at + 1]! <= 0x33 ? at : undefined;
}

const isGlobalIdByte = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x5f ||
  byte === 0x24;

/** Byte of the `$` of an IfcLocalPlacement that lies in nothing. */
function rootAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  const name = 'IFCLOCALPLACEMENT';
  let at = bytes.indexOf(0x3d, start) + 1;
  while (bytes[at]! <= 0x20) at++;
  for (let letter = 0; letter < name.length; letter++) {
    if (bytes[at + letter] !== name.charCodeAt(letter)) return undefined;
  }
  at = bytes.indexOf(0x28, at) + 1;
  while (bytes[at]! <= 0x20) at++;
  return at < end && bytes[at] === 0x24 ? at : undefined;
}

/** Where the list at a place among the values of an instance begins and ends. */
function listAt(bytes: Uint8Array, start: number, end: number, place: number): [number, number] {
  let depth = 0;
  let commas = 0;
  let from = 0;
  for (let at = bytes.indexOf(0x28, start); at < end; at++) {
    const byte = bytes[at];
    if (byte === 0x27) {
      do at++;
      while (bytes[at] !== 0x27 && at < end);
    } else if (byte === 0x28 && ++depth === 2 && commas === place) from = at;
    else if (byte === 0x29 && --depth === 1 && from > 0) return [from, at + 1];
    else if (byte === 0x2c && depth === 1) commas++;
  }
  throw new Error('The project names no contexts.');
}
