import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Text } from '#model/text.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { messages } from '../messages.ts';

export const limitNames = ['alarmHigh', 'warningHigh', 'warningLow', 'alarmLow'] as const;

/** The limits as lines of a chart, in the shown unit. */
export function limitsOf(
  thresholds: Thresholds | undefined,
  property: ObservedPropertyId,
): readonly {
  readonly value: number;
  readonly name: Text;
  readonly tone: 'warning' | 'critical';
}[] {
  const { factor } = findObservedProperty(property).shown;
  return limitNames.flatMap((id) => {
    const limit = thresholds?.[id];
    if (limit === undefined) return [];
    const tone = id.startsWith('alarm') ? ('critical' as const) : ('warning' as const);
    return [{ value: limit * factor, name: messages[id], tone }];
  });
}
