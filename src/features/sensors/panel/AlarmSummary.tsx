import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, StatusBadge } from '#ui';
import { messages } from '../messages.ts';
import { openAlarmList, selectSensors, selectUnacknowledged } from '../state.ts';

/** How many alarms wait for a person, and the way to them. */
export function AlarmSummary() {
  const store = useAppStore();
  const say = useText();
  const standing = useAppState((state) => selectSensors(state).report.alarms.length);
  const waiting = useAppState((state) => selectUnacknowledged(state).length);
  if (standing === 0) return null;
  return (
    <Row gap="s" spread="between" isWrapping>
      {waiting > 0 ? (
        <StatusBadge tone="critical" isBlinking word={say(messages.unacknowledgedCount(waiting))} />
      ) : (
        <span />
      )}
      <Button size="s" icon="alarm" onClick={() => openAlarmList(store, true)}>
        {`${say(messages.alarms)} · ${standing}`}
      </Button>
    </Row>
  );
}
