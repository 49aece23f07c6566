import { useEffect } from 'react';
import { cancelStep } from '#store/workbench.ts';
import { isModalOpen } from '#ui';
import { useParts } from '../parts.tsx';
import { listCommands } from './all-commands.ts';
import { isInOpenList, isTyping, matchesShortcut } from './shortcut.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Runs the command of a key press anywhere on the page, except while the keys write a text. */
export function useShortcuts(): void {
  const parts = useParts();
  const { store } = parts;
  useEffect(() => {
    // Whether the key closes something by itself: what is open when it arrives, before anyone has closed it.
    let isTaken = false;
    const arrive = ({ target }: KeyboardEvent) => {
      const { dialog } = store.getState().workbench;
      isTaken = dialog !== undefined || isModalOpen() || isInOpenList(target);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Escape') {
        if (!isTaken && cancelStep(store)) event.preventDefault();
        return;
      }
      const hasModifier = event.ctrlKey || event.metaKey;
      if (isTyping(event.target) && !hasModifier) return;
      const state = store.getState();
      // A dialog has the keys to itself; only what opens over everything still answers.
      if (state.workbench.dialog && !hasModifier) return;
      const command = listCommands(state, parts)
        .flatMap(({ commands }) => commands)
        .find(
          ({ shortcut, when }) =>
            shortcut && matchesShortcut(shortcut, event, isMac) && (when?.(state) ?? true),
        );
      if (!command) return;
      event.preventDefault();
      command.run(store);
    };
    window.addEventListener('keydown', arrive, { capture: true });
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', arrive, { capture: true });
      window.removeEventListener('keydown', press);
    };
  }, [store, parts]);
}
