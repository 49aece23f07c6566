import { useEffect, useRef } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Banner, Note, Stack } from '#ui';
import type { LeakResult } from '../../contract/analyses.ts';
import { LEAK_WATCH, type LeakWatch } from '../../contract/leak-watch.ts';
import { AnalysisState } from '../analysis/AnalysisState.tsx';
import { useAnalysis, useWaterMoment } from '../analysis/use-analysis.ts';
import { useWaterNetworks } from '../analysis/use-water.ts';
import { useMoment } from '../use-words.ts';
import { LeakArea } from './LeakArea.tsx';
import { messages } from './messages.ts';

export const LEAK_RESULT = 'pipes/analysis/leak';

/** Where water is lost, as an area; it searches by itself when it is opened while loggers alarm. */
export default function LeakTool() {
  const say = useText();
  const writeMoment = useMoment();
  const { shown } = useWaterNetworks();
  const analysis = useAnalysis<LeakResult>(LEAK_RESULT);
  const moment = useWaterMoment(shown?.network);
  const watches = useFrame<ReadonlyMap<string, LeakWatch>>(LEAK_WATCH);
  const watch = shown && watches?.get(shown.network);
  const alarms = watch?.alarms ?? [];
  const search = () => {
    const asked = moment();
    const request = { ...asked, onsetMs: watch?.onsetMs ?? asked.atMs, usual: watch?.usual ?? {} };
    analysis.start((line, signal) => line.stream('leak', request, { signal }));
  };

  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current || alarms.length === 0 || !analysis.canRun || analysis.result) return;
    hasBegun.current = true;
    search();
  });

  const result = analysis.result?.network === shown?.network ? analysis.result : undefined;
  return (
    <Stack gap="m">
      {watch?.onsetMs === undefined ? (
        <Note>{say(messages.calm)}</Note>
      ) : (
        <Banner
          tone="serious"
          title={say(messages.alarms(alarms.length, writeMoment(watch.onsetMs)))}
        >
          {alarms.slice(0, 6).join(', ')}
        </Banner>
      )}
      {watch?.onsetMs === undefined && <Note kind="faint">{say(messages.calmWhy)}</Note>}
      <AnalysisState analysis={analysis} isReady={watch !== undefined} onRun={search} />
      {result && <LeakArea result={result} onsetMs={watch?.onsetMs} />}
    </Stack>
  );
}
