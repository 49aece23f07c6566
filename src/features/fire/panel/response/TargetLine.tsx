import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row } from '#ui';
import { aimAt } from '../../state/change-response.ts';
import { selectFire } from '../../state.ts';
import { selectBuilding } from '../risk/select-building.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useTarget } from './use-response.ts';

/** The building that engines and water are found for, and how to take another one. */
export function TargetLine() {
  const say = useText();
  const store = useAppStore();
  const target = useTarget();
  const isAimed = useAppState((state) => selectFire(state).response.target !== undefined);
  const hasFire = useAppState((state) => selectFire(state).shown !== '');
  const selected = useAppState((state) => selectFire(state).selected[0]);
  const other = selected && selected.id !== target?.id ? selected : undefined;
  return (
    <div className={styles.target}>
      {target ? (
        <Button kind="quiet" size="s" icon="locate" onClick={() => selectBuilding(store, target)}>
          {`${say(messages.target)} ${target.name}`}
        </Button>
      ) : (
        <span>{say(messages.noTarget)}</span>
      )}
      <Row gap="s" isWrapping>
        {other && (
          <Button size="s" icon="target" onClick={() => aimAt(store, other)}>
            {say(messages.takeSelected)}
          </Button>
        )}
        {isAimed && hasFire && (
          <Button size="s" icon="flame" onClick={() => aimAt(store, undefined)}>
            {say(messages.backToFire)}
          </Button>
        )}
      </Row>
    </div>
  );
}
