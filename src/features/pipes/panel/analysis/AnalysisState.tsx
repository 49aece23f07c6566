import { useText } from '#store/use-store.tsx';
import { Banner, Button, Note, Progress, Stack } from '#ui';
import { useMoment } from '../use-words.ts';
import { analysisMessages } from './messages.ts';
import type { Analysis } from './use-analysis.ts';

interface AnalysisStateProps<Result> {
  readonly analysis: Analysis<Result>;
  readonly onRun: () => void;
  readonly isReady: boolean;
}

/** The button that runs a search, how far it is, and why it failed. */
export function AnalysisState<Result>({ analysis, onRun, isReady }: AnalysisStateProps<Result>) {
  const say = useText();
  const { progress, failure, canRun } = analysis;
  return (
    <Stack gap="m">
      {progress === undefined ? (
        <Button kind="primary" icon="play" onClick={onRun} disabled={!canRun || !isReady} isWide>
          {say(analysisMessages.run)}
        </Button>
      ) : (
        <Button icon="close" onClick={analysis.stop} isWide>
          {say(analysisMessages.stop)}
        </Button>
      )}
      {progress !== undefined && (
        <Progress label={say(analysisMessages.running)} value={progress} />
      )}
      {failure !== undefined && (
        <Banner tone="critical" title={say(analysisMessages.failed)}>
          {failure}
        </Banner>
      )}
      {!canRun && <Note kind="faint">{say(analysisMessages.waiting)}</Note>}
    </Stack>
  );
}

const OLD_MS = 900_000;

/** Who computed it, for when, and whether that is long ago. */
export function ComputedBy({ model, atMs }: { readonly model: string; readonly atMs: number }) {
  const say = useText();
  const moment = useMoment();
  const isOld = Math.abs(Date.now() - atMs) > OLD_MS;
  return (
    <>
      <Note kind="faint">{say(analysisMessages.simulated(model, moment(atMs)))}</Note>
      {isOld && <Banner tone="warning" title={say(analysisMessages.old(moment(atMs)))} />}
    </>
  );
}
