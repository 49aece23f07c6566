import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { useText } from '#store/use-store.tsx';
import { PropertyRow, useKit } from '#ui';
import { messages } from '../messages.ts';
import { limitNames } from '../panel/limits.ts';
import { useReadingText } from '../panel/use-words.ts';

interface ThresholdRowProps {
  readonly property: ObservedPropertyId;
  readonly thresholds: Thresholds | undefined;
}

/** The limits of a datastream in words. */
export function ThresholdRow({ property, thresholds = {} }: ThresholdRowProps) {
  const say = useText();
  const { language } = useKit();
  const readingText = useReadingText();
  const given = limitNames.flatMap((name) => {
    const limit = thresholds[name];
    return limit === undefined ? [] : [`${say(messages[name])} ${readingText(property, limit)}`];
  });
  return (
    <PropertyRow name={say(messages.thresholds)}>
      {given.length === 0
        ? say(messages.noThresholds)
        : given.join(language === 'zh' ? '；' : ', ')}
    </PropertyRow>
  );
}
