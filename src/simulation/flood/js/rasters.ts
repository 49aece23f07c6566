// All rasters of local inertial one after the other in a single array: V8 checks an array and fetches its address at
// every turn of a loop, so that nine of them took a third of the time.

export interface Rasters {
  readonly all: Float32Array;
  /** The same memory: the first two values and their bits are scratch. */
  readonly bits: Int32Array;
  /** Where each begins: bed, roughness, depth (m), what f32 rounded off it, and what a cell can give of its outflow. */
  readonly zM: number;
  readonly manning: number;
  readonly depthM: number;
  readonly leftOverM: number;
  readonly share: number;
  /** Two sets of flows. */
  readonly flows: readonly [FlowPlace, FlowPlace];
  /** One of them, of which others keep hold. */
  readonly view: (start: number) => Float32Array;
}

export interface FlowPlace {
  readonly x: number;
  readonly y: number;
}

const SCRATCH = 16;

export function createRasters(size: number): Rasters {
  const all = new Float32Array(SCRATCH + 9 * size);
  const start = (place: number) => SCRATCH + place * size;
  return {
    all,
    bits: new Int32Array(all.buffer),
    ...{ zM: start(0), manning: start(1), depthM: start(2), leftOverM: start(3), share: start(4) },
    flows: [
      { x: start(5), y: start(6) },
      { x: start(7), y: start(8) },
    ],
    view: (first) => all.subarray(first, first + size),
  };
}
