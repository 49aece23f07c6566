import { useAppState, useText } from '#store/use-store.tsx';
import { localeOf, momentText, Note, StatusBadge, type Tone, useKit } from '#ui';
import type { DetectorNow } from '../contract/risk.ts';
import { factorWords } from '../kernel/rate-words.ts';
import { ageWords } from './age-words.ts';
import styles from './building-fire.module.css';
import { messages } from './building-messages.ts';

const tones: Readonly<Record<DetectorNow['level'], Tone>> = {
  normal: 'good',
  warning: 'warning',
  alarm: 'critical',
};

/** What its detectors say, of when, and what that does to the risk. */
export function BuildingFireDetectors({
  detectors,
}: {
  readonly detectors: readonly DetectorNow[];
}) {
  const say = useText();
  return (
    <div className={styles.reasons}>
      <h4 className={styles.heading}>{say(messages.detectors)}</h4>
      {detectors.length === 0 ? (
        <Note kind="faint">{say(messages.noDetectors)}</Note>
      ) : (
        <ul className={styles.detectors} aria-label={say(messages.detectors)}>
          {detectors.map((detector, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one sensor may tell of several kinds, in a fixed order.
            <Detector key={`${detector.sensor}/${at}`} detector={detector} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Detector({ detector }: { readonly detector: DetectorNow }) {
  const say = useText();
  const { language } = useKit();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  // By the minute: an age that counts seconds draws the list anew each time.
  const minute = useAppState(({ clock }) => Math.floor(clock.now / 60_000));
  const { name, told, timeMs, factor, isStale, isSimulated, level } = detector;
  return (
    <li className={styles.detector}>
      <span className={styles.words}>
        <span>{name}</span>
        <span className={isStale ? styles.faded : undefined}>{say(told)}</span>
        <span className={styles.told}>
          {Number.isNaN(timeMs)
            ? say(messages.never)
            : [
                momentText(timeMs, timeZone, localeOf(language)),
                say(ageWords(minute * 60_000 - timeMs)),
              ].join(' · ')}
        </span>
      </span>
      <span className={styles.badges}>
        {isStale ? (
          <StatusBadge tone="stale" word={say(messages.stale)} isPlain />
        ) : (
          <StatusBadge tone={tones[level]} word={say(messages[level])} isPlain />
        )}
        {isSimulated && <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />}
        {factor > 1 && <strong>{factorWords(factor)}</strong>}
      </span>
    </li>
  );
}
