import type { ReportPlot, ReportRow } from '../report.ts';

/** What a topic of the fire validation hands to its report. */
export interface Found {
  readonly rows: readonly ReportRow[];
  readonly plots: readonly ReportPlot[];
}
