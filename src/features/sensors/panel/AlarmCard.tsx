import { useState } from 'react';
import { setPreferences } from '#store/preferences.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, IconButton, Note, Row, Stack, StatusBadge, TextField } from '#ui';
import { alarmState, isUnacknowledged } from '../kernel/alarm.ts';
import { alarmLevels, messages } from '../messages.ts';
import {
  acknowledge,
  acknowledgementId,
  type SensorAlarm,
  selectRequest,
  settle,
} from '../state.ts';
import styles from './alarms.module.css';
import { useMoment, useReadingText } from './use-words.ts';

interface AlarmCardProps {
  readonly alarm: SensorAlarm;
  /** Goes to the sensor; absent where it is in sight anyway. */
  readonly onShow?: () => void;
  /** Goes to the building that the sensor is in; absent where it is in none. */
  readonly onShowBuilding?: (() => void) | undefined;
}

/** One alarm: what, by how much, since when, who knows; acknowledged with one press, a note if wanted. */
export function AlarmCard({ alarm, onShow, onShowBuilding }: AlarmCardProps) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const readingText = useReadingText();
  const [isNoting, setNoting] = useState(false);
  const [note, setNote] = useState('');
  const request = useAppState(selectRequest(acknowledgementId(alarm.id)));
  const state = alarmState(alarm);
  const waits = isUnacknowledged(alarm);
  const value = readingText(alarm.property, alarm.value);
  const limit = readingText(alarm.property, alarm.threshold);
  return (
    <article
      className={styles.alarm}
      aria-label={`${alarm.name}, ${say(messages.alarmState[state])}`}
    >
      <Row gap="s" spread="between" isWrapping>
        <StatusBadge
          tone={alarm.level === 'alarm' ? 'critical' : 'warning'}
          word={`${say(alarmLevels[alarm.level])}, ${say(messages.alarmState[state])}`}
          isBlinking={waits && alarm.level === 'alarm'}
        />
        {onShow && (
          <IconButton
            icon="focus"
            size="s"
            label={`${say(messages.zoomTo)}: ${alarm.name}`}
            onClick={onShow}
          />
        )}
      </Row>
      {onShow && <strong>{alarm.name}</strong>}
      <Note kind="number">{say(messages.above(value, limit))}</Note>
      <Note kind="faint">{say(messages.since(moment(alarm.raisedAtMs)))}</Note>
      {alarm.acknowledgedBy && alarm.acknowledgedAtMs !== undefined && (
        <Note kind="faint">
          {say(messages.acknowledgedBy(alarm.acknowledgedBy, moment(alarm.acknowledgedAtMs)))}
          {alarm.note && ` · ${alarm.note}`}
        </Note>
      )}
      {waits && (
        <Row gap="s">
          <Button
            size="s"
            kind="primary"
            icon="check"
            isLoading={request !== undefined && request.failure === undefined}
            onClick={() => acknowledge(store, [alarm], note)}
          >
            {say(messages.acknowledge)}
          </Button>
          <IconButton
            icon="note"
            size="s"
            label={say(messages.note)}
            isExpanded={isNoting}
            onClick={() => setNoting(!isNoting)}
          />
        </Row>
      )}
      {waits && isNoting && <NoteFields note={note} onChange={setNote} />}
      {onShowBuilding && (
        <Row gap="s">
          <Button size="s" kind="quiet" icon="building" onClick={onShowBuilding}>
            {say(messages.toBuilding)}
          </Button>
        </Row>
      )}
      {request?.failure && (
        <Banner
          tone="critical"
          title={say(request.failure)}
          onClose={() => settle(store, request.id)}
        />
      )}
    </article>
  );
}

function NoteFields({
  note,
  onChange,
}: {
  readonly note: string;
  readonly onChange: (note: string) => void;
}) {
  const store = useAppStore();
  const say = useText();
  const signature = useAppState(({ preferences }) => preferences.signature);
  return (
    <Stack gap="s">
      <TextField label={say(messages.note)} value={note} onChange={onChange} />
      <TextField
        label={say(messages.signedBy)}
        value={signature}
        placeholder={say(messages.controlRoom)}
        onChange={(name) => setPreferences(store, { signature: name })}
      />
    </Stack>
  );
}
