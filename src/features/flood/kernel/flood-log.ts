// What of a run belongs in the log of an incident, found by comparing it with what it was before.

import type { IncidentLine } from '#contract/incident.ts';
import type { FloodStatus } from '../contract.ts';
import { logMessages as messages } from '../messages/log.ts';
import type { FloodRun } from '../state/initial.ts';
import { partsOf } from '../state/parts.ts';

export interface LoggedRun {
  readonly run: FloodRun;
  readonly status: FloodStatus | undefined;
}

/** What was done and what was found between two looks at the same run. */
export function logBetween(before: LoggedRun, now: LoggedRun): readonly IncidentLine[] {
  const timeS = now.status?.timeS ?? 0;
  const old = new Map(partsOf(before.run.scenario).map((part) => [part.id, part]));
  const present = partsOf(now.run.scenario);
  const added = present.filter(({ id }) => !old.has(id));
  const kept = new Set(present.map(({ id }) => id));
  const gone = [...old.values()].filter(({ id }) => !kept.has(id));
  return [
    ...added.map((part) => ({ text: messages.added(part.name, timeS), data: { timeS, part } })),
    ...gone.map((part) => ({
      text: messages.removed(part.name, timeS),
      data: { timeS, part: part.id },
    })),
    ...(now.run.wanted !== before.run.wanted
      ? [{ text: messages.wanted[now.run.wanted], data: { timeS, wanted: now.run.wanted } }]
      : []),
    ...endOf(before.status, now.status),
  ];
}

function endOf(before: FloodStatus | undefined, now: FloodStatus | undefined): IncidentLine[] {
  if (!now || now.phase === before?.phase) return [];
  if (now.phase === 'done') return [{ text: messages.done, data: { status: now } }];
  if (now.phase !== 'failed') return [];
  return [{ text: messages.failed(now.problem ?? ''), data: { status: now } }];
}
