import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Drawer, IconButton } from '#ui';
import { messages } from '../messages.ts';
import { openAlarmList, selectSensors, selectUnacknowledged } from '../state.ts';
import { AlarmList } from './AlarmList.tsx';

/** The bell: how many alarms wait for a person, and all of them behind it. */
export default function AlarmBell() {
  const store = useAppStore();
  const say = useText();
  const waiting = useAppState((state) => selectUnacknowledged(state).length);
  const isOpen = useAppState((state) => selectSensors(state).isAlarmListOpen);
  return (
    <>
      <IconButton
        icon={waiting > 0 ? 'alarm-ringing' : 'alarm'}
        label={waiting > 0 ? say(messages.unacknowledgedCount(waiting)) : say(messages.alarms)}
        shortcut="Shift+J"
        count={waiting}
        isBlinking={waiting > 0}
        onClick={() => openAlarmList(store, true)}
      />
      <Drawer
        isOpen={isOpen}
        onClose={() => openAlarmList(store, false)}
        side="right"
        title={say(messages.alarms)}
      >
        <AlarmList />
      </Drawer>
    </>
  );
}
