import { poseLookingAt } from '#scene/camera-pose.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, Note, Row, Stack } from '#ui';
import { SENSORS, type SensorFrame } from '../contract.ts';
import { isUnacknowledged } from '../kernel/alarm.ts';
import { messages } from '../messages.ts';
import { surroundingsOf, toSelected } from '../session/surroundings.ts';
import { acknowledge, ask, openAlarmList, type SensorAlarm, selectSensors } from '../state.ts';
import { AlarmCard } from './AlarmCard.tsx';

/** Every alarm that stands or waits, the most urgent first. */
export function AlarmList() {
  const store = useAppStore();
  const say = useText();
  const frame = useFrame<SensorFrame>(SENSORS);
  const alarms = useAppState((state) => selectSensors(state).report.alarms);
  const isReplay = useAppState(({ clock }) => clock.mode === 'set');
  const waiting = alarms.filter(isUnacknowledged);

  const show = ({ sensor }: SensorAlarm) => {
    if (!frame) return;
    select(store, [toSelected(frame.sensors, sensor)]);
    flyTo(store, poseLookingAt(surroundingsOf(frame.sensors, sensor)));
    openAlarmList(store, false);
  };
  const buildingOf = ({ sensor }: SensorAlarm) => frame?.sensors.building[sensor];
  const showBuilding = (building: string) => {
    ask(store, { id: 'select-building', kind: 'select-building', building });
    openAlarmList(store, false);
  };
  if (alarms.length === 0) return <EmptyState icon="alarm" title={say(messages.noAlarms)} />;
  return (
    <Stack>
      {isReplay && <Note kind="faint">{say(messages.alarmsLive)}</Note>}
      {waiting.length > 1 && (
        <Row spread="end">
          <Button size="s" icon="check" onClick={() => acknowledge(store, waiting)}>
            {`${say(messages.acknowledgeAll)} · ${waiting.length}`}
          </Button>
        </Row>
      )}
      {alarms.map((alarm) => (
        <AlarmCard
          key={alarm.id}
          alarm={alarm}
          onShow={() => show(alarm)}
          onShowBuilding={actOf(buildingOf(alarm), showBuilding)}
        />
      ))}
    </Stack>
  );
}

/** Undefined where there is nothing to act on. */
const actOf = (thing: string | undefined, act: (thing: string) => void) =>
  thing ? () => act(thing) : undefined;
