import { Timeline } from './Timeline.tsx';
import { useShownFire } from './use-fire.ts';

/** The fire's part of the time panel: the fire that is shown, scrubbed and played. */
export default function FireTime() {
  const fire = useShownFire();
  return fire ? <Timeline fire={fire} /> : null;
}
