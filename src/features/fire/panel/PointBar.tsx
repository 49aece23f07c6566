import { type KeyboardEvent, useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, TextField } from '#ui';
import { parsePlaces } from '../kernel/typed-places.ts';
import { drawMessages as messages, pointedWords } from '../messages/draw.ts';
import type { FirePointing } from '../state/initial.ts';
import {
  addPoint,
  cancelPointing,
  finishPointing,
  pointsOf,
  removePoint,
} from '../state/pointing.ts';
import styles from './panel.module.css';

/** While something is pointed at: how, and the same by typing coordinates. */
export function PointBar({ pointing }: { readonly pointing: FirePointing }) {
  const store = useAppStore();
  const say = useText();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { thing, shape, points } = pointing;
  const { name, how } = pointedWords[thing];
  const isWhole = points.length >= pointsOf[shape][0];

  const add = () => {
    const places = parsePlaces(typed);
    setWrong(!places);
    if (!places) return;
    for (const place of places) addPoint(store, place);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancelPointing(store);
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else if (typed.trim() !== '') add();
    else finishPointing(store);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div
      className={styles.drawing}
      role="group"
      aria-label={say(messages.title(name))}
      onKeyDown={onKeyDown}
    >
      <Note>{say(how)}</Note>
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
          onClick={() => finishPointing(store)}
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
        <Button size="s" kind="quiet" icon="close" onClick={() => cancelPointing(store)}>
          {say(messages.cancel)}
        </Button>
      </Row>
      <Note kind="faint">{say(messages.points(points.length))}</Note>
    </div>
  );
}
