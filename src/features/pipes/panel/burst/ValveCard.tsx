import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, StatusBadge, VisuallyHidden } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import { toKey } from '../../kernel/index-space.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { act } from '../../state/incident.ts';
import { classNamesOf } from '../class-names.ts';
import { flyToElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useMoment, useQuantity } from '../use-words.ts';
import styles from './burst.module.css';
import type { ShownValve } from './ValveList.tsx';

interface ValveCardProps {
  readonly valve: ShownValve;
  readonly order: number;
  readonly incident: BurstIncident;
  /** Undefined until the register has said which link it sits on. */
  readonly link: string | undefined;
  readonly isClosed: boolean;
  readonly isReplay: boolean;
  readonly untilMs: number;
}

/** One valve: where, how to reach it, how many turns; one press to close it, one where it is stuck. */
export function ValveCard(props: ValveCardProps) {
  const { valve, order, incident, link, isClosed, isReplay, untilMs } = props;
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const line = useLine();
  const { id } = valve;
  const closed = incident.steps.findLast(
    ({ act: done, atMs }) => done.kind === 'close' && done.valve === id && atMs <= untilMs,
  );
  const on = link ?? (closed?.act.kind === 'close' ? closed.act.link : undefined);
  const turn = (kind: 'close' | 'open' | 'stuck') =>
    on !== undefined && act(store, { kind, valve: id, link: on });
  return (
    <article className={classNamesOf(styles.card, isClosed && styles.done)} aria-label={id}>
      <div className={styles.head}>
        <span className={styles.order}>{order}</span>
        <span className={styles.name}>{id}</span>
        <IconButton
          icon="focus"
          label={say(messages.showValve(id))}
          onClick={() =>
            line && void flyToElement(store, line, toKey(incident.network, 'valve', id))
          }
        />
      </div>
      {isClosed && closed && (
        <StatusBadge isPlain tone="good" word={say(messages.closedAt(moment(closed.atMs)))} />
      )}
      {id === on && <Note kind="faint">{say(messages.noValves)}</Note>}
      {valve.access && (
        <Note>
          <span className={styles.access}>{valve.access}</span>
        </Note>
      )}
      <ValveFacts valve={valve} order={order} />
      {!isReplay && (
        <div className={styles.buttons}>
          <Button
            kind={isClosed ? 'secondary' : 'primary'}
            size="l"
            icon={isClosed ? 'unlock' : 'lock'}
            isWide
            disabled={on === undefined}
            onClick={() => turn(isClosed ? 'open' : 'close')}
          >
            {say(isClosed ? messages.reopen : messages.close)}
            <VisuallyHidden> {id}</VisuallyHidden>
          </Button>
          {!isClosed && id !== on && (
            <Button
              size="l"
              icon="warning"
              isWide
              disabled={on === undefined}
              onClick={() => turn('stuck')}
            >
              {say(messages.stuck)}
              <VisuallyHidden> {id}</VisuallyHidden>
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function ValveFacts({ valve, order }: Pick<ValveCardProps, 'valve' | 'order'>) {
  const say = useText();
  const quantity = useQuantity();
  const { diameterM = Number.NaN, turns = Number.NaN, exercisedYear, fromPreviousM } = valve;
  return (
    <div className={styles.facts}>
      {Number.isFinite(diameterM) && (
        <span>{quantity(diameterM * 1000, 'mm', { decimals: 0 })}</span>
      )}
      {Number.isFinite(turns) && <span>{say(messages.turns(String(Math.round(turns))))}</span>}
      {order > 1 && fromPreviousM !== undefined && (
        <span>{say(messages.away(quantity(fromPreviousM, 'm', { decimals: 0 })))}</span>
      )}
      {exercisedYear !== undefined && (
        <span>
          {say(exercisedYear > 0 ? messages.turnedIn(exercisedYear) : messages.neverTurned)}
        </span>
      )}
    </div>
  );
}
