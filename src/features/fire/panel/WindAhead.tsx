import { useAppState, useText } from '#store/use-store.tsx';
import { Icon } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import { weatherOf } from '../state/weather.ts';
import { selectFire } from '../state.ts';
import styles from './panel.module.css';
import { useMomentText, useSpeed, windNameOf } from './use-fire.ts';

/** The wind that a fire would begin with, where one is about to be lit; said to be assumed where no station is heard. */
export function WindAhead() {
  const say = useText();
  const speed = useSpeed();
  const moment = useMomentText();
  const stations = useAppState((state) => selectFire(state).stations);
  const selected = useAppState((state) => selectFire(state).selected[0]?.at);
  const alarmed = useAppState((state) => selectFire(state).alarmed[0]?.building.at);
  const bounds = useAppState(({ city }) => city?.manifest.boundsDeg);
  const [west, south, east, north] = bounds ?? [0, 0, 0, 0];
  const place = selected ?? alarmed ?? ([(west + east) / 2, (south + north) / 2] as const);
  const { speedMs, fromRad, air } = weatherOf(stations, place);
  const { source } = air;
  return (
    <p className={styles.honest}>
      <Icon name="wind" size="s" label={say(messages.wind)} />
      <span>{say(messages.windIs(windNameOf(fromRad), speed(speedMs)))}</span>
      <span>
        {say(
          source.kind === 'station'
            ? messages.windOfStation(source.name, moment(source.timeMs))
            : messages.windGiven,
        )}
      </span>
    </p>
  );
}
