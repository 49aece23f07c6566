import type { CityEntry } from '#store/opening.ts';
import { useText } from '#store/use-store.tsx';
import { IconButton } from '#ui';
import { useParts } from '../parts.tsx';
import { CityCard } from './CityCard.tsx';
import { isShelved } from './dropped-model.ts';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

/** Cards to open one by; what this browser keeps can be removed. */
export function EntryList({ entries }: { readonly entries: readonly CityEntry[] }) {
  const { opener, importer } = useParts();
  const say = useText();
  return (
    <ul className={styles.cities}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.row}>
          <CityCard city={entry} onOpen={() => void opener.open(entry.id)} />
          {isShelved(entry) && (
            <IconButton
              icon="trash"
              label={say(messages.forget(entry.name))}
              onClick={() => void importer.forget(entry.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
