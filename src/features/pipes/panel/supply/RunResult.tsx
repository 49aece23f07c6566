import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, Row, Slider, Stack } from '#ui';
import type { WaterRun } from '../../contract/water.ts';
import { messages } from './messages.ts';
import { RunCharts } from './RunCharts.tsx';
import { RunTanks } from './RunTanks.tsx';
import { useMoment } from './use-supply.ts';

interface RunResultProps {
  readonly run: WaterRun;
  readonly onClose: () => void;
}

const MINUTE_MS = 60_000;

/** A run: the time that is shown of it is the city's clock. */
export function RunResult({ run, onClose }: RunResultProps) {
  const say = useText();
  const store = useAppStore();
  const moment = useMoment();
  const now = useAppState(({ clock }) => clock.now);
  const shownMs = Math.min(run.endMs, Math.max(run.startMs, now));
  return (
    <Stack gap="m">
      {run.problem && (
        <Banner tone="warning" title={say(messages.endsEarly(moment(run.endMs)))}>
          {run.problem.reason}
        </Banner>
      )}
      <Slider
        label={say(messages.shownTime)}
        value={shownMs}
        min={run.startMs}
        max={run.endMs}
        step={MINUTE_MS}
        format={moment}
        onChange={(value) => setTime(store, instant(value))}
      />
      <Row spread="between">
        <Note kind="faint">{say(messages.simulatedBy(run.model, moment(run.startMs)))}</Note>
        <Button size="s" onClick={onClose}>
          {say(messages.backToNow)}
        </Button>
      </Row>
      <QualityNote run={run} />
      <RunTanks run={run} />
      <RunCharts run={run} shownMs={shownMs} />
      {run.warnings.map((warning) => (
        <Note key={warning.en} kind="faint">
          {say(warning)}
        </Note>
      ))}
    </Stack>
  );
}

function QualityNote({ run: { quality } }: Pick<RunResultProps, 'run'>) {
  const say = useText();
  if (!quality) return null;
  const { massBalance, stepS, fileStepS } = quality;
  return (
    <>
      <Note kind="faint">{say(messages.balance(massBalance.toFixed(4), `${stepS} s`))}</Note>
      <Note kind="faint">{say(messages.warm)}</Note>
      {fileStepS !== undefined && (
        <Note kind="faint">{say(messages.coarser(`${fileStepS} s`))}</Note>
      )}
    </>
  );
}
