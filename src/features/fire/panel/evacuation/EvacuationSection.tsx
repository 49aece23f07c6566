import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { BigButton, Button, Note, Stack } from '#ui';
import { shownFireOf } from '../../state/clock.ts';
import { orderFor } from '../../state/evacuate.ts';
import { openTool } from '../../state.ts';
import { EvacuationNumbers } from './EvacuationNumbers.tsx';
import { messages } from './messages.ts';
import { EVACUATION_TOOL } from './tool.ts';
import { useEvacuation, useShownHazards, usualHazards } from './use-evacuation.ts';
import { WorkState } from './WorkState.tsx';

/** Who has to leave because of the shown fire, found by one press. */
export default function EvacuationSection() {
  const store = useAppStore();
  const say = useText();
  const { request } = useEvacuation();
  const hazards = usualHazards(useShownHazards());
  const name = useAppState((state) => shownFireOf(state)?.name);
  if (!request && hazards.length === 0) return <Note kind="faint">{say(messages.noHazards)}</Note>;
  return (
    <Stack gap="s">
      {!request && (
        <BigButton
          icon="walk"
          name={say(messages.order)}
          detail={say(messages.orderWhat(hazards.length))}
          onClick={() => orderFor(store, hazards, name ?? say(messages.name))}
        />
      )}
      {request && <WorkState />}
      {request && <EvacuationNumbers />}
      {request && (
        <Button icon="list" onClick={() => openTool(store, EVACUATION_TOOL)}>
          {say(messages.open)}
        </Button>
      )}
    </Stack>
  );
}
