// The conversion's host in memory: one pair of hands, every file in a map.

import type { ConversionHost } from './convert.ts';
import { toByteSource } from './json/byte-source.ts';
import { type Piece, type Storage, type Surroundings, Workshop } from './workshop.ts';

export interface MemoryHostOptions extends Surroundings {
  /** Bytes of each input, in the order of the inputs. */
  readonly inputs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Called between tasks, e.g. to let the caller's event loop turn. */
  readonly onTask?: () => Promise<void>;
}

export function createMemoryHost({ inputs, onTask, ...surroundings }: MemoryHostOptions) {
  const files = new Map<string, Uint8Array>();
  const spill = createSpill();
  const sizesOf = (bytes: Uint8Array) => ({ raw: bytes.length, gzip: 0, brotli: 0 });
  const storage: Storage = {
    ...spill,
    writeFile(path, bytes) {
      files.set(path, bytes);
      return sizesOf(bytes);
    },
  };
  const workshop = new Workshop(storage, surroundings);
  const host: ConversionHost = {
    atOnce: 1,
    async openInput(number, input) {
      const { name, bytes } = inputs[number]!;
      workshop.openInput(number, input, toByteSource(name, bytes));
    },
    async setColumns(columns) {
      workshop.setColumns(columns);
    },
    async readBatch(batch) {
      await onTask?.();
      return workshop.readBatch(batch);
    },
    async buildTile(task) {
      await onTask?.();
      return workshop.buildTile(task);
    },
    readPiece: spill.read,
    async writeFile(path, bytes) {
      return storage.writeFile(path, bytes);
    },
    openFile(path) {
      const parts: Uint8Array[] = [];
      return {
        write: (bytes) => parts.push(bytes.slice()),
        close: async () => storage.writeFile(path, concatenate(parts)),
      };
    },
  };
  return { host, files };
}

/** Pieces as they were appended; a read copies, so that views start at an 8-byte boundary. */
function createSpill(): Pick<Storage, 'append' | 'read'> {
  const chunks: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  let length = 0;
  return {
    append(bytes): Piece {
      chunks.push({ start: length, bytes: bytes.slice() });
      const piece = { spill: 0, offset: length, length: bytes.length };
      length += bytes.length;
      return piece;
    },
    read({ offset, length: size }) {
      let low = 0;
      let high = chunks.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (chunks[middle]!.start <= offset) low = middle;
        else high = middle - 1;
      }
      const read = new Uint8Array(size);
      for (let filled = 0; filled < size && low < chunks.length; low++) {
        const { start, bytes } = chunks[low]!;
        const from = offset + filled - start;
        const part = bytes.subarray(from, from + size - filled);
        read.set(part, filled);
        filled += part.length;
      }
      return read;
    },
  };
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
