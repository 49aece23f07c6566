import { useAppState, useText } from '#store/use-store.tsx';
import { Note, Skeleton, Stack } from '#ui';
import { burstMessages as messages } from '../../messages/burst.ts';
import { selectPipes } from '../../state.ts';
import { BeginBurst } from './BeginBurst.tsx';
import { RunningIncident } from './RunningIncident.tsx';

/** A burst from the alarm to the last valve that is opened again. */
export default function BurstTool() {
  const say = useText();
  const incident = useAppState((state) => selectPipes(state).incident);
  const isAsked = useAppState((state) => selectPipes(state).burstRequest !== undefined);
  if (isAsked) {
    return (
      <Stack>
        <Note kind="faint">{say(messages.lookingUp)}</Note>
        <Skeleton lines={6} />
      </Stack>
    );
  }
  return incident ? <RunningIncident key={incident.key} incident={incident} /> : <BeginBurst />;
}
