import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, Stack } from '#ui';
import { steerMessages as messages } from '../messages/steer.ts';
import { defendSelected } from '../state/commands.ts';
import { beginPointing } from '../state/pointing.ts';
import { selectFire } from '../state.ts';

/** Keeps buildings wet: the selected ones, or a block that is drawn. */
export function DefendForm({ onDone }: { readonly onDone: () => void }) {
  const store = useAppStore();
  const say = useText();
  const selected = useAppState((state) => selectFire(state).selected.length);
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.defendHint)}</Note>
      <Row gap="s" isWrapping>
        {selected > 0 && (
          <Button
            kind="primary"
            icon="shield"
            onClick={() => {
              defendSelected(store);
              onDone();
            }}
          >
            {say(messages.defendSelected(selected))}
          </Button>
        )}
        <Button icon="area" onClick={() => beginPointing(store, 'defence')}>
          {say(messages.defendDrawn)}
        </Button>
      </Row>
    </Stack>
  );
}
