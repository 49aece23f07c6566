import { useIncidentLine } from '#features/use-incident-line.ts';
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
  const line = useIncidentLine(FLOOD_INCIDENT);
  if (isOpen) return <Note kind="faint">{say(line)}</Note>;
  return (
    <Row gap="s" isWrapping>
      <Button icon="incident" onClick={() => openIncidentOf(store, run)}>
        {say(messages.open)}
      </Button>
      <Note kind="faint">{say(messages.openHint)}</Note>
    </Row>
  );
}
