import { newId } from '#store/new-id.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row } from '#ui';
import { messages } from '../messages.ts';
import { startRun } from '../state/runs.ts';
import { editedScenario, isSameFlood, withSewers } from '../state/scenarios.ts';
import { faultsOf } from '../state/validate.ts';
import { selectFlood } from '../state.ts';

/** Runs what is edited: anew where it has become another one since the run that is shown. */
export function ChangedNote() {
  const store = useAppStore();
  const say = useText();
  const scenario = useAppState(editedScenario);
  const run = useAppState((state) => {
    const { runs, shown } = selectFlood(state);
    return runs.find(({ id }) => id === shown);
  });
  const sewersAt = useAppState((state) => selectFlood(state).sewersAt);
  if (!scenario) return null;
  const isOfRun = run?.scenario.id === scenario.id;
  if (isOfRun && isSameFlood(run.scenario, withSewers(scenario, { sewersAt }))) return null;
  const hasFaults = faultsOf(scenario).length > 0;
  // The run keeps what it was made of: the changed one is another scenario from now on.
  const start = () =>
    startRun(store, isOfRun ? { ...scenario, id: newId(), basedOn: scenario.id } : scenario);
  return (
    <Row gap="s" isWrapping>
      <Button kind="primary" size="l" icon="play" disabled={hasFaults} onClick={start}>
        {say(isOfRun ? messages.runAgain : messages.run)}
      </Button>
      {hasFaults && <Note kind="faint">{say(messages.mendFirst)}</Note>}
      {isOfRun && <Note kind="faint">{say(messages.changed)}</Note>}
    </Row>
  );
}
