import { useEffect, useState } from 'react';
import type { Instant } from '#model/time.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, Spinner } from '#ui';
import { useParts } from '../parts.tsx';
import { isDroppedModel } from './dropped-model.ts';
import { EntryList } from './EntryList.tsx';
import { HowToAdd } from './HowToAdd.tsx';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

/** Until a city is open: what the server has, and what to do when it has none or does not answer. */
export function StartScreen() {
  const { opener } = useParts();
  const say = useText();
  const { step, cities: entries } = useAppState((state) => state.opening);
  const cities = entries.filter((entry) => !isDroppedModel(entry));
  const models = entries.filter(isDroppedModel);
  const askAgain = () => void opener.ask({ hash: '', id: undefined, lastId: undefined });
  return (
    <main id="workbench" className={styles.screen} tabIndex={-1}>
      <div className={styles.plate}>
        <h1 className={styles.name}>Panopolis</h1>
        {step.kind === 'asking' && <Spinner label={say(messages.asking)} />}
        {step.kind === 'loading' && (
          <Spinner label={say(messages.loading(nameOf(step.id, entries)))} />
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
            <EntryList entries={cities} />
          </section>
        )}
        {step.kind === 'choosing' && models.length > 0 && (
          <section aria-labelledby="which-model">
            <h2 id="which-model" className={styles.question}>
              {say(messages.models)}
            </h2>
            <p className={styles.intro}>{say(messages.modelsDetail)}</p>
            <EntryList entries={models} />
          </section>
        )}
        {step.kind === 'choosing' && <HowToAdd />}
      </div>
    </main>
  );
}

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
