// The compiled kernel with a memory of its own. Addresses are in bytes, times in s.

export interface HeatKernel {
  open(buildings: number, exponent: number, touchingM: number): void;
  clear(): void;
  first(): number;
  firstS(): number;
  burn(building: number): void;
  schedule(building: number, nowS: number, pendingS: number, isWet: number): void;
  /** 0 where the links of the building have to be written first. */
  radiate(building: number, nowS: number, output: number, bornS: number, offS: number): number;
  take(building: number, from: number, fromS: number, untilS: number, fluxKWm2: number): void;
  touch(building: number): void;
  getTouchedCount(): number;
  ignitionS(building: number): number;
  takenAt(building: number, timeS: number): number;
  settle(building: number, timeS: number, isShielded: number): void;
  strongestOf(building: number): number;
  restore(building: number, dose: number, strongest: number, timeS: number): void;
  makeLinks(building: number, links: number): number;
  makeWinds(winds: number): number;
  turnWind(at: number): void;
  doseAddress(): number;
  touchedAddress(): number;
  criticalAddress(): number;
  wallAddress(): number;
  burningAddress(): number;
}

const MOST_PAGES = 65536;

/** `views()` gives the memory as large as it is now. */
export function instantiate(module: WebAssembly.Module, neededDose: (building: number) => number) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });
  const env = { memory, neededDose, power: Math.pow };
  const { exports } = new WebAssembly.Instance(module, { env });
  const toViews = (buffer: ArrayBuffer) => ({
    buffer,
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
    i32: new Int32Array(buffer),
  });
  let known = toViews(memory.buffer);
  const views = () => {
    if (known.buffer !== memory.buffer) known = toViews(memory.buffer);
    return known;
  };
  return { kernel: exports as unknown as HeatKernel, views };
}
