import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Stack } from '#ui';
import { SMOKE_TOOL } from '../../state/releases.ts';
import { openTool } from '../../state.ts';
import { FireSmoke } from './FireSmoke.tsx';
import { messages } from './messages.ts';

/** Who is in the smoke of the shown fire, in the card. */
export default function SmokeSection() {
  const store = useAppStore();
  const say = useText();
  return (
    <Stack gap="s">
      <FireSmoke isShort />
      <Button icon="cloud" onClick={() => openTool(store, SMOKE_TOOL)}>
        {say(messages.tool)}
      </Button>
    </Stack>
  );
}
