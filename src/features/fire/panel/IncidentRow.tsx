import type { IncidentKeeping } from '#features/incident-outbox.ts';
import { useFrame } from '#scene/use-frames.tsx';
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
  const keeping = useFrame<IncidentKeeping>(FIRE_INCIDENT);
  if (!isOpen) {
    return (
      <Row gap="s" isWrapping>
        <Button icon="incident" onClick={() => openIncidentOf(store, scenario)}>
          {say(messages.open)}
        </Button>
        <Note kind="faint">{say(messages.openHint)}</Note>
      </Row>
    );
  }
  if (keeping?.reason) return <Note kind="faint">{say(messages.waits(keeping.reason))}</Note>;
  const isKept = keeping?.number !== undefined && keeping.waiting === 0;
  return (
    <Note kind="faint">
      {say(isKept && keeping.number ? messages.kept(keeping.number) : messages.sending)}
    </Note>
  );
}
