import { useText } from '#store/use-store.tsx';
import { IconButton, type IconName } from '#ui';
import styles from './close-look.module.css';
import { messages } from './messages.ts';
import { useIsTouch } from './use-is-touch.ts';
import type { ViewControl } from './use-view.ts';

const buttons = [
  { key: 'ArrowLeft', icon: 'rotate', word: 'turnLeft', place: 'left' },
  { key: 'w', icon: 'arrow-up', word: 'forward', place: 'up' },
  { key: 'ArrowRight', icon: 'redo', word: 'turnRight', place: 'right' },
  { key: 's', icon: 'arrow-down', word: 'backward', place: 'down' },
] as const satisfies readonly { readonly icon: IconName; readonly [part: string]: string }[];

/** Walking for fingers: one goes as long as a button is held. */
export function WalkPad({ view }: { readonly view: ViewControl }) {
  const say = useText();
  if (!useIsTouch()) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div className={styles.pad} role="group" aria-label={say(messages.walkPad)}>
      {buttons.map(({ key, icon, word, place }) => (
        <span
          key={key}
          data-place={place}
          onPointerDown={() => view.current()?.press(key, false)}
          onPointerUp={() => view.current()?.release?.(key)}
          onPointerLeave={() => view.current()?.release?.(key)}
          onPointerCancel={() => view.current()?.release?.(key)}
        >
          <IconButton icon={icon} size="l" kind="secondary" label={say(messages[word])} />
        </span>
      ))}
    </div>
  );
}
