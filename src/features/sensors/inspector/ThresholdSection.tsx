import { useState } from 'react';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, PropertyRow, useKit } from '#ui';
import { messages } from '../messages.ts';
import { limitNames } from '../panel/limits.ts';
import { useReadingText } from '../panel/use-words.ts';
import { selectRequest, thresholdsId } from '../state.ts';
import { ThresholdEditor } from './ThresholdEditor.tsx';

interface ThresholdSectionProps {
  readonly property: ObservedPropertyId;
  /** Of the datastream. */
  readonly number: number;
  readonly thresholds: Thresholds | undefined;
}

/** The limits of a datastream, to read and to change. */
export function ThresholdSection({ property, number, thresholds = {} }: ThresholdSectionProps) {
  const say = useText();
  const { language } = useKit();
  const readingText = useReadingText();
  const [step, setStep] = useState<'reading' | 'editing' | 'sent'>('reading');
  const isUnderway = useAppState(selectRequest(thresholdsId(number))) !== undefined;
  // What was sent and is no longer underway is saved.
  const isEditing = step === 'editing' || (step === 'sent' && isUnderway);
  const given = limitNames.filter((name) => thresholds[name] !== undefined);
  if (findObservedProperty(property).states && given.length === 0) return null;
  return (
    <>
      <PropertyRow name={say(messages.thresholds)}>
        {given.length === 0
          ? say(messages.noThresholds)
          : given
              .map(
                (name) => `${say(messages[name])} ${readingText(property, thresholds[name] ?? 0)}`,
              )
              .join(language === 'zh' ? '；' : ', ')}
      </PropertyRow>
      {isEditing ? (
        <ThresholdEditor
          property={property}
          number={number}
          thresholds={thresholds}
          onSent={() => setStep('sent')}
          onCancel={() => setStep('reading')}
        />
      ) : (
        <div>
          <Button size="s" kind="quiet" icon="pencil" onClick={() => setStep('editing')}>
            {`${say(messages.thresholds)}: ${say(messages.editThresholds)}`}
          </Button>
        </div>
      )}
    </>
  );
}
