import type { IncidentKeeping } from '#features/incident-outbox.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row } from '#ui';
import { FLOOD_INCIDENT } from '../contract/incident.ts';
import { logMessages as messages } from '../messages/log.ts';
import { openIncidentOf } from '../state/runs.ts';
import { selectFlood } from '../state.ts';

/** Makes an incident of the run, or says where its log is. */
export function IncidentRow({ run }: { readonly run: string }) {
  const store = useAppStore();
  const say = useText();
  const isOpen = useAppState((state) => selectFlood(state).incident?.run === run);
  const keeping = useFrame<IncidentKeeping>(FLOOD_INCIDENT);
  if (!isOpen) {
    return (
      <Row gap="s" isWrapping>
        <Button icon="incident" onClick={() => openIncidentOf(store, run)}>
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
