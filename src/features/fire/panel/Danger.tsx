import { useFrames } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import type { FireMoment, FireSpread } from '../contract/spread.ts';
import { type FireScenario, type HazardZones, zonesOf } from '../contract.ts';
import { peopleThreatened } from '../kernel/compare-fires.ts';
import { isDayAt } from '../kernel/moment.ts';
import { cardMessages as messages } from '../messages/card.ts';
import styles from './panel.module.css';
import { useCount } from './use-fire.ts';

const HALF_HOUR_S = 1800;

/** Nothing is computed beyond the end, so what comes next is told up to it. */
export const isLastHalfHour = ({ durationS }: FireScenario, timeS: number): boolean =>
  timeS + HALF_HOUR_S > durationS;

interface DangerProps {
  readonly spread: FireSpread;
  readonly now: FireMoment;
  readonly fire: FireScenario;
}

/** Who is where it burns, where it will soon, and where the air does harm. */
export function Danger({ spread, now, fire }: DangerProps) {
  const say = useText();
  const count = useCount();
  const frames = useFrames();
  const longitude = fire.ignitions[0]?.building.at[0] ?? 0;
  const isDay = isDayAt(fire.startMs + now.timeS * 1000, longitude);
  const next = peopleThreatened(spread, now.timeS, now.timeS + HALF_HOUR_S, isDay);
  const zones = frames.peek<HazardZones>(zonesOf('smoke'));
  const inZones = zones?.zones
    .filter(({ tier, kind }) => tier >= 2 && kind !== 'burning')
    .map(({ peopleDay, peopleNight }) => (isDay ? peopleDay : peopleNight));
  const isCalm = now.peopleInBurning + next + Math.max(0, ...(inZones ?? [])) === 0;
  return (
    <p className={isCalm ? `${styles.danger} ${styles.calm}` : styles.danger}>
      <strong>
        {`${say(messages.danger)} (${say(isDay ? messages.dayCount : messages.nightCount)})`}
      </strong>
      <span>{say(messages.inBurning(count(now.peopleInBurning)))}</span>
      <span>
        {say(
          (isLastHalfHour(fire, now.timeS) ? messages.inNextUntilEnd : messages.inNext)(
            count(next),
          ),
        )}
      </span>
      {inZones && inZones.length > 0 && (
        <span>{say(messages.inZones(count(Math.max(...inZones))))}</span>
      )}
    </p>
  );
}
