const isApple = () => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const appleKeys: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Enter: '↵',
};
const otherKeys: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const everywhere: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** The keys of a shortcut such as `Mod+Shift+K`, as this machine's keyboard prints them. */
export function shortcutKeys(shortcut: string, apple = isApple()): readonly string[] {
  const names = apple ? appleKeys : otherKeys;
  const keys = shortcut === '+' ? ['+'] : shortcut.split('+');
  return keys.map((key) => names[key] ?? everywhere[key] ?? key);
}
