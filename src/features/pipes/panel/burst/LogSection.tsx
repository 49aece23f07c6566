import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, PropertySection, Row, Stack, TextField } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import { actText, burstMessages as messages } from '../../messages/burst.ts';
import { act, isEnded, replayFrom } from '../../state/incident.ts';
import { useMoment } from '../use-words.ts';
import styles from './burst.module.css';

interface LogSectionProps {
  readonly incident: BurstIncident;
  /** The moment that is replayed; undefined while the incident runs. */
  readonly atMs: number | undefined;
}

/** What happened and was done, in order; each line shows the city as it was known then. */
export function LogSection({ incident, atMs }: LogSectionProps) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const [first] = incident.steps;
  const shown = atMs === undefined ? -1 : incident.steps.findLastIndex((one) => one.atMs <= atMs);
  return (
    <PropertySection title={say(messages.log)} aside={incident.steps.length} isFree>
      <Stack>
        {first && (
          <Button size="l" icon="play" isWide onClick={() => replayFrom(store, first.atMs)}>
            {say(messages.replayAll)}
          </Button>
        )}
        <ol className={styles.list}>
          {incident.steps.map(({ key, atMs: time, by, act: done }, at) => (
            <li key={key} className={styles.step} aria-current={at === shown ? 'step' : undefined}>
              <Button
                size="s"
                kind="quiet"
                isPressed={at === shown}
                onClick={() => replayFrom(store, time)}
              >
                {moment(time)}
              </Button>
              <span className={at === shown ? styles.shown : undefined}>
                {say(actText(done))}
                {by && ` · ${by}`}
              </span>
            </li>
          ))}
        </ol>
        {atMs === undefined && !isEnded(incident) && <NoteField />}
      </Stack>
    </PropertySection>
  );
}

function NoteField() {
  const store = useAppStore();
  const say = useText();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    act(store, { kind: 'note', text: text.trim() });
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Row gap="s" align="stretch">
        <TextField label={say(messages.note)} value={text} onChange={setText} />
        <Button size="l" icon="plus" type="submit">
          {say(messages.addNote)}
        </Button>
      </Row>
    </form>
  );
}
