import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Checkbox, Note, Row, Stack } from '#ui';
import { leaveHazard, renewHazards, takeHazard, takenOf } from '../../state/evacuate.ts';
import type { TakenHazard } from '../../state/evacuation.ts';
import { beginPointing } from '../../state/pointing.ts';
import { useSince } from '../use-fire.ts';
import styles from './evacuation.module.css';
import { messages, ownerNames } from './messages.ts';
import { useEvacuation, useShownHazards } from './use-evacuation.ts';

const keyOf = ({ owner, id }: Pick<TakenHazard, 'owner' | 'id'>) => `${owner} ${id}`;

/** Which danger zones are left: those shown now, those taken before, those drawn by hand. */
export function HazardPicks() {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const { plan } = useEvacuation();
  const shown = useShownHazards();
  const now = shown.flatMap(takenOf);
  const taken = new Map(plan.hazards.map((one) => [keyOf(one), one]));
  const gone = plan.hazards.filter((one) => !now.some((other) => keyOf(other) === keyOf(one)));
  const hasMoved = now.some((one) => {
    const before = taken.get(keyOf(one));
    return before !== undefined && before.rings !== one.rings && before.timeS !== one.timeS;
  });
  const label = (one: TakenHazard) => {
    const taken = one.owner === 'drawn' ? '' : ` (${say(messages.at(since(one.timeS)))})`;
    return `${say(ownerNames[one.owner])}: ${say(one.label)}${taken}`;
  };
  return (
    <Stack gap="s">
      {now.length + gone.length === 0 && <Note kind="faint">{say(messages.noHazards)}</Note>}
      <ul className={styles.hazards} aria-label={say(messages.hazards)}>
        {[...now, ...gone].map((one) => (
          <li key={keyOf(one)}>
            <Checkbox
              label={label(taken.get(keyOf(one)) ?? one)}
              checked={taken.has(keyOf(one))}
              onChange={(isTaken) => (isTaken ? takeHazard(store, one) : leaveHazard(store, one))}
            />
          </li>
        ))}
      </ul>
      {hasMoved && (
        <Row gap="s" isWrapping>
          <Note kind="faint">{say(messages.changed)}</Note>
          <Button size="s" icon="refresh" onClick={() => renewHazards(store, shown)}>
            {say(messages.renew)}
          </Button>
        </Row>
      )}
      <Row gap="s" isWrapping>
        <Button icon="pencil" onClick={() => beginPointing(store, 'zone')}>
          {say(
            plan.hazards.some(({ owner }) => owner === 'drawn')
              ? messages.drawAnother
              : messages.draw,
          )}
        </Button>
      </Row>
    </Stack>
  );
}
