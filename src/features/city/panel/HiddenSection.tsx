import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, Row, Stack } from '#ui';
import { messages } from '../messages.ts';
import { selectCity, show, showAll, undoHide } from '../state.ts';

const SHOWN_AT_FIRST = 20;

/** What was taken away, the latest first; each comes back by itself, step by step or all at once. */
export function HiddenSection() {
  const store = useAppStore();
  const say = useText();
  const hidden = useAppState((state) => selectCity(state).hidden);
  const [isLong, setLong] = useState(false);
  const latestFirst = hidden.toReversed();
  const shown = isLong ? latestFirst : latestFirst.slice(0, SHOWN_AT_FIRST);
  return (
    <Stack gap="s">
      <Row isWrapping>
        <Button size="s" icon="undo" onClick={() => undoHide(store)}>
          {say(messages.undo)}
        </Button>
        <Button size="s" icon="eye" onClick={() => showAll(store)}>
          {say(messages.showAll)}
        </Button>
      </Row>
      {shown.map((id) => (
        <Row key={id} spread="between">
          <Note kind="number">{id}</Note>
          <IconButton
            size="s"
            icon="eye"
            label={say(messages.showOne(id))}
            onClick={() => show(store, id)}
          />
        </Row>
      ))}
      {shown.length < hidden.length && (
        <Button size="s" kind="quiet" onClick={() => setLong(true)}>
          {say(messages.moreValues(hidden.length - shown.length))}
        </Button>
      )}
    </Stack>
  );
}
