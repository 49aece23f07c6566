import { type KeyboardEvent, useState } from 'react';
import { parsePlaces } from '#model/place-deg.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, TextField } from '#ui';
import { drawMessages as messages } from '../messages/draw.ts';
import { howToDraw, kindNames } from '../messages/parts.ts';
import { addPoint, cancelDrawing, finishDrawing, leastPoints, removePoint } from '../state/draw.ts';
import type { FloodDrawing } from '../state/initial.ts';
import styles from './panel.module.css';

/** While something is drawn: how, and the same by typing coordinates. */
export function DrawBar({ drawing }: { readonly drawing: FloodDrawing }) {
  const store = useAppStore();
  const say = useText();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { part, points } = drawing;
  const isWhole = points.length >= leastPoints(drawing);

  const add = () => {
    const places = parsePlaces(typed);
    setWrong(!places);
    if (!places) return;
    for (const place of places) addPoint(store, place);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancelDrawing(store);
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else if (typed.trim() !== '') add();
    else finishDrawing(store);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div
      className={styles.drawing}
      role="group"
      aria-label={say(messages.title(kindNames[part]))}
      onKeyDown={onKeyDown}
    >
      <Note>{say(howToDraw[part])}</Note>
      <TextField
        label={say(messages.typed)}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        placeholder="10.64012, 54.29871"
        hint={say(messages.typedHint)}
        error={isWrong ? say(messages.notRead(typed)) : undefined}
      />
      <Row gap="s" isWrapping>
        <Button size="s" icon="plus" disabled={typed.trim() === ''} onClick={add}>
          {say(messages.add)}
        </Button>
        <Button
          size="s"
          kind="primary"
          icon="check"
          disabled={!isWhole}
          onClick={() => finishDrawing(store)}
        >
          {say(messages.finish)}
        </Button>
        <Button
          size="s"
          icon="undo"
          disabled={points.length === 0}
          onClick={() => removePoint(store)}
        >
          {say(messages.undo)}
        </Button>
        <Button size="s" kind="quiet" icon="close" onClick={() => cancelDrawing(store)}>
          {say(messages.cancel)}
        </Button>
      </Row>
      <Note kind="faint">{say(messages.points(points.length))}</Note>
    </div>
  );
}
