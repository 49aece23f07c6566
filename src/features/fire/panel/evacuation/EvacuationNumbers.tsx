import { useText } from '#store/use-store.tsx';
import { Note, Stack, Stat } from '#ui';
import styles from './evacuation.module.css';
import { messages } from './messages.ts';
import { useEvacuated, useEvacuation, usePeople, useSpan } from './use-evacuation.ts';

/** The figures that a commander reads first. */
export function EvacuationNumbers() {
  const say = useText();
  const people = usePeople();
  const span = useSpan();
  const { request, work } = useEvacuation();
  const result = useEvacuated();
  if (!result || !request) return null;
  if (result.people === 0) return <Note>{say(messages.nobody)}</Note>;
  const used = result.shelters.filter(({ assigned }) => assigned > 0);
  const sheltered = used.reduce((sum, { assigned }) => sum + assigned, 0);
  const helped = result.needHelp.reduce((sum, site) => sum + site.people, 0);
  return (
    <Stack gap="s">
      {work.phase === 'computing' && <Note kind="faint">{say(messages.older)}</Note>}
      <div className={styles.stats}>
        <Stat label={say(messages.people)} value={Math.round(result.people)} decimals={0}>
          {say(messages.peopleIn(people(result.buildings), request.occupancy))}
        </Stat>
        <Stat
          label={say(messages.clearance)}
          value={Math.ceil(result.clearanceS / 60)}
          unit={say(messages.minutes)}
          decimals={0}
        >
          {say(messages.halfOut(span(result.halfS), span(result.most90S)))}
        </Stat>
        <Stat label={say(messages.shelters)} value={used.length}>
          {say(messages.sheltered(people(sheltered)))}
        </Stat>
        <Stat label={say(messages.help)} value={helped} decimals={0}>
          {say(messages.helpIn(people(result.needHelp.length)))}
        </Stat>
      </div>
      {result.withoutWay >= 0.5 && (
        <p className={styles.danger}>{say(messages.withoutWay(people(result.withoutWay)))}</p>
      )}
      {result.withoutRoom >= 0.5 && (
        <p className={styles.warning}>{say(messages.withoutRoom(people(result.withoutRoom)))}</p>
      )}
    </Stack>
  );
}
