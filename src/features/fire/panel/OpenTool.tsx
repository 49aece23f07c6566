import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { lazyPart, Stack, ToolPage } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import { openTool, selectFire } from '../state.ts';
import { HonestLine } from './HonestLine.tsx';
import { PointBar } from './PointBar.tsx';
import type { FireTool } from './tools.ts';

/** The tool that is open, in place of the card's own parts. */
export function OpenTool({ tool }: { readonly tool: FireTool }) {
  const store = useAppStore();
  const say = useText();
  const pointing = useAppState((state) => selectFire(state).pointing);
  const Tool = lazyPart(tool.load);
  return (
    <ToolPage
      title={say(tool.name)}
      back={say(messages.back)}
      broken={say(messages.broken)}
      onBack={() => openTool(store, '')}
    >
      <Stack>
        {pointing && <PointBar pointing={pointing} />}
        <Tool />
        <HonestLine isOfTool />
      </Stack>
    </ToolPage>
  );
}
