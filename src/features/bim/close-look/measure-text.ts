import type { Language, Text } from '#model/text.ts';
import { formatQuantity } from '#ui';
import type { Measure } from './measure/measures.ts';
import { messages } from './messages.ts';

export interface MeasureText {
  readonly kind: string;
  readonly value: string;
  /** What else there is to say: its level and upright part, its outline. */
  readonly detail: string;
  readonly spoken: string;
}

/** Millimetres for what is built by hand: three digits of a metre, two of a square metre, one of a degree. */
export function measureText(
  measure: Measure,
  language: Language,
  say: (text: Text) => string,
): MeasureText {
  const kind = say(messages.kinds[measure.kind]);
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 3 });
  const [value, detail] = wordsOf(measure, metres, language, say);
  return { kind, value, detail, spoken: say(messages.measured(kind, value)) };
}

function wordsOf(
  measure: Measure,
  metres: (value: number) => string,
  language: Language,
  say: (text: Text) => string,
): readonly [value: string, detail: string] {
  switch (measure.kind) {
    case 'distance': {
      const { lengthM, horizontalM, verticalM } = measure;
      return [metres(lengthM), say(messages.levelAndUp(metres(horizontalM), metres(verticalM)))];
    }
    case 'perpendicular':
      return [metres(measure.lengthM), ''];
    case 'area':
      return [
        formatQuantity(measure.areaM2, 'm²', language, { decimals: 2 }),
        say(messages.outline(metres(measure.perimeterM))),
      ];
    case 'angle':
      return [formatQuantity(measure.degrees, '°', language, { decimals: 1 }), ''];
  }
}
