import { useAppState, useText } from '#store/use-store.tsx';
import { localeOf, momentText, StatusBadge } from '#ui';
import { messages } from './messages.ts';
import styles from './risk.module.css';
import { useRiskFrame } from './use-risk.ts';

/** What is older than this is no news: the worker rescores with each reading, at least every minute. */
const STALE_MS = 10 * 60_000;

/** What is always in view where the risk is: that it is a model, of when, what it is not for. */
export function RiskHonestLine() {
  const say = useText();
  const frame = useRiskFrame();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const language = useAppState(({ preferences }) => preferences.language);
  const atMs = frame?.atMs;
  const isStale = useAppState(({ clock }) => atMs !== undefined && clock.now - atMs > STALE_MS);
  return (
    <p className={styles.honest}>
      <StatusBadge tone="simulated" word={say(messages.model)} isPlain />
      {isStale && <StatusBadge tone="stale" word={say(messages.stale)} isPlain />}
      {frame && (
        <span>{say(messages.asOf(momentText(frame.atMs, timeZone, localeOf(language))))}</span>
      )}
      <span>{say(messages.screening)}</span>
    </p>
  );
}
