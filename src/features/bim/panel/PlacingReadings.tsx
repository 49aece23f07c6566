import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import { useText } from '#store/use-store.tsx';
import { Icon, Note, Stack, useKit } from '#ui';
import { messages as words } from '../messages.ts';
import { apartM, pivotOf } from '../state/placing.ts';
import { distanceText } from './distance-text.ts';
import styles from './placing.module.css';
import { messages } from './placing-messages.ts';

interface PlacingReadingsProps {
  readonly model: BimModel;
  /** Where the model stands now. */
  readonly placement: StoredPlacement;
  /** Number of the reading that it stands by. */
  readonly chosen: number | undefined;
  readonly onChoose: (at: number) => void;
}

/** What the file can mean, each with how far it is from here and how it was read. */
export function PlacingReadings({ model, placement, chosen, onChoose }: PlacingReadingsProps) {
  const say = useText();
  const { language } = useKit();
  const pivot = pivotOf(model);
  return (
    <Stack gap="s">
      <ul className={styles.readings} aria-label={say(messages.readings)}>
        {model.georeferencing.readings.map((reading, at) => {
          const distanceM = apartM(placement, reading.placement, pivot);
          const isHere = distanceM < 0.005;
          const name = say(words.readings[reading.source]);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reading is told by its place in the list.
            <li key={at} className={styles.reading}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={chosen === at}
                onClick={() => onChoose(at)}
              >
                <span className={styles.dot} aria-hidden>
                  {chosen === at && <Icon name="check" size="s" />}
                </span>
                <span className={styles.name}>
                  {name}
                  {reading.crs && <span className={styles.small}>{reading.crs}</span>}
                </span>
                <span className={styles.distance}>
                  {isHere
                    ? say(messages.here)
                    : say(messages.apart(distanceText(distanceM, language)))}
                </span>
              </button>
              {reading.steps.length > 0 && (
                <details className={styles.steps}>
                  <summary>{say(messages.steps)}</summary>
                  <ol>
                    {reading.steps.map((step) => (
                      <li key={step.en}>{say(step)}</li>
                    ))}
                  </ol>
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {model.georeferencing.findings.length > 0 && (
        <details className={styles.steps}>
          <summary>{say(messages.findings)}</summary>
          <ul>
            {model.georeferencing.findings.map((finding) => (
              <li key={finding.en}>
                <Note kind="faint">{say(finding)}</Note>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}
