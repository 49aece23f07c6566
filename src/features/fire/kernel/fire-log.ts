// What of a fire belongs in the log of an incident, found by comparing it with what it was before.

import type { IncidentLine } from '#contract/incident.ts';
import type { Text } from '#model/text.ts';
import type { EvacuationRequest } from '../contract/evacuation.ts';
import type { FireScenario, FireStatus } from '../contract.ts';
import { logMessages as messages } from '../messages/log.ts';
import { windNameOf } from '../messages/wind.ts';
import { actsOf, type DoneAct, keyOfAct } from './acts.ts';

export interface LoggedFire {
  readonly fire: FireScenario;
  readonly phase: FireStatus['phase'] | undefined;
  readonly problem: string;
  readonly request: EvacuationRequest | undefined;
}

/** What was done and what was found between two looks at the same fire. */
export function logBetween(before: LoggedFire, now: LoggedFire): readonly IncidentLine[] {
  const old = new Map(actsOf(before.fire).map((act) => [keyOfAct(act), act]));
  const present = new Map(actsOf(now.fire).map((act) => [keyOfAct(act), act]));
  const added = [...present].filter(([key]) => !old.has(key));
  const gone = [...old].filter(([key]) => !present.has(key));
  return [
    ...added.map(([, act]) => ({ text: actText(act), data: { act: { ...act } } })),
    ...gone.map(([key, act]) => ({ text: messages.taken(actText(act)), data: { act: key } })),
    ...orderBetween(before.request, now.request),
    ...endOf(before, now),
  ];
}

export function actText(act: DoneAct): Text {
  switch (act.kind) {
    case 'ignition':
      return messages.ignition(act.name, act.atS);
    case 'wind':
      return messages.wind(
        windNameOf(act.wind.fromRad),
        act.wind.speedMs.toFixed(1),
        act.wind.fromS,
      );
    case 'water':
      return messages.water(Math.round(act.water.share * 100), act.water.fromS);
    case 'engine':
      return messages.engine(act.engine.name, act.engine.arriveS);
    case 'defence':
      return messages.defence(act.defence.name, act.defence.fromS);
  }
}

/** Rings are left out: a log stays short. */
function orderBetween(
  before: EvacuationRequest | undefined,
  now: EvacuationRequest | undefined,
): readonly IncidentLine[] {
  if (before === now) return [];
  if (!now) return [{ text: messages.orderEnded, data: { order: before?.id } }];
  const { hazards, ...rest } = now;
  const isNew = before?.id !== now.id;
  return [
    {
      text: isNew ? messages.ordered(now.marginM) : messages.orderChanged,
      data: { order: { ...rest, hazards: hazards.length } },
    },
  ];
}

function endOf(before: LoggedFire, now: LoggedFire): readonly IncidentLine[] {
  if (now.phase === before.phase) return [];
  if (now.phase === 'ready') return [{ text: messages.computed, data: {} }];
  if (now.phase !== 'failed') return [];
  return [{ text: messages.failed(now.problem), data: {} }];
}
