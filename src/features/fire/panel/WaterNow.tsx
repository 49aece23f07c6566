import { useText } from '#store/use-store.tsx';
import { Note } from '#ui';
import { steerMessages as messages } from '../messages/steer.ts';
import { useFireTimeS, useFlow, useSpread } from './use-fire.ts';

/** What burning and defended buildings want of water now, and what is brought. */
export function WaterNow() {
  const say = useText();
  const flow = useFlow();
  const timeS = useFireTimeS();
  const water = useSpread()?.water;
  const at = water ? water.timeS.findLastIndex((time) => time <= timeS) : -1;
  const wanted = water?.wantedLs[at];
  const brought = water?.broughtLs[at];
  if (wanted === undefined || brought === undefined || wanted + brought === 0) return null;
  return <Note kind="number">{say(messages.waterWanted(flow(wanted), flow(brought)))}</Note>;
}
