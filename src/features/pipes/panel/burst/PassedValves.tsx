import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, PropertySection, Row } from '#ui';
import { burstMessages as messages } from '../../messages/burst.ts';
import { act } from '../../state/incident.ts';
import { flyToElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import styles from './burst.module.css';
import type { ShownIncident } from './use-incident.ts';

/** Valves at the segment that are of no use, and why; one that was found stuck can be taken back. */
export function PassedValves({
  shown: { plan, state, isReplay },
}: {
  readonly shown: ShownIncident;
}) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const passed = plan?.isolation?.passed ?? [];
  if (passed.length === 0 || !state || state.isRepaired) return null;
  return (
    <PropertySection title={say(messages.passed)} aside={passed.length} isFree>
      <ul className={styles.list}>
        {passed.map(({ key, id, why }) => {
          const stuck = state.stuck.find(({ valve }) => valve === id);
          return (
            <li key={id} className={styles.card}>
              <span className={styles.name}>{id}</span>
              <Note kind="faint">
                {stuck ? say(messages.foundStuck) : say(messages.passedWhy[why])}
              </Note>
              <Row gap="s" isWrapping>
                <Button
                  size="m"
                  icon="focus"
                  onClick={() => line && void flyToElement(store, line, key)}
                >
                  {say(messages.showPlace)}
                </Button>
                {stuck && !isReplay && (
                  <Button
                    size="m"
                    icon="undo"
                    onClick={() => act(store, { ...stuck, kind: 'turnable' })}
                  >
                    {say(messages.turnable)}
                  </Button>
                )}
              </Row>
            </li>
          );
        })}
      </ul>
    </PropertySection>
  );
}
