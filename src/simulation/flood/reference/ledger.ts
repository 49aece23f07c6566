// Volumes since the start of a run (m³, f64), as asked of every backend by FloodBalance.
import type { FloodBalance } from '../parts.ts';

export interface Ledger {
  initialM3: number;
  addedM3: number;
  takenM3: number;
  edgeM3: number;
  largestM3: number;
  steps: number;
  stepS: number;
}

export const openLedger = (initialM3: number): Ledger => ({
  ...{ initialM3, addedM3: 0, takenM3: 0, edgeM3: 0, largestM3: initialM3, steps: 0, stepS: 0 },
});

/** Goes on with what another solver has counted. */
export function continueLedger(balance: Omit<FloodBalance, 'storedM3' | 'relativeError'>): Ledger {
  const { initialM3, addedM3, takenM3, edgeM3 } = balance;
  const ledger = { ...openLedger(initialM3), addedM3, takenM3, edgeM3 };
  return { ...ledger, largestM3: Math.max(initialM3, expectedM3(ledger)) };
}

/** What should be there. */
export const expectedM3 = ({ initialM3, addedM3, takenM3, edgeM3 }: Ledger): number =>
  initialM3 + addedM3 - takenM3 + edgeM3;

export function bookVolume(ledger: Ledger, changeM3: number): void {
  if (changeM3 > 0) ledger.addedM3 += changeM3;
  else ledger.takenM3 -= changeM3;
}

export function closeStep(ledger: Ledger, edgeM3: number, stepS: number): void {
  ledger.edgeM3 += edgeM3;
  ledger.steps += 1;
  ledger.stepS = stepS;
  ledger.largestM3 = Math.max(ledger.largestM3, expectedM3(ledger));
}

export function toBalance(ledger: Ledger, storedM3: number): FloodBalance {
  const { initialM3, addedM3, takenM3, edgeM3, largestM3 } = ledger;
  const gone = storedM3 - expectedM3(ledger);
  const relativeError = largestM3 > 0 ? gone / largestM3 : 0;
  return { initialM3, storedM3, addedM3, takenM3, edgeM3, relativeError };
}

export function toArray(ledger: Ledger): Float64Array {
  const { initialM3, addedM3, takenM3, edgeM3, largestM3, steps, stepS } = ledger;
  return Float64Array.of(initialM3, addedM3, takenM3, edgeM3, largestM3, steps, stepS);
}

export function toLedger(values: Float32Array | Float64Array): Ledger {
  const [initialM3 = 0, addedM3 = 0, takenM3 = 0, edgeM3 = 0, largestM3 = 0, steps = 0, stepS = 0] =
    values;
  return { initialM3, addedM3, takenM3, edgeM3, largestM3, steps, stepS };
}
