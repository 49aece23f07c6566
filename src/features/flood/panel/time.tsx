import { Timeline } from './Timeline.tsx';
import { useShownRun } from './use-flood.ts';

/** The flood's part of the time panel: the run that is shown, scrubbed and replayed. */
export default function FloodTime() {
  const run = useShownRun();
  return run ? <Timeline run={run} /> : null;
}
