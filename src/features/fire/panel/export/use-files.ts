import { useText } from '#store/use-store.tsx';
import { useSaving } from '#ui';
import { messages } from './messages.ts';

/** Writes a file and hands it over; says so, or why not. */
export function useFiles(): ReturnType<typeof useSaving> {
  const say = useText();
  return useSaving({ saved: (name) => say(messages.saved(name)), failed: say(messages.failed) });
}
