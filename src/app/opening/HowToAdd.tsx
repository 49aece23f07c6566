import { useText } from '#store/use-store.tsx';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

const EXAMPLE = 'npx panopolis ingest buildings.city.json dem.tif --out tilesets/my-city';

/** How a city comes into the list. */
export function HowToAdd() {
  const say = useText();
  return (
    <section className={styles.add} aria-labelledby="add-city">
      <h2 id="add-city" className={styles.question}>
        {say(messages.howToAdd)}
      </h2>
      <p className={styles.intro}>{say(messages.howToAddDetail)}</p>
      <pre className={styles.code}>
        <code>{EXAMPLE}</code>
      </pre>
    </section>
  );
}
