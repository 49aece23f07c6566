import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, Note, Progress, Stack } from '#ui';
import { type EnsembleDesk, FLOOD_ENSEMBLE } from '../../contract/ensemble.ts';
import { useShownRun } from '../use-flood.ts';
import { EnsembleForm } from './EnsembleForm.tsx';
import { EnsembleResult } from './EnsembleResult.tsx';
import { ensembleMessages as messages } from './messages.ts';

/** How likely the water of the shown run is, given what is uncertain. */
export default function EnsembleTool() {
  const say = useText();
  const run = useShownRun();
  const desk = useFrame<EnsembleDesk>(FLOOD_ENSEMBLE);
  if (!run || !desk) return <EmptyState icon="bar-chart" title={say(messages.noRun)} />;
  const isOfRun = desk.run === run.id;
  const isRunning = desk.phase === 'running';
  return (
    <Stack gap="m">
      {isRunning ? (
        <Stack gap="s">
          <Progress
            label={say(messages.progress)}
            value={desk.share}
            detail={say(messages.progressText(desk.done, desk.of))}
          />
          <Button icon="close" onClick={desk.stop}>
            {say(messages.stop)}
          </Button>
        </Stack>
      ) : (
        <EnsembleForm
          run={run}
          isAgain={isOfRun && desk.maps !== undefined}
          onStart={(request) => desk.start(run.id, request)}
        />
      )}
      {isOfRun && desk.phase === 'failed' && (
        <Banner tone="serious" title={say(messages.failed)}>
          {desk.problem}
        </Banner>
      )}
      {isOfRun && desk.phase === 'stopped' && (
        <Note kind="faint">{say(messages.stopped(desk.done))}</Note>
      )}
      {isOfRun && desk.maps && <EnsembleResult desk={desk} maps={desk.maps} />}
    </Stack>
  );
}
