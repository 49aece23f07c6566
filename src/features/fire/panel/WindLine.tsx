import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Icon } from '#ui';
import type { FireScenario } from '../contract.ts';
import { windAtTime } from '../kernel/wind-at-time.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { timeOf } from '../state/clock.ts';
import { heardAt, takeHeard } from '../state/late-weather.ts';
import { isWeatherAssumed } from '../state/weather.ts';
import { selectFire } from '../state.ts';
import styles from './panel.module.css';
import { useMomentText, useSince, useSpeed, windNameOf } from './use-fire.ts';

/** The wind that holds now, with where it comes from and of when it is. */
export function WindLine({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const speed = useSpeed();
  const moment = useMomentText();
  const wind = useAppState((state) => windAtTime(fire.wind, timeOf(state) ?? 0));
  const stations = useAppState((state) => selectFire(state).stations);
  const heard = stations.length > 0 ? heardAt(store.getState(), fire) : undefined;
  const { source } = fire.air;
  const origin =
    wind === fire.wind[0] && source.kind === 'station'
      ? messages.windOfStation(source.name, moment(source.timeMs))
      : wind === fire.wind[0] && isWeatherAssumed(fire)
        ? messages.windGiven
        : messages.windTurned(since(wind.fromS));
  return (
    <>
      <p className={styles.honest}>
        <Icon name="wind" size="s" label={say(messages.wind)} />
        <span>{say(messages.windIs(windNameOf(wind.fromRad), speed(wind.speedMs)))}</span>
        <span>{say(origin)}</span>
      </p>
      {heard?.air.source.kind === 'station' && (
        <Button size="s" icon="wind" onClick={() => takeHeard(store)}>
          {say(
            messages.takeHeard(
              windNameOf(heard.fromRad),
              speed(heard.speedMs),
              heard.air.source.name,
            ),
          )}
        </Button>
      )}
    </>
  );
}
