import { useAppStore, useText } from '#store/use-store.tsx';
import { ChipGroup, formatQuantity, Note, Stack } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { offersOf } from '../../kernel/evacuation/contraflow-offers.ts';
import { setContraflow } from '../../state/evacuate.ts';
import { useLanguage } from '../use-fire.ts';
import styles from './evacuation.module.css';
import { messages } from './messages.ts';
import { useEvacuation, useSpan, useWithoutContraflow } from './use-evacuation.ts';

/** What if both lanes of some streets lead out: compared with as it is. */
export function ContraflowPart({ result }: { readonly result: EvacuationResult }) {
  const store = useAppStore();
  const say = useText();
  const span = useSpan();
  const language = useLanguage();
  const { plan } = useEvacuation();
  const without = useWithoutContraflow();
  const offers = offersOf(without ?? result, plan.contraflow);
  const chosen = offers.filter(({ streets }) => streets.some((id) => plan.contraflow.includes(id)));
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 0 });
  const rows = [
    [messages.allOut, span, ({ clearanceS }: EvacuationResult) => clearanceS],
    [messages.half, span, ({ halfS }: EvacuationResult) => halfS],
    [messages.most, span, ({ most90S }: EvacuationResult) => most90S],
    [messages.longestQueue, metres, longestQueueM],
  ] as const;
  return (
    <Stack gap="s">
      <Note kind="faint">{say(offers.length > 0 ? messages.whatIfWhat : messages.noQueues)}</Note>
      <ChipGroup
        label={say(messages.whatIf)}
        options={offers.map(({ name, queueM }) => ({
          value: name,
          label: `${name} (${metres(queueM)})`,
        }))}
        values={chosen.map(({ name }) => name)}
        onChange={(names) =>
          setContraflow(
            store,
            offers.filter(({ name }) => names.includes(name)).flatMap(({ streets }) => streets),
          )
        }
      />
      {without && (
        <table className={styles.table} aria-label={say(messages.whatIf)}>
          <thead>
            <tr>
              <th scope="col">{say(messages.measure)}</th>
              <th scope="col">{say(messages.withIt)}</th>
              <th scope="col">{say(messages.withoutIt)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, write, of]) => (
              <tr key={name.en}>
                <th scope="row">{say(name)}</th>
                <td>{write(of(result))}</td>
                <td>{write(of(without))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  );
}

const longestQueueM = ({ routes }: EvacuationResult): number =>
  routes.reduce((most, { queueM }) => Math.max(most, queueM), 0);
