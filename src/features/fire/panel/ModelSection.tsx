import { useAppStore, useText } from '#store/use-store.tsx';
import { Note, NumberField, PropertyRow, Segmented, Stack } from '#ui';
import type { FireScenario } from '../contract.ts';
import { cardMessages } from '../messages/card.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { setDuration, setMode } from '../state/steer.ts';
import { DroughtField } from './DroughtField.tsx';
import styles from './panel.module.css';
import { useCount, useFireStatus, useSpread } from './use-fire.ts';

/** How the spread is computed, with what is assumed, and where it holds. */
export function ModelSection({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const count = useCount();
  const spread = useSpread();
  const status = useFireStatus(fire.id);
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.mode)}
        value={fire.mode}
        options={[
          { value: 'isochrones', label: say(messages.modeIsochrones) },
          { value: 'seeded', label: say(messages.modeSeeded) },
        ]}
        onChange={(mode) => setMode(store, mode, fire.seed)}
      />
      <div className={styles.fields}>
        {fire.mode === 'seeded' && (
          <NumberField
            label={say(messages.seed)}
            value={fire.seed}
            min={0}
            onChange={(seed) =>
              seed !== undefined && Number.isInteger(seed) && setMode(store, fire.mode, seed)
            }
          />
        )}
        <NumberField
          label={say(messages.duration)}
          value={fire.durationS / 3600}
          unit="h"
          min={0.5}
          max={48}
          step={1}
          onChange={(hours) => hours && setDuration(store, Math.round(hours * 3600))}
        />
      </div>
      <DroughtField air={fire.air} />
      {spread && (
        <dl>
          <PropertyRow name={say(cardMessages.model)}>{say(spread.model.name)}</PropertyRow>
          <PropertyRow name={say(messages.range)}>{say(spread.model.range)}</PropertyRow>
        </dl>
      )}
      {status?.elapsedMs !== undefined && (
        <Note kind="number">
          {say(messages.computed(count(status.buildings), count(status.elapsedMs)))}
        </Note>
      )}
      {status && status.assumptions.length > 0 && (
        <>
          <Note>{say(messages.assumptions)}</Note>
          <ul className={styles.list}>
            {status.assumptions.map(({ code, text, count: of }) => (
              <li key={code} className={styles.small}>
                {`${say(text)} (${count(of)})`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Note kind="faint">{say(cardMessages.screening)}</Note>
    </Stack>
  );
}
