import { useEffect, useRef } from 'react';
import { useAppStore } from '#store/use-store.tsx';
import type { Measuring } from './use-measuring.ts';
import type { ViewControl } from './use-view.ts';
import type { Stage } from './view/stage.ts';
import type { ViewKind } from './view/view.ts';

const viewKeys: Readonly<Record<string, ViewKind>> = { 1: 'orbit', 2: 'plan', 3: 'walk' };
/** Keys that fly the globe, which must not move while it can't be seen. */
const FLY = /^[wasd]$/i;
const LETTER = /^[a-z]$/i;

/** The keys of the close look: they come before those of the globe beneath, and leave texts and lists alone. */
export function useKeys(
  stage: Stage | undefined,
  view: ViewControl,
  measuring: Measuring,
  onLeave: () => void,
): void {
  const store = useAppStore();
  const latest = useRef({ view, measuring, onLeave });
  latest.current = { view, measuring, onLeave };

  useEffect(() => {
    const goBack = () => {
      const now = latest.current;
      if (now.measuring.cancel()) return;
      if (now.view.kind === 'walk') now.view.choose('orbit');
      else now.onLeave();
    };

    /** True where the key meant something here. */
    function act({ key, shiftKey, target }: KeyboardEvent): boolean {
      const now = latest.current;
      if (key === 'Escape') {
        goBack();
        return true;
      }
      const isOnPicture = target === stage?.canvas || target === document.body;
      // Letters walk wherever the focus is; arrows belong to the toolbar that has it.
      const isMeant = isOnPicture || LETTER.test(key);
      if (isMeant && now.view.current()?.press(key, shiftKey)) return true;
      const kind = viewKeys[key];
      if (kind) now.view.choose(kind);
      else if (key === 'm' || key === 'M') {
        now.measuring.setTool(now.measuring.tool === 'distance' ? 'select' : 'distance');
      } else return FLY.test(key);
      return true;
    }

    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (store.getState().workbench.dialog || isTaken(event)) return;
      if (!act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const release = ({ key }: KeyboardEvent) => latest.current.view.current()?.release?.(key);
    const forget = () => {
      for (const key of ['w', 'a', 's', 'd', 'q', 'e'])
        latest.current.view.current()?.release?.(key);
    };
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('keyup', release);
    window.addEventListener('blur', forget);
    return () => {
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', forget);
    };
  }, [store, stage]);
}

/** Whether the keys write a text, move a slider, or belong to what opened over the page. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const over = '[role="menu"], [role="dialog"], [role="listbox"], [aria-expanded="true"]';
  if (target.closest(over)) return true;
  if (key === 'Escape') return false;
  const fields = 'input, textarea, select, [role="slider"], [role="combobox"], [role="treegrid"]';
  return target.closest(`${fields}, [role="tree"], [role="grid"]`) !== null;
}
