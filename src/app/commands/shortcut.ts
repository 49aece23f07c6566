// Shortcuts as commands declare them: `N`, `Shift+F`, `Mod+K`, `?`; Mod is Cmd on a Mac and Ctrl elsewhere.

/** The part of a keyboard event that tells which keys are down. */
export type Keys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** Whether a key press is this shortcut. Digits and signs go by the character, so any layout works. */
export function matchesShortcut(shortcut: string, keys: Keys, isMac: boolean): boolean {
  const parts = shortcut.split('+').map((part) => part.trim());
  const key = parts.pop() || '+';
  const modifiers = new Set(parts);
  const wantsMod = modifiers.has('Mod');
  const hasMod = isMac ? keys.metaKey : keys.ctrlKey;
  const hasOther = isMac ? keys.ctrlKey : keys.metaKey;
  const isLetter = /^[a-z]$/i.test(key);
  const isNamed = key.length > 1;
  if (wantsMod !== hasMod || hasOther || modifiers.has('Alt') !== keys.altKey) return false;
  if ((isLetter || isNamed) && modifiers.has('Shift') !== keys.shiftKey) return false;
  const pressed = keys.key.toLowerCase();
  if (pressed === key.toLowerCase()) return true;
  // On a layout without Latin letters, the place of the key decides.
  return isLetter && !/^[a-z]$/.test(pressed) && keys.code === `Key${key.toUpperCase()}`;
}

/** Whether the keys go into a text, a slider or a list, where a shortcut must not take them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.closest('input, textarea, select, [role="slider"], [role="combobox"]') !== null;
}

/** Whether the keys go into a menu, a popover or an open list, which Escape closes. */
export function isInOpenList(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const openBox = '[role="combobox"][aria-expanded="true"]';
  return target.closest(`[role="menu"], [role="dialog"], [role="listbox"], ${openBox}`) !== null;
}
