import { useAppStore, useText } from '#store/use-store.tsx';
import { lazyPart, ToolPage } from '#ui';
import { messages } from '../messages.ts';
import { openTool } from '../state.ts';
import type { FloodTool } from './tools.ts';

/** The tool that is open, in place of the card's own parts. */
export function OpenTool({ tool }: { readonly tool: FloodTool }) {
  const store = useAppStore();
  const say = useText();
  const Tool = lazyPart(tool.load);
  return (
    <ToolPage
      title={say(tool.name)}
      back={say(messages.back)}
      broken={say(messages.toolBroken)}
      onBack={() => openTool(store, '')}
    >
      <Tool />
    </ToolPage>
  );
}
