// The memory that host and kernels share: a control block, a table of addresses and the blocks it names.

import {
  type BlockName,
  blocks,
  CONTROL_AT,
  FIRST_BLOCK_AT,
  flags,
  numbers,
  TABLE_AT,
} from './layout.ts';

const PAGE = 65536;
const LINE = 64;
/** So far can lists of fluxes and edges grow when threads share the memory (pages). */
const SHARED_ROOM = 4096;
const MOST_PAGES = 65536;

export type KernelMemory = ReturnType<typeof createKernelMemory>;

/** @throws RangeError where the machine has not that much memory. */
export function createKernelMemory(
  wanted: Readonly<Partial<Record<BlockName, number>>>,
  isShared: boolean,
) {
  let end = FIRST_BLOCK_AT;
  const places: [number, number][] = [];
  const rooms = new Map<BlockName, number>();
  let turn = 0;
  for (const name of Object.keys(wanted) as BlockName[]) {
    // Not all blocks begin at the same place in the cache.
    const at = Math.ceil(end / LINE) * LINE + (turn++ % 7) * 9 * LINE;
    places.push([blocks[name], at]);
    rooms.set(name, wanted[name] ?? 0);
    end = at + (wanted[name] ?? 0);
  }
  const initial = Math.ceil((end + LINE) / PAGE);
  const maximum = Math.min(MOST_PAGES, isShared ? initial + SHARED_ROOM : MOST_PAGES);
  const memory = new WebAssembly.Memory({ initial, maximum, shared: isShared });
  let buffer: ArrayBufferLike | undefined;
  let views = toViews(memory.buffer);
  for (const [index, at] of places) now().u32[TABLE_AT / 4 + index] = at;

  /** Views of the memory as large as it is now. */
  function now() {
    if (buffer !== memory.buffer) {
      buffer = memory.buffer;
      views = toViews(memory.buffer);
    }
    return views;
  }

  const at = (name: BlockName): number => now().u32[TABLE_AT / 4 + blocks[name]]!;

  return {
    memory,
    now,
    at,
    number: (name: keyof typeof numbers) => now().f64[(CONTROL_AT + numbers[name]) / 8]!,
    setNumber(name: keyof typeof numbers, value: number) {
      now().f64[(CONTROL_AT + numbers[name]) / 8] = value;
    },
    flag: (name: keyof typeof flags) => now().i32[(CONTROL_AT + flags[name]) / 4]!,
    setFlag(name: keyof typeof flags, value: number) {
      now().i32[(CONTROL_AT + flags[name]) / 4] = value;
    },
    /** A view of a block's f32 values. */
    floats(name: BlockName): Float32Array {
      return now().f32.subarray(at(name) / 4, (at(name) + rooms.get(name)!) / 4);
    },
    has: (name: BlockName) => rooms.has(name),
    /** Makes room for a list that may have become longer; what was in it is lost where it moves. */
    reserve(name: BlockName, bytes: number) {
      if ((rooms.get(name) ?? 0) >= bytes && rooms.has(name)) return;
      const room = Math.max(bytes, 2 * (rooms.get(name) ?? 0), 256);
      const start = Math.ceil(end / LINE) * LINE;
      const missing = start + room - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      end = start + room;
      rooms.set(name, room);
      now().u32[TABLE_AT / 4 + blocks[name]] = start;
    },
  };
}

const toViews = (buffer: ArrayBufferLike) => ({
  f32: new Float32Array(buffer),
  f64: new Float64Array(buffer),
  i32: new Int32Array(buffer),
  u32: new Uint32Array(buffer),
  u8: new Uint8Array(buffer),
});
