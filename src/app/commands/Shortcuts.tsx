import { useStore } from 'zustand';
import { useText } from '#store/use-store.tsx';
import { ShortcutSheet } from '#ui';
import { useParts } from '../parts.tsx';
import { listCommands } from './all-commands.ts';
import { messages } from './messages.ts';
import { useGroupTitle } from './use-group-title.ts';

/** Keys that are held or mean "back" rather than run a command. */
const heldKeys = [
  { id: 'forward', title: messages.flyForward, shortcut: 'W' },
  { id: 'back', title: messages.flyBack, shortcut: 'S' },
  { id: 'left', title: messages.flyLeft, shortcut: 'A' },
  { id: 'right', title: messages.flyRight, shortcut: 'D' },
  { id: 'faster', title: messages.flyFaster, shortcut: 'Shift' },
  { id: 'cancel', title: messages.cancel, shortcut: 'Escape' },
] as const;

/** Every shortcut, whether or not it can be used just now. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const parts = useParts();
  const say = useText();
  const titleOf = useGroupTitle();
  const state = useStore(parts.store);
  const groups = listCommands(state, parts).map(({ id, commands }) => ({
    title: titleOf(id),
    items: commands.flatMap(({ id: command, title, shortcut }) =>
      shortcut ? [{ id: command, title: say(title), shortcut }] : [],
    ),
  }));
  const held = {
    title: say(messages.flying),
    items: heldKeys.map(({ id, title, shortcut }) => ({ id, title: say(title), shortcut })),
  };
  return (
    <ShortcutSheet
      title={say(messages.shortcuts)}
      isOpen
      onClose={onClose}
      groups={[...groups.filter(({ items }) => items.length > 0), held]}
    />
  );
}
