// Readings as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): one a line, with its unit.

import { isSimulated, qualityOf } from '#contract/live-frame.ts';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Language } from '#model/text.ts';
import type { SensorSeries } from '../contract.ts';

export interface ExportedSeries {
  readonly sensor: string;
  readonly name: string;
  readonly property: ObservedPropertyId;
  readonly series: SensorSeries;
}

const HEAD = ['time', 'sensor', 'name', 'property', 'value', 'unit', 'quality', 'simulated'];

/** Times in ISO 8601, UTC; values in the unit that the app shows; an empty value where one is missing. */
export function toSeriesCsv(exported: readonly ExportedSeries[], language: Language): string {
  const lines = exported.flatMap(({ sensor, name, property, series }) => {
    const { shown, name: propertyName } = findObservedProperty(property);
    return Array.from(series.timeMs, (time, at) => {
      const value = series.value[at] ?? Number.NaN;
      const quality = series.quality[at] ?? 0;
      return [
        new Date(time).toISOString(),
        ...[sensor, name, propertyName[language]].map(toCell),
        Number.isNaN(value) ? '' : Number((value * shown.factor).toPrecision(9)),
        toCell(shown.symbol),
        qualityOf(quality),
        isSimulated(quality) ? 'yes' : 'no',
      ].join(',');
    });
  });
  return `\uFEFF${[HEAD.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
function toCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
