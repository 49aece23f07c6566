import { useState } from 'react';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, NumberField, Row, Stack } from '#ui';
import { messages } from '../messages.ts';
import { ask, selectRequest, settle, thresholdsId } from '../state.ts';
import {
  faultsOf,
  fromDraft,
  type ThresholdField,
  thresholdFields,
  toDraft,
} from './threshold-draft.ts';

interface ThresholdEditorProps {
  readonly property: ObservedPropertyId;
  readonly number: number;
  readonly thresholds: Thresholds;
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

/** Changes the limits, in the unit that is shown; a side left empty never alarms. */
export function ThresholdEditor({
  property,
  number,
  thresholds,
  onSent,
  onCancel,
}: ThresholdEditorProps) {
  const store = useAppStore();
  const say = useText();
  const [draft, setDraft] = useState(() => toDraft(thresholds, property));
  const id = thresholdsId(number);
  const request = useAppState(selectRequest(id));
  const { shown } = findObservedProperty(property);
  const faults = faultsOf(draft);
  const isFaulty = Object.keys(faults).length > 0;
  const isSaving = request !== undefined && request.failure === undefined;

  const change = (field: ThresholdField, value: number | undefined) => {
    const { [field]: _, ...others } = draft;
    setDraft(value === undefined ? others : { ...others, [field]: value });
  };
  const hints = { deadband: say(messages.deadbandHint), delayS: say(messages.delayHint) };
  return (
    <Stack gap="s">
      {thresholdFields.map((field) => (
        <NumberField
          key={field}
          label={[
            say(field === 'delayS' ? messages.delay : messages[field]),
            field === 'delayS' ? 's' : shown.symbol,
          ]
            .filter(Boolean)
            .join(' · ')}
          unit={field === 'delayS' ? 's' : shown.symbol}
          value={draft[field]}
          step={10 ** -shown.digits}
          {...((field === 'deadband' || field === 'delayS') && { hint: hints[field] })}
          error={faults[field] && say(faults[field])}
          onChange={(value) => change(field, value)}
        />
      ))}
      <Note kind="faint">{say(messages.forEverybody)}</Note>
      {request?.failure && (
        <Banner tone="critical" title={say(request.failure)} onClose={() => settle(store, id)} />
      )}
      <Row gap="s">
        <Button
          size="s"
          kind="primary"
          icon="check"
          disabled={isFaulty}
          isLoading={isSaving}
          onClick={() => {
            ask(store, { id, kind: 'thresholds', number, thresholds: fromDraft(draft, property) });
            onSent();
          }}
        >
          {say(messages.save)}
        </Button>
        <Button size="s" kind="quiet" onClick={onCancel}>
          {say(messages.cancel)}
        </Button>
      </Row>
    </Stack>
  );
}
