import { type KeyboardEvent, useState } from 'react';
import { type PlaceDeg, parsePlaces } from '#model/place-deg.ts';
import { Button } from '../actions/Button.tsx';
import { useWord } from '../kit-context.ts';
import { Note } from '../surfaces/Note.tsx';
import { Row } from '../surfaces/Row.tsx';
import styles from './PlacesBar.module.css';
import { TextField } from './TextField.tsx';

interface PlacesBarProps {
  /** What is drawn or pointed at. */
  readonly title: string;
  /** How, in a sentence. */
  readonly how: string;
  /** How many points there are, in words. */
  readonly count: string;
  readonly isEmpty: boolean;
  /** There are as many points as the thing needs. */
  readonly isWhole: boolean;
  /** What is said where typed text is no place. */
  readonly notRead: (typed: string) => string;
  readonly onAdd: (place: PlaceDeg) => void;
  readonly onFinish: () => void;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
}

/** While points are set on the globe: how, and the same by typing coordinates. */
export function PlacesBar(props: PlacesBarProps) {
  const { title, how, count, isEmpty, isWhole, notRead } = props;
  const { onAdd, onFinish, onUndo, onCancel } = props;
  const word = useWord();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  const add = () => {
    const places = parsePlaces(typed);
    setWrong(!places);
    if (!places) return;
    for (const place of places) onAdd(place);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else if (typed.trim() !== '') add();
    else onFinish();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div className={styles.bar} role="group" aria-label={title} onKeyDown={onKeyDown}>
      <Note>{how}</Note>
      <TextField
        label={word('typedPlaces')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        placeholder="10.64012, 54.29871"
        hint={word('typedPlacesHint')}
        error={isWrong ? notRead(typed) : undefined}
      />
      <Row gap="s" isWrapping>
        <Button size="s" icon="plus" disabled={typed.trim() === ''} onClick={add}>
          {word('add')}
        </Button>
        <Button size="s" kind="primary" icon="check" disabled={!isWhole} onClick={onFinish}>
          {word('done')}
        </Button>
        <Button size="s" icon="undo" disabled={isEmpty} onClick={onUndo}>
          {word('takeBack')}
        </Button>
        <Button size="s" kind="quiet" icon="close" onClick={onCancel}>
          {word('cancel')}
        </Button>
      </Row>
      <Note kind="faint">{count}</Note>
    </div>
  );
}
