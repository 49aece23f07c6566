import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, NumberField, PropertySection, Row, Stack } from '#ui';
import { removeStandBy, setStandByEngines } from '../../state/change-response.ts';
import { beginPointing } from '../../state/pointing.ts';
import { selectFire } from '../../state.ts';
import { lookAt } from '../look-at.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';

/** Places that are tried: what they change is in the standards and in the list of engines. */
export function StandByList() {
  const say = useText();
  const store = useAppStore();
  const added = useAppState((state) => selectFire(state).response.added);
  return (
    <PropertySection title={say(messages.standBys)} isFree>
      <Stack gap="s">
        {added.length === 0 && <Note kind="faint">{say(messages.noStandBys)}</Note>}
        <ul className={styles.plain}>
          {added.map(({ id, name, at, engines }) => (
            <li key={id}>
              <span>{name}</span>
              <Row gap="s">
                <div className={styles.narrow}>
                  <NumberField
                    label={say(messages.enginesOf(name))}
                    isLabelHidden
                    value={engines}
                    min={1}
                    max={20}
                    onChange={(next) => next !== undefined && setStandByEngines(store, id, next)}
                  />
                </div>
                <IconButton
                  icon="locate"
                  size="s"
                  label={say(messages.show(name))}
                  onClick={() => lookAt(store, at)}
                />
                <IconButton
                  icon="trash"
                  size="s"
                  label={say(messages.remove(name))}
                  onClick={() => removeStandBy(store, id)}
                />
              </Row>
            </li>
          ))}
        </ul>
        <Row>
          <Button size="s" icon="pin" onClick={() => beginPointing(store, 'stand-by')}>
            {say(messages.addStandBy)}
          </Button>
        </Row>
      </Stack>
    </PropertySection>
  );
}
