import { useAppStore, useText } from '#store/use-store.tsx';
import { BigButtonList } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import { openTool } from '../state.ts';
import { tools } from './tools.ts';

/** What else can be done with a fire, or before one. */
export function ToolList({ hasFire }: { readonly hasFire: boolean }) {
  const store = useAppStore();
  const say = useText();
  return (
    <BigButtonList
      label={say(messages.tools)}
      buttons={tools
        .filter(({ when }) => hasFire || when === 'always')
        .map(({ id, icon, name, summary }) => ({
          ...{ id, icon, name: say(name), detail: say(summary) },
          onClick: () => openTool(store, id),
        }))}
    />
  );
}
