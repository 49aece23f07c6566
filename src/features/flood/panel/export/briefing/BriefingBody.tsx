import { useAppState, useText } from '#store/use-store.tsx';
import { SheetHead } from '#ui';
import type { FloodEvent } from '../../../contract/impact.ts';
import { statusMessages } from '../../../messages/status.ts';
import { selectFlood } from '../../../state.ts';
import ComparisonSection from '../../consequences/ComparisonSection.tsx';
import { Headline } from '../../consequences/Headline.tsx';
import { lackTexts } from '../../consequences/messages.ts';
import { useImpact } from '../../consequences/use-impact.ts';
import { eventText } from '../../event-words.ts';
import { HonestLine } from '../../HonestLine.tsx';
import { usePartSummary } from '../../parts/use-part-summary.ts';
import { useMoment, useRun, useSince } from '../../use-flood.ts';
import type { Exported } from '../use-exported.ts';
import styles from './briefing.module.css';
import { messages } from './messages.ts';
import { SiteTable } from './SiteTable.tsx';
import { StreetTable } from './StreetTable.tsx';
import { useLists } from './use-lists.ts';

const MOST_EVENTS = 20;
/** Streets have a table of their own. */
const isTold = ({ kind }: FloodEvent) => kind !== 'road' && kind !== 'road-open';

interface BriefingBodyProps {
  readonly exported: Exported;
  readonly picture: string | undefined;
}

/** What is printed. */
export function BriefingBody({ exported, picture }: BriefingBodyProps) {
  const { run, status, timeS, city } = exported;
  const say = useText();
  const moment = useMoment();
  const since = useSince();
  const summarise = usePartSummary();
  const impact = useImpact();
  const compared = useRun(useAppState((state) => selectFlood(state).compared));
  const lists = useLists(exported);
  const { scenario } = run;
  const events = lists?.events.filter(isTold) ?? [];
  return (
    <div className={styles.body}>
      <SheetHead
        title={say(messages.title)}
        subtitle={`${city} · ${scenario.name}`}
        facts={[
          { name: say(messages.asOf), value: moment(scenario.startMs + timeS * 1000) },
          { name: say(messages.started), value: moment(scenario.startMs) },
          { name: say(messages.into), value: since(timeS) },
        ]}
      />
      <HonestLine status={status} isShort />
      {picture ? (
        <img src={picture} alt={say(messages.picture)} />
      ) : (
        <p className={styles.soft}>{say(messages.noPicture)}</p>
      )}
      <section>
        <h2>{say(messages.situation)}</h2>
        <ul>
          {[...scenario.sources, ...scenario.structures].map((part) => (
            <li key={part.id}>
              <strong>{part.name}</strong> {summarise(part).join(', ')}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say(messages.numbers)}</h2>
        {impact ? <Headline impact={impact} /> : <p>{say(messages.noNumbers)}</p>}
      </section>
      {compared && (
        <section>
          <h2>{say(messages.compared(compared.scenario.name))}</h2>
          <ComparisonSection />
        </section>
      )}
      <section>
        <h2>{say(messages.critical)}</h2>
        <SiteTable sites={impact?.critical ?? []} since={since} />
      </section>
      <section>
        <h2>{say(messages.cutOff)}</h2>
        <SiteTable sites={impact?.cutOff ?? []} since={since} />
      </section>
      {lists && lists.closures.length > 0 && (
        <section>
          <h2>{say(messages.streets)}</h2>
          <StreetTable closures={lists.closures} inAll={lists.closuresInAll} since={since} />
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h2>{say(messages.events)}</h2>
          <ol>
            {events.slice(0, MOST_EVENTS).map((event) => (
              <li key={`${event.kind} ${event.id ?? event.name} ${event.timeS}`}>
                <span className={styles.time}>{since(event.timeS)}</span> {say(eventText(event))}
              </li>
            ))}
          </ol>
          {events.length > MOST_EVENTS && <p>{say(messages.more(events.length - MOST_EVENTS))}</p>}
        </section>
      )}
      <section>
        <h2>{say(messages.trust)}</h2>
        <p>{say(statusMessages.limits)}</p>
        {impact?.lacks.map((lack) => (
          <p key={lack}>{say(lackTexts[lack])}</p>
        ))}
      </section>
    </div>
  );
}
