import { useState } from 'react';
import { parsePlaces, placeText } from '#model/place-deg.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Field } from '#ui';
import { drawMessages } from '../../messages/draw.ts';
import { partMessages as messages } from '../../messages/parts.ts';
import { atPlaces, placesOf, type ScenarioPart } from '../../state/parts.ts';
import { putPart } from '../../state/scenarios.ts';
import styles from '../panel.module.css';

/** Where the part lies, as text: whoever can't use the globe places it here. */
export function CornersField({ part }: { readonly part: ScenarioPart }) {
  const store = useAppStore();
  const say = useText();
  const places = placesOf(part);
  const [typed, setTyped] = useState<string>();
  if (places.length === 0) return null;
  const text = places.map(placeText).join('\n');
  const read = typed === undefined ? places : parsePlaces(typed);
  const leave = () => {
    if (typed !== undefined && read && typed.trim() !== text) putPart(store, atPlaces(part, read));
    if (read) setTyped(undefined);
  };
  return (
    <Field
      label={say(messages.corners)}
      hint={say(messages.cornersHint)}
      error={read ? undefined : say(drawMessages.notRead(typed ?? ''))}
    >
      {(control) => (
        <textarea
          {...control}
          className={styles.corners}
          value={typed ?? text}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
