import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row } from '#ui';
import { steerMessages as messages } from '../messages/steer.ts';
import { beginPointing } from '../state/pointing.ts';
import { openTool } from '../state.ts';
import { useSending } from './response/use-sending.ts';

const RESPONSE_TOOL = 'response';

/** Sends engines: those of the full alarm that were found for this fire, or one where a person points. */
export function EnginesForm({ onDone }: { readonly onDone: () => void }) {
  const store = useAppStore();
  const say = useText();
  const { hasFire, unsent, send } = useSending();
  return (
    <Row gap="s" isWrapping>
      {hasFire && unsent.length > 0 && (
        <Button
          kind="primary"
          icon="send"
          onClick={() => {
            send();
            onDone();
          }}
        >
          {say(messages.sendFound(unsent.length))}
        </Button>
      )}
      <Button icon="target" onClick={() => beginPointing(store, 'engine')}>
        {say(messages.engineHere)}
      </Button>
      <Button kind="quiet" icon="fire-engine" onClick={() => openTool(store, RESPONSE_TOOL)}>
        {say(messages.findEngines)}
      </Button>
    </Row>
  );
}
