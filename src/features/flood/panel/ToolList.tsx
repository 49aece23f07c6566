import { useAppStore, useText } from '#store/use-store.tsx';
import { BigButtonList } from '#ui';
import { messages } from '../messages.ts';
import { openTool } from '../state.ts';
import { tools } from './tools.ts';

/** What else can be done with a run, or before one. */
export function ToolList({ hasRun }: { readonly hasRun: boolean }) {
  const store = useAppStore();
  const say = useText();
  return (
    <BigButtonList
      label={say(messages.tools)}
      buttons={tools
        .filter(({ when }) => hasRun || when === 'always')
        .map(({ id, icon, name, summary }) => ({
          ...{ id, icon, name: say(name), detail: say(summary) },
          onClick: () => openTool(store, id),
        }))}
    />
  );
}
