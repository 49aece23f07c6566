import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { DirectionDial, Segmented, Slider, Stack, Toggle } from '#ui';
import { curings } from '../../contract/wildland.ts';
import { windMessages } from '../../messages/wind.ts';
import {
  changeWildland,
  type WildlandWeather,
  weatherNear,
  wildlandRequestOf,
} from '../../state/wildland.ts';
import { useSpeed, windNameOf } from '../use-fire.ts';
import { curingNames, wildlandWords as words } from './messages.ts';
import { TurnFields } from './TurnFields.tsx';
import { useWildland, useWrite } from './use-wildland.ts';

const HOUR_S = 3600;

/** Wind, air, how dry the living fuel is, how long it runs: of the stations, or as a person says. */
export function WeatherFields() {
  const store = useAppStore();
  const say = useText();
  const speed = useSpeed();
  const write = useWrite();
  const { weather, curing, durationS, ignitions } = useWildland();
  // A string stays the same while the request does.
  useAppState((state) => JSON.stringify(wildlandRequestOf(state)));
  const request = wildlandRequestOf(store.getState());
  const [first] = request?.wind ?? [];
  if (!request || !first) return null;
  const now: WildlandWeather = {
    ...{ speedMs: first.speedMs, fromRad: first.fromRad },
    ...{ temperatureC: request.temperatureC, humidity: request.humidity },
  };
  const set = (part: Partial<WildlandWeather>) =>
    changeWildland(store, { weather: { ...now, ...part } });
  const place = ignitions[0] ?? ([0, 0] as const);
  return (
    <Stack gap="s">
      <Toggle
        label={say(words.live)}
        checked={weather === undefined}
        onChange={(isLive) =>
          changeWildland(store, {
            weather: isLive ? undefined : { ...weatherNear(store.getState(), place), ...now },
          })
        }
      />
      <DirectionDial
        label={say(words.windFrom)}
        valueDeg={Math.round((now.fromRad * 180) / Math.PI) % 360}
        onChange={(degrees) => set({ fromRad: (degrees * Math.PI) / 180 })}
        letters={[
          say(windMessages.north),
          say(windMessages.east),
          say(windMessages.south),
          say(windMessages.west),
        ]}
        format={(degrees) =>
          say(windMessages.degrees(windNameOf((degrees * Math.PI) / 180), Math.round(degrees)))
        }
      />
      <Slider
        label={say(words.windSpeed)}
        value={now.speedMs}
        min={0}
        max={25}
        step={0.5}
        format={speed}
        onChange={(speedMs) => set({ speedMs })}
      />
      <Slider
        label={say(words.temperature)}
        value={now.temperatureC}
        min={-10}
        max={45}
        step={1}
        format={(value) => `${value} °C`}
        onChange={(temperatureC) => set({ temperatureC })}
      />
      <Slider
        label={say(words.humidity)}
        value={now.humidity}
        min={0.05}
        max={1}
        step={0.05}
        format={write.percent}
        onChange={(humidity) => set({ humidity })}
      />
      <Segmented
        label={say(words.curing)}
        value={curing}
        options={curings.map((value) => ({ value, label: say(curingNames[value]) }))}
        onChange={(next) => changeWildland(store, { curing: next })}
      />
      <Slider
        label={say(words.duration)}
        value={durationS / HOUR_S}
        min={1}
        max={24}
        step={1}
        format={(hours) => write.hours(hours * HOUR_S)}
        onChange={(hours) => changeWildland(store, { durationS: hours * HOUR_S })}
      />
      <TurnFields now={now} />
    </Stack>
  );
}
