import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Text } from '#model/text.ts';

/** A stored value as a person reads it: an amount in the shown unit, or the name of a state. */
export type Reading =
  | {
      readonly kind: 'amount';
      readonly value: number;
      readonly unit: string;
      readonly decimals: number;
    }
  | { readonly kind: 'state'; readonly name: Text; readonly isFault: boolean };

export function toReading(property: ObservedPropertyId, stored: number): Reading {
  const { shown, states } = findObservedProperty(property);
  const state = states?.find(({ value }) => value === stored);
  if (state) return { kind: 'state', name: state.name, isFault: state.isFault === true };
  return {
    kind: 'amount',
    value: stored * shown.factor,
    unit: shown.symbol,
    decimals: shown.digits,
  };
}

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

export interface Age {
  readonly amount: number;
  readonly unit: 's' | 'min' | 'h' | 'd';
}

/** How long ago, in the greatest unit of which there is at least one; never negative. */
export function toAge(timeMs: number, nowMs: number): Age | undefined {
  const seconds = Math.max(0, (nowMs - timeMs) / 1000);
  if (!Number.isFinite(seconds)) return undefined;
  if (seconds < MINUTE_S) return { amount: Math.floor(seconds), unit: 's' };
  if (seconds < HOUR_S) return { amount: Math.floor(seconds / MINUTE_S), unit: 'min' };
  if (seconds < DAY_S) return { amount: Math.floor(seconds / HOUR_S), unit: 'h' };
  return { amount: Math.floor(seconds / DAY_S), unit: 'd' };
}
