import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Skeleton, Stack, Toggle } from '#ui';
import type { FloodEvent } from '../../contract/impact.ts';
import { seek } from '../../state/clock.ts';
import { eventText } from '../event-words.ts';
import { useShownTimeS, useSince } from '../use-flood.ts';
import styles from './consequences.module.css';
import { messages } from './messages.ts';
import { useHits } from './use-impact.ts';

/** Streets are many: what happens to people comes first. */
const isOfStreet = ({ kind }: FloodEvent) => kind === 'road' || kind === 'road-open';
const MOST = 400;

/** What the water reached in order of time; a press shows that moment. */
export function EventsTab() {
  const say = useText();
  const store = useAppStore();
  const since = useSince();
  const shownS = useShownTimeS() ?? 0;
  const [withStreets, setWithStreets] = useState(false);
  const { answer, failure } = useHits({ lists: ['events'] });
  const all = answer?.events ?? [];
  const events = withStreets ? all : all.filter((event) => !isOfStreet(event));
  const hidden = all.length - events.length;
  if (failure) return <Banner tone="warning" title={say(messages.failed(failure))} />;
  if (!answer) return <Skeleton lines={6} />;
  return (
    <Stack gap="s">
      <Toggle label={say(messages.withStreets)} checked={withStreets} onChange={setWithStreets} />
      {events.length === 0 && (
        <EmptyState icon="history" title={say(messages.noEvents)}>
          {hidden > 0 && say(messages.olderEvents(hidden))}
        </EmptyState>
      )}
      <ol className={styles.events} aria-label={say(messages.events)}>
        {events.slice(-MOST).map((event) => (
          <li key={`${event.kind}/${event.id}/${event.name}/${event.timeS}`}>
            <button
              type="button"
              className={styles.event}
              aria-current={Math.abs(event.timeS - shownS) < 30 ? 'time' : undefined}
              onClick={() => seek(store, event.timeS)}
            >
              <span className={styles.time}>{since(event.timeS)}</span>{' '}
              <span>{say(eventText(event))}</span>
            </button>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
