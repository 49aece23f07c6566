// Limits while a person edits them: in the unit that is shown, each field empty where there is no limit.

import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Text } from '#model/text.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { messages } from '../messages.ts';

export const thresholdFields = [
  'alarmHigh',
  'warningHigh',
  'warningLow',
  'alarmLow',
  'deadband',
  'delayS',
] as const;
export type ThresholdField = (typeof thresholdFields)[number];
export type ThresholdDraft = Readonly<Partial<Record<ThresholdField, number>>>;

/** A delay is in seconds, everything else in the unit of the value. */
const factorOf = (field: ThresholdField, property: ObservedPropertyId): number =>
  field === 'delayS' ? 1 : findObservedProperty(property).shown.factor;

export function toDraft(thresholds: Thresholds, property: ObservedPropertyId): ThresholdDraft {
  return mapFields(thresholds, (field, value) =>
    Number((value * factorOf(field, property)).toPrecision(9)),
  );
}

export function fromDraft(draft: ThresholdDraft, property: ObservedPropertyId): Thresholds {
  return mapFields(draft, (field, value) => value / factorOf(field, property));
}

function mapFields(
  given: ThresholdDraft,
  change: (field: ThresholdField, value: number) => number,
): ThresholdDraft {
  const made: Partial<Record<ThresholdField, number>> = {};
  for (const field of thresholdFields) {
    const value = given[field];
    if (value !== undefined) made[field] = change(field, value);
  }
  return made;
}

const ascending = ['alarmLow', 'warningLow', 'warningHigh', 'alarmHigh'] as const;

/** What is wrong with each field; nothing where the limits can be saved. */
export function faultsOf(draft: ThresholdDraft): Readonly<Partial<Record<ThresholdField, Text>>> {
  const faults: Partial<Record<ThresholdField, Text>> = {};
  let below: (typeof ascending)[number] | undefined;
  for (const field of ascending) {
    const value = draft[field];
    if (value === undefined) continue;
    if (below !== undefined && (draft[below] ?? value) >= value) {
      const [lower, upper] = [messages[below], messages[field]];
      faults[field] = {
        en: messages.mustAscend(lower.en, upper.en).en,
        zh: messages.mustAscend(lower.zh, upper.zh).zh,
      };
    }
    below = field;
  }
  for (const field of ['deadband', 'delayS'] as const) {
    if ((draft[field] ?? 0) < 0) faults[field] = messages.notNegative;
  }
  return faults;
}
