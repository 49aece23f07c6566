import { useState } from 'react';
import { type Proposal, setReplaced, withdraw } from '#store/scenarios.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, IconButton, Note, Row, Spinner, Stack, useNotify } from '#ui';
import { addUp } from '../../kernel/proposal.ts';
import { messages } from '../../messages/scenario.ts';
import { useModels } from '../use-line.ts';
import { NumbersTable } from './NumbersTable.tsx';
import styles from './scenario.module.css';
import { CITY, useCounted, useModelNumbers } from './use-numbers.ts';
import { useSuggest } from './use-suggest.ts';

interface ProposalCardProps {
  readonly scenario: string;
  readonly proposal: Proposal;
}

/** One model of a scenario: what gives way to it, and what that changes. */
export function ProposalCard({ scenario, proposal: { model, replaces } }: ProposalCardProps) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const name = useModels().find(({ source }) => source.id === model)?.source.name ?? model;
  const selection = useAppState((state) => state.selection);
  const selected = selection.filter(
    ({ feature, id }) => feature === CITY && !replaces.includes(id),
  );
  const counted = useCounted(replaces);
  const after = useModelNumbers(model);
  const suggest = useSuggest();
  const [isLooking, setLooking] = useState(false);
  const set = (ids: readonly string[]) => setReplaced(store, scenario, model, ids);
  const find = async () => {
    setLooking(true);
    try {
      const found = await suggest(model);
      set([...replaces, ...found]);
      notify({ title: say(messages.found(found.length)) });
    } finally {
      setLooking(false);
    }
  };
  const titleOf = (id: string) => counted.buildings.find((one) => one.id === id)?.title ?? id;
  return (
    <section className={styles.proposal} aria-label={name}>
      <Row gap="s" align="middle">
        <strong className={styles.name}>{name}</strong>
        <IconButton
          size="s"
          icon="close"
          label={say(messages.withdraw(name))}
          onClick={() => withdraw(store, scenario, model)}
        />
      </Row>
      {replaces.length === 0 ? (
        <Note kind="faint">{say(messages.nothingGivesWay)}</Note>
      ) : (
        <ul className={styles.buildings} aria-label={say(messages.giveWay)}>
          {replaces.map((id) => (
            <li key={id} className={styles.building}>
              <span className={styles.name}>{titleOf(id)}</span>
              <IconButton
                size="s"
                icon="close"
                label={say(messages.keep(titleOf(id)))}
                onClick={() => set(replaces.filter((one) => one !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Stack gap="s">
        <Row gap="s">
          <Button size="s" icon="search" disabled={isLooking} onClick={() => void find()}>
            {say(messages.suggest)}
          </Button>
          {selected.length > 0 && (
            <Button
              size="s"
              icon="plus"
              onClick={() => set([...replaces, ...selected.map(({ id }) => id)])}
            >
              {say(messages.addSelected(selected.length))}
            </Button>
          )}
        </Row>
        {selected.length === 0 && <Note kind="faint">{say(messages.selectHint)}</Note>}
      </Stack>
      {counted.failure !== undefined && (
        <Banner tone="warning" title={say(messages.notCounted)}>
          {counted.failure}
        </Banner>
      )}
      {counted.isWaiting && <Spinner label={say(messages.counting)} />}
      {after && <NumbersTable before={addUp(counted.buildings)} after={after} />}
    </section>
  );
}
