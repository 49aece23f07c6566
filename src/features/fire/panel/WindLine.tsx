import { useAppState, useText } from '#store/use-store.tsx';
import { Icon } from '#ui';
import type { FireScenario } from '../contract.ts';
import { windAtTime } from '../kernel/wind-at-time.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { timeOf } from '../state/clock.ts';
import styles from './panel.module.css';
import { sinceText, useMomentText, useSpeed, windNameOf } from './use-fire.ts';

/** The wind that holds now, with where it comes from and of when it is. */
export function WindLine({ fire }: { readonly fire: FireScenario }) {
  const say = useText();
  const speed = useSpeed();
  const moment = useMomentText();
  const wind = useAppState((state) => windAtTime(fire.wind, timeOf(state) ?? 0));
  const { source } = fire.air;
  const origin =
    wind !== fire.wind[0]
      ? messages.windTurned(sinceText(wind.fromS))
      : source.kind === 'station'
        ? messages.windOfStation(source.name, moment(source.timeMs))
        : messages.windGiven;
  return (
    <p className={styles.honest}>
      <Icon name="wind" size="s" label={say(messages.wind)} />
      <span>{say(messages.windIs(windNameOf(wind.fromRad), speed(wind.speedMs)))}</span>
      <span>{say(origin)}</span>
    </p>
  );
}
