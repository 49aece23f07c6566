import { useState } from 'react';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { Button, Row, Stack } from '#ui';
import { messages } from '../messages.ts';
import { selectRequest, selectSensors, thresholdsId, toggleCharted } from '../state.ts';
import { ThresholdEditor } from './ThresholdEditor.tsx';

interface DatastreamActionsProps {
  readonly property: ObservedPropertyId;
  /** Of the datastream. */
  readonly number: number;
  readonly thresholds: Thresholds | undefined;
  /** Its name in the comparison. */
  readonly chartedId: string;
}

/** What a person can do with a datastream: compare it with others, change its limits. */
export function DatastreamActions(props: DatastreamActionsProps) {
  const { property, number, thresholds = {}, chartedId } = props;
  const store = useAppStore();
  const say = useText();
  const [step, setStep] = useState<'reading' | 'editing' | 'sent'>('reading');
  const isCharted = useAppState((state) => selectSensors(state).charted.includes(chartedId));
  const isUnderway = useAppState(selectRequest(thresholdsId(number))) !== undefined;
  // What was sent and is no longer underway is saved.
  const isEditing = step === 'editing' || (step === 'sent' && isUnderway);
  return (
    <Stack gap="s">
      <Row gap="s" isWrapping>
        <Button
          size="s"
          icon="line-chart"
          isPressed={isCharted}
          onClick={() => {
            toggleCharted(store, chartedId);
            if (!isCharted) openTab(store, 'time');
          }}
        >
          {say(messages.compare)}
        </Button>
        {!isEditing && (
          <Button size="s" icon="pencil" onClick={() => setStep('editing')}>
            {say(messages.editThresholds)}
          </Button>
        )}
      </Row>
      {isEditing && (
        <ThresholdEditor
          property={property}
          number={number}
          thresholds={thresholds}
          onSent={() => setStep('sent')}
          onCancel={() => setStep('reading')}
        />
      )}
    </Stack>
  );
}
