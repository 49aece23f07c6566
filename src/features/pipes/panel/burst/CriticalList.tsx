import { useAppStore, useText } from '#store/use-store.tsx';
import { Heading, IconButton, Note, Stack } from '#ui';
import { burstMessages as messages } from '../../messages/burst.ts';
import { flyToElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import styles from './burst.module.css';
import type { ShownIncident } from './use-incident.ts';

/** Hospitals, dialysis patients, schools: by name, first of all. */
export function CriticalList({
  shown: { plan, state, isReplay },
}: {
  readonly shown: ShownIncident;
}) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  if (isReplay || state?.endedAtMs !== undefined) {
    const names = state?.known?.critical ?? [];
    if (names.length === 0) return null;
    return (
      <Stack gap="s">
        <Heading level={4}>{say(messages.critical)}</Heading>
        <ul className={styles.list}>
          {names.map((name) => (
            <li key={name} className={styles.critical}>
              {name}
            </li>
          ))}
        </ul>
      </Stack>
    );
  }
  if (!plan?.isolation) return null;
  if (plan.critical.length === 0) return <Note kind="faint">{say(messages.noCritical)}</Note>;
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.critical)}</Heading>
      <ul className={styles.list}>
        {plan.critical.map(({ key, name, why }) => (
          <li key={key} className={styles.critical}>
            <span className={styles.who}>
              <span className={styles.name}>{name}</span>
              <Note>{say(messages.why[why])}</Note>
            </span>
            <IconButton
              icon="focus"
              label={say(messages.showCritical(name))}
              onClick={() => line && void flyToElement(store, line, key)}
            />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
