import { useIncidentLine } from '#features/use-incident-line.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row } from '#ui';
import { FIRE_INCIDENT } from '../contract/incident.ts';
import { logMessages as messages } from '../messages/log.ts';
import { openIncidentOf } from '../state/incident.ts';
import { selectFire } from '../state.ts';

/** Makes an incident of the fire, or says where its log is. */
export function IncidentRow({ scenario }: { readonly scenario: string }) {
  const store = useAppStore();
  const say = useText();
  const isOpen = useAppState((state) => selectFire(state).incident?.scenario === scenario);
  const line = useIncidentLine(FIRE_INCIDENT);
  if (isOpen) return <Note kind="faint">{say(line)}</Note>;
  return (
    <Row gap="s" isWrapping>
      <Button icon="incident" onClick={() => openIncidentOf(store, scenario)}>
        {say(messages.open)}
      </Button>
      <Note kind="faint">{say(messages.openHint)}</Note>
    </Row>
  );
}
