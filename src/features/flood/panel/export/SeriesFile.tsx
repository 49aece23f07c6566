import { useAppState, useText } from '#store/use-store.tsx';
import { Button, Heading, Note, Stack } from '#ui';
import { type NamedSeries, toHydrographCsv } from '../../kernel/export/hydrograph-csv.ts';
import type { FloodGauge } from '../../state/initial.ts';
import { selectFlood } from '../../state.ts';
import { describeRun, fileName } from './describe-run.ts';
import { messages } from './messages.ts';
import { type Exported, useFiles } from './use-exported.ts';

/** What the water did at the gauges that a person placed. */
export function SeriesFile({ exported }: { readonly exported: Exported }) {
  const { run, status, city } = exported;
  const say = useText();
  const { isWorking, save } = useFiles();
  const gauges = useAppState((state) => selectFlood(state).gauges);

  const write = async () => {
    const head = Object.entries(describeRun(run, status, city)).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const csv = toHydrographCsv(await readSeries(exported, gauges), run.scenario.startMs, head);
    return new Blob([csv], { type: 'text/csv' });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.series)}</Heading>
      <Note kind="faint">
        {say(gauges.length === 0 ? messages.noGauges : messages.gauges(gauges.length))}
      </Note>
      <Button
        icon="download"
        disabled={isWorking || gauges.length === 0}
        onClick={() => save(fileName(run, 'gauges', 'csv'), write)}
      >
        {say(isWorking ? messages.working : messages.saveCsv)}
      </Button>
    </Stack>
  );
}

async function readSeries(
  { line, run }: Exported,
  gauges: readonly FloodGauge[],
): Promise<readonly NamedSeries[]> {
  const points = gauges.filter((gauge) => gauge.line.length === 1);
  const sections = gauges.filter((gauge) => gauge.line.length > 1);
  const { timeS, depthM, levelM, speedMs, flowM3s } = await line.call('series', {
    run: run.id,
    points: points.flatMap((gauge) => gauge.line),
    lines: sections.map((gauge) => gauge.line),
  });
  return [
    ...points.map(({ name }, at) => ({
      ...{ name, timeS, depthM: depthM[at], levelM: levelM[at], speedMs: speedMs[at] },
    })),
    ...sections.map(({ name }, at) => ({ name, timeS, flowM3s: flowM3s[at] })),
  ];
}
