import { useAppState, useText } from '#store/use-store.tsx';
import { localeOf, momentText, StatusBadge } from '#ui';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useCover, useDispatch } from './use-response.ts';

/** Always in view: that it is simulated, of when, how fast engines are taken to be, what it is not for. */
export function ResponseHonestLine() {
  const say = useText();
  const cover = useCover();
  const dispatch = useDispatch();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const language = useAppState(({ preferences }) => preferences.language);
  return (
    <p className={styles.honest}>
      <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />
      {cover && <span>{momentText(cover.atMs, timeZone, localeOf(language))}</span>}
      {dispatch && <span>{say(dispatch.speeds)}</span>}
      <span>{say(messages.screening)}</span>
    </p>
  );
}
