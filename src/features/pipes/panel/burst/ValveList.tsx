import { useText } from '#store/use-store.tsx';
import { Heading, Note, Row, Stack } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import type { ValveToClose } from '../../contract/incident.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import styles from './burst.module.css';
import type { ShownIncident } from './use-incident.ts';
import { ValveCard } from './ValveCard.tsx';

interface ValveListProps {
  readonly incident: BurstIncident;
  readonly shown: ShownIncident;
}

/** The valves in the order of a short way past them; after the repair backwards, to be opened again. */
export function ValveList({ incident, shown }: ValveListProps) {
  const say = useText();
  const { state, plan } = shown;
  if (!state || !plan?.isolation) return null;
  const planned = plan.isolation.valves;
  const closedIds = state.closed.map(({ valve }) => valve);
  const done = planned.filter(({ id }) => closedIds.includes(id)).length;
  const rows = state.isRepaired ? toReopen(closedIds, planned) : planned;
  if (state.isRepaired && rows.length === 0) return null;
  return (
    <Stack gap="s">
      <Row gap="s" spread="between" align="baseline">
        <Heading level={4}>{say(state.isRepaired ? messages.reopening : messages.valves)}</Heading>
        {!state.isRepaired && (
          <Note kind="number">{say(messages.valvesDone(done, planned.length))}</Note>
        )}
      </Row>
      {state.isRepaired && <Note kind="faint">{say(messages.reopeningHint)}</Note>}
      <ol
        className={styles.list}
        aria-label={say(state.isRepaired ? messages.reopening : messages.valves)}
      >
        {rows.map((valve, at) => (
          <li key={valve.id}>
            <ValveCard
              valve={valve}
              order={at + 1}
              incident={incident}
              link={plan.linkOf[valve.id]}
              isClosed={closedIds.includes(valve.id)}
              isReplay={shown.isReplay}
              untilMs={shown.isReplay ? shown.atMs : Number.POSITIVE_INFINITY}
            />
          </li>
        ))}
      </ol>
    </Stack>
  );
}

export type ShownValve = Pick<ValveToClose, 'id'> & Partial<ValveToClose>;

/** The last that was closed is opened first; one that the plan no longer has is known by its id alone. */
function toReopen(
  closed: readonly string[],
  planned: readonly ValveToClose[],
): readonly ShownValve[] {
  return closed.toReversed().map((id) => planned.find((one) => one.id === id) ?? { id });
}
