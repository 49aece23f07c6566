import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { CommandPalette } from '#ui';
import { toIconName } from '../icon-name.ts';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';
import { useCommands } from './use-commands.ts';
import { useGroupTitle } from './use-group-title.ts';

const MOST_RECENT = 5;
/** Of this visit, latest first. */
let recent: readonly string[] = [];

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { store } = useParts();
  const say = useText();
  const titleOf = useGroupTitle();
  const groups = useCommands();
  const [recentIds] = useState(recent);
  return (
    <CommandPalette
      label={say(messages.palette)}
      placeholder={say(messages.palettePlaceholder)}
      isOpen
      onClose={onClose}
      recentIds={recentIds}
      commands={groups.flatMap(({ id: group, commands }) =>
        commands
          .filter(({ id }) => id !== 'app.palette')
          .map((command) => ({
            id: command.id,
            title: say(command.title),
            icon: toIconName(command.icon),
            shortcut: command.shortcut,
            group: titleOf(group),
            keywords: `${command.title.en} ${command.title.zh}`,
            run: () => {
              recent = [command.id, ...recent.filter((id) => id !== command.id)].slice(
                0,
                MOST_RECENT,
              );
              command.run(store);
            },
          })),
      )}
    />
  );
}
