import {
  addScenario,
  propose,
  removeScenario,
  renameScenario,
  type Scenario,
  scenariosSlice,
  selectScenario,
  selectScenarios,
  showScenario,
} from '#store/scenarios.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, Row, SelectField, Stack, TextField, useNotify } from '#ui';
import { messages } from '../messages/scenario.ts';
import { messages as common } from '../messages.ts';
import styles from './panel.module.css';
import { ProposalCard } from './scenario/ProposalCard.tsx';
import { useSuggest } from './scenario/use-suggest.ts';
import { useModels } from './use-line.ts';

/** What exists and what could be: which is shown, what is proposed, which buildings give way. */
export function ScenarioSection() {
  const store = useAppStore();
  const say = useText();
  const { scenarios, current } = useAppState(selectScenarios);
  const shown = useAppState(selectScenario);
  const options = [
    { value: '0', label: say(messages.existing) },
    ...scenarios.map(({ name }, at) => ({ value: String(at + 1), label: `${at + 1} · ${name}` })),
  ];
  return (
    <Stack gap="m">
      <Row gap="s" align="baseline">
        <div className={styles.grow}>
          <SelectField
            label={say(messages.scenarios)}
            value={String(current)}
            options={options}
            onChange={(value) => showScenario(store, Number(value))}
          />
        </div>
        <Button
          icon="plus"
          onClick={() => addScenario(store, say(messages.scenarioNumber(scenarios.length + 1)))}
        >
          {say(messages.newScenario)}
        </Button>
      </Row>
      {shown ? <OneScenario scenario={shown} /> : <Note>{say(messages.explained)}</Note>}
    </Stack>
  );
}

function OneScenario({ scenario: { id, name, proposals } }: { readonly scenario: Scenario }) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const models = useModels();
  const suggest = useSuggest();
  const free = models.filter(({ source }) => !proposals.some(({ model }) => model === source.id));
  const add = async (model: string) => {
    propose(store, id, { model, replaces: [] });
    const replaces = await suggest(model);
    if (replaces.length > 0) propose(store, id, { model, replaces });
  };
  const remove = () => {
    const before = selectScenarios(store.getState());
    removeScenario(store, id);
    const undo = () =>
      scenariosSlice.update(store, (now) => ({ ...before, standing: now.standing }));
    notify({
      title: say(messages.removedScenario(name)),
      action: { label: say(common.undo), run: undo },
    });
  };
  return (
    <Stack gap="m">
      <Row gap="s" align="baseline">
        <div className={styles.grow}>
          <TextField
            label={say(messages.scenarioName)}
            value={name}
            onChange={(next) => renameScenario(store, id, next)}
          />
        </div>
        <IconButton icon="trash" label={say(messages.removeScenario)} onClick={remove} />
      </Row>
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.model} scenario={id} proposal={proposal} />
      ))}
      {free.length > 0 && (
        <SelectField
          label={say(messages.proposed)}
          value=""
          options={[
            { value: '', label: say(messages.choose) },
            ...free.map(({ source }) => ({ value: source.id, label: source.name })),
          ]}
          onChange={(model) => void (model !== '' && add(model))}
        />
      )}
    </Stack>
  );
}
