import { useText } from '#store/use-store.tsx';
import { useParts } from '../parts.tsx';
import type { CommandGroup } from './all-commands.ts';
import { messages } from './messages.ts';

/** What a group of commands is called. */
export function useGroupTitle(): (id: CommandGroup['id']) => string {
  const { features } = useParts();
  const say = useText();
  return (id) => {
    switch (id) {
      case 'app':
      case 'view':
      case 'cities':
      case 'layers':
        return say(messages[id]);
      default: {
        const name = features.find((feature) => id === `feature:${feature.id}`)?.name;
        return name ? say(name) : id;
      }
    }
  };
}
