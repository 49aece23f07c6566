import type { StepValue } from '../step/values.ts';

/** A text, bare or typed; undefined for what is none or empty. */
export function textOf(value: StepValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return 'kind' in value && value.kind === 'typed' ? textOf(value.values[0]) : undefined;
}

/** A number, also one that is written as a text: `'76670,5'`. */
export function looseNumberOf(value: StepValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') {
    const number = Number(value.trim().replace(',', '.'));
    return value.trim() !== '' && Number.isFinite(number) ? number : undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return 'kind' in value && value.kind === 'typed' ? looseNumberOf(value.values[0]) : undefined;
}
