import { useAppState, useText } from '#store/use-store.tsx';
import { Note } from '#ui';
import { messages } from '../messages.ts';
import { selectFlood } from '../state.ts';
import { useFloodLine } from './use-flood.ts';

/** Says that runs wait while the worker is away; the card's own banner says why where it can't be started. */
export function WorkerNote() {
  const say = useText();
  const line = useFloodLine();
  const hasRuns = useAppState((state) => selectFlood(state).runs.length > 0);
  if (line || !hasRuns) return null;
  return <Note kind="faint">{`${say(messages.noWorker)}. ${say(messages.noWorkerDetail)}`}</Note>;
}
