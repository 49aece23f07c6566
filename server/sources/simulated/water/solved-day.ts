// One day of the network as EPANET solved it: a row at each instant of its own steps, for the elements that
// somebody measures. SI. Plain arrays, so that it crosses threads.

export interface Watched {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}

export interface SolvedDay {
  /** s since the start of the day, from 0 to its end. */
  readonly timeS: Float64Array;
  /** True where a pump or valve switched at this row: until then the row before held. */
  readonly isSwitch: Uint8Array;
  /** Rows × watched nodes: pressure head over the junction, or depth in the tank, m. */
  readonly depthM: Float32Array;
  /** Rows × watched links. */
  readonly flowM3s: Float32Array;
  readonly speed: Float32Array;
  readonly powerW: Float32Array;
  /** What the next day starts with. */
  readonly end: NetworkState;
}

export interface NetworkState {
  /** In the order of the file. */
  readonly tankLevelM: Float64Array;
  /** 1 open, 0 closed, of every link. */
  readonly isOpen: Uint8Array;
  /** Speed of each pump while it runs, of every link. */
  readonly pumpSpeed: Float64Array;
}

export type Column = 'depthM' | 'flowM3s' | 'speed' | 'powerW';

/** Value at `seconds` since the start of the day: linear, but a switch is a step. */
export function valueAt(day: SolvedDay, column: Column, index: number, seconds: number): number {
  const { timeS, isSwitch } = day;
  const values = day[column];
  const width = values.length / timeS.length;
  let low = 0;
  let high = timeS.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (timeS[middle]! <= seconds) low = middle;
    else high = middle - 1;
  }
  const from = values[low * width + index]!;
  if (low === timeS.length - 1 || isSwitch[low + 1]! === 1) return from;
  const share = (seconds - timeS[low]!) / (timeS[low + 1]! - timeS[low]!);
  return from + (values[(low + 1) * width + index]! - from) * share;
}
