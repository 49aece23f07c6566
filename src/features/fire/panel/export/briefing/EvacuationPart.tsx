import { nameOfUse } from '#model/use-names.ts';
import { useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import { usePeople, useSpan } from '../../evacuation/use-evacuation.ts';
import { useLanguage } from '../../use-fire.ts';
import type { Exported } from '../use-exported.ts';
import { Figures } from './Figures.tsx';
import { messages } from './messages.ts';
import { PaperTable } from './PaperTable.tsx';

const MOST_STREETS = 8;

/** Who leaves, to which shelters, along which streets, who needs help. */
export function EvacuationPart({ exported }: { readonly exported: Exported }) {
  const say = useText();
  const people = usePeople();
  const span = useSpan();
  const language = useLanguage();
  const result = exported.evacuation;
  if (!result) {
    return (
      <section>
        <h2>{say(messages.evacuation)}</h2>
        <p>{say(messages.noEvacuation)}</p>
      </section>
    );
  }
  const used = result.shelters.filter(({ assigned }) => assigned > 0);
  return (
    <section>
      <h2>{say(messages.evacuation)}</h2>
      <Figures
        figures={[
          { name: say(messages.peopleLeave), value: people(result.people) },
          { name: say(messages.clearance), value: span(result.clearanceS) },
          {
            name: say(messages.halfOut),
            value: `${span(result.halfS)}, ${span(result.most90S)}`,
          },
          { name: say(messages.withoutRoom), value: people(result.withoutRoom) },
          { name: say(messages.withoutWay), value: people(result.withoutWay) },
        ]}
      />
      <PaperTable
        heads={[say(messages.shelter), say(messages.room), say(messages.lastIn)]}
        rows={used.map(({ id, name, assigned, capacity, lastArrivalS }) => ({
          key: id,
          cells: [name, `${people(assigned)} / ${people(capacity)}`, span(lastArrivalS)],
        }))}
      />
      <PaperTable
        most={MOST_STREETS}
        heads={[say(messages.street), say(messages.needHelp), say(messages.queue)]}
        rows={result.routes.map(({ street, name, people: carried, queueM }) => ({
          key: street,
          cells: [
            name || street,
            people(carried),
            formatQuantity(queueM, 'm', language, { decimals: 0 }),
          ],
        }))}
      />
      <h2>{say(messages.help)}</h2>
      <PaperTable
        heads={[say(messages.site), say(messages.kind), say(messages.needHelp)]}
        rows={result.needHelp.map(({ id, name, kind, people: helped }) => ({
          key: id,
          cells: [name, say(nameOfUse(kind)), people(helped)],
        }))}
      />
    </section>
  );
}
