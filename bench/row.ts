/** One measured figure. */
export interface Row {
  /** What was measured, on what. */
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, and its figure from the same run and in the same unit. */
  readonly peer?: string;
  readonly peerValue?: number;
}
