import type { Language } from '#model/text.ts';
import { formatQuantity } from '#ui';

/** `12 mm`, `3.20 m`, `850 m`, `6,913 km`. */
export function distanceText(metres: number, language: Language): string {
  if (metres < 0.1) return formatQuantity(metres * 1000, 'mm', language, { decimals: 0 });
  if (metres < 10) return formatQuantity(metres, 'm', language, { decimals: 2 });
  if (metres < 1000) return formatQuantity(metres, 'm', language, { decimals: 0 });
  return formatQuantity(metres / 1000, 'km', language, { decimals: metres < 100_000 ? 1 : 0 });
}
