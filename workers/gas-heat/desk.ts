// One kind of supply at its desk: solves a moment, or says why not and gives what was last good, marked as old.

import type {
  GasHeatKind,
  GasHeatMoment,
  GasHeatReport,
} from '#features/pipes/contract/gas-heat.ts';
import type { NetworkValues, PipeKey } from '#features/pipes/contract.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { Text } from '#model/text.ts';
import { FlowError, type FlowReason } from '#simulation/gas-heat/flow-error.ts';

export interface Solved {
  readonly values: readonly NetworkValues[];
  readonly report: GasHeatReport;
}

export interface Desk {
  readonly networks: readonly string[];
  solve(moment: GasHeatMoment): Solved;
}

export type Found = Pick<GasHeatReport, 'figures' | 'notable' | 'residuals'> & {
  readonly values: readonly NetworkValues[];
};

interface DeskParts {
  readonly kind: GasHeatKind;
  readonly networks: readonly string[];
  readonly model: string;
  readonly assumptions: readonly Text[];
  readonly solve: (moment: GasHeatMoment) => Found;
  /** Keys of the rows that an error names. */
  readonly keysOf: (error: FlowError) => readonly PipeKey[];
}

export function createDesk(parts: DeskParts): Desk {
  const { kind, networks, model, assumptions } = parts;
  let last: Solved | undefined;
  let failingSinceMs: number | undefined;
  const report = (
    moment: GasHeatMoment,
    found: Pick<GasHeatReport, 'figures' | 'notable' | 'residuals' | 'failure' | 'tookMs'>,
  ): GasHeatReport => ({
    ...{ kind, networks, model, assumptions },
    ...{ atMs: moment.atMs, loadShare: moment.loadShare },
    ...found,
  });
  return {
    networks,
    solve(moment) {
      const start = performance.now();
      try {
        const { values, ...found } = parts.solve(moment);
        failingSinceMs = undefined;
        const tookMs = performance.now() - start;
        last = { values, report: report(moment, { ...found, failure: undefined, tookMs }) };
        return last;
      } catch (error) {
        if (!(error instanceof FlowError)) throw error;
        failingSinceMs ??= moment.atMs;
        const keys = parts.keysOf(error);
        const failure = { text: reasonText(error, keys), keys, sinceMs: failingSinceMs };
        const tookMs = performance.now() - start;
        const staleSinceMs = last?.report.atMs ?? moment.atMs;
        return {
          values: (last?.values ?? []).map((values) => ({ ...values, staleSinceMs })),
          report: last
            ? { ...last.report, failure, tookMs }
            : report(moment, { figures: [], notable: [], residuals: [], failure, tookMs }),
        };
      }
    },
  };
}

const zh: Readonly<Record<FlowReason, string>> = {
  input: '数据缺失或矛盾',
  tooMuchDemand: '需求超出可供压力',
  noWayOut: '流入量无处排出',
  notConverged: '计算未收敛',
};

function reasonText(error: FlowError, keys: readonly PipeKey[]): Text {
  const names = keys.slice(0, 3).map((key) => key.split('/').slice(2).join('/'));
  const where = names.length > 0 ? ` (${names.join(', ')}${keys.length > 3 ? ', …' : ''})` : '';
  return { en: `${error.message}${where}`, zh: `${zh[error.reason]}${where}` };
}

export const freshReadings = (
  { readings, atMs }: GasHeatMoment,
  is: (reading: NetworkReading) => boolean,
): readonly NetworkReading[] =>
  readings.filter(
    (reading) =>
      !reading.isStale &&
      Number.isFinite(reading.value) &&
      Math.abs(reading.timeMs - atMs) < 3_600_000 &&
      is(reading),
  );

export const keyOf = (network: string, kind: 'link' | 'node', id: string | undefined): PipeKey =>
  `${network}/${kind}/${id ?? ''}`;

/** Rows with the least values first; NaN left out. */
export function leastRows(values: ArrayLike<number>, count: number): number[] {
  return Array.from({ length: values.length }, (_, row) => row)
    .filter((row) => !Number.isNaN(values[row]!))
    .sort((a, b) => values[a]! - values[b]!)
    .slice(0, count);
}
