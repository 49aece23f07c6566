import { useEffect, useState } from 'react';
import type { Instant } from '#model/time.ts';
import type { CityEntry } from '#store/opening.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, IconButton, Spinner } from '#ui';
import { SHELF_PATH } from '#workers/shelf/client.ts';
import { useParts } from '../parts.tsx';
import { CityCard } from './CityCard.tsx';
import { HowToAdd } from './HowToAdd.tsx';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

/** Until a city is open: what the server has, and what to do when it has none or does not answer. */
export function StartScreen() {
  const { opener, importer } = useParts();
  const say = useText();
  const { step, cities } = useAppState((state) => state.opening);
  const askAgain = () => void opener.ask({ hash: '', id: undefined, lastId: undefined });
  return (
    <main id="workbench" className={styles.screen} tabIndex={-1}>
      <div className={styles.plate}>
        <h1 className={styles.name}>Panopolis</h1>
        {step.kind === 'asking' && <Spinner label={say(messages.asking)} />}
        {step.kind === 'loading' && (
          <Spinner label={say(messages.loading(nameOf(step.id, cities)))} />
        )}
        {step.kind === 'failed' && (
          <Banner
            tone="warning"
            title={say(messages.unreachable)}
            actions={
              <Button icon="refresh" onClick={askAgain}>
                {say(messages.tryNow)}
              </Button>
            }
          >
            {step.reason} <NextTry at={step.nextTry} />
          </Banner>
        )}
        {step.kind === 'choosing' && cities.length === 0 && (
          <EmptyState
            icon="buildings"
            title={say(messages.empty)}
            action={
              <Button icon="refresh" onClick={askAgain}>
                {say(messages.refresh)}
              </Button>
            }
          >
            {say(messages.emptyDetail)}
          </EmptyState>
        )}
        {step.kind === 'choosing' && cities.length > 0 && (
          <section aria-labelledby="which-city">
            <h2 id="which-city" className={styles.question}>
              {say(messages.title)}
            </h2>
            <p className={styles.intro}>{say(messages.intro)}</p>
            <ul className={styles.cities}>
              {cities.map((city) => (
                <li key={city.id}>
                  <CityCard city={city} onOpen={() => void opener.open(city.id)} />
                  {isShelved(city) && (
                    <IconButton
                      icon="trash"
                      label={say(messages.forget(city.name))}
                      onClick={() => void importer.forget(city.id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {step.kind === 'choosing' && <HowToAdd />}
      </div>
    </main>
  );
}

const isShelved = ({ url }: CityEntry) => new URL(url).pathname.startsWith(SHELF_PATH);

const nameOf = (id: string, cities: readonly { id: string; name: string }[]) =>
  cities.find((city) => city.id === id)?.name ?? id;

function NextTry({ at }: { readonly at: Instant }) {
  const say = useText();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <span>{say(messages.nextTry(Math.max(0, Math.ceil((at - now) / 1000))))}</span>;
}
