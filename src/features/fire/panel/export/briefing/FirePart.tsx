import { useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import { isWeatherAssumed } from '../../../state/weather.ts';
import {
  useCount,
  useLanguage,
  useMomentText,
  useSince,
  useSpeed,
  windNameOf,
} from '../../use-fire.ts';
import type { Exported } from '../use-exported.ts';
import { Figures } from './Figures.tsx';
import { messages } from './messages.ts';

/** What burns and will burn, in which wind. */
export function FirePart({ exported }: { readonly exported: Exported }) {
  const { fire, moment, spread } = exported;
  const say = useText();
  const since = useSince();
  const count = useCount();
  const speed = useSpeed();
  const language = useLanguage();
  const momentText = useMomentText();
  const { source, temperatureC, humidity } = fire.air;
  const originOfFirst =
    source.kind === 'station'
      ? messages.windStation(source.name, momentText(source.timeMs))
      : isWeatherAssumed(fire)
        ? messages.windAssumed
        : messages.windSet;
  return (
    <>
      <section>
        <h2>{say(messages.fire)}</h2>
        <Figures
          figures={[
            { name: say(messages.burning), value: count(moment?.burning.length ?? 0) },
            { name: say(messages.burnt), value: count(moment?.burntOut ?? 0) },
            { name: say(messages.within(10)), value: count(moment?.next10 ?? 0) },
            { name: say(messages.within(30)), value: count(moment?.next30 ?? 0) },
            { name: say(messages.within(60)), value: count(moment?.next60 ?? 0) },
            { name: say(messages.inAll), value: count(spread.burnt) },
            { name: say(messages.peopleBurning), value: count(moment?.peopleInBurning ?? 0) },
            {
              name: say(messages.heat),
              value: formatQuantity(moment?.heatTotalMW ?? 0, 'MW', language, { decimals: 0 }),
            },
          ]}
        />
      </section>
      <section>
        <h2>{say(messages.wind)}</h2>
        <ul>
          {fire.wind.map(({ fromS, speedMs, fromRad }, at) => (
            <li key={fromS}>
              {say(
                messages.windAt(
                  windNameOf(fromRad),
                  speed(speedMs),
                  since(fromS),
                  at === 0 ? originOfFirst : messages.windSet,
                ),
              )}
            </li>
          ))}
        </ul>
        <p>
          {say(
            messages.air(
              formatQuantity(temperatureC, '°C', language, { decimals: 0 }),
              formatQuantity(humidity * 100, '%', language, { decimals: 0 }),
            ),
          )}
        </p>
      </section>
    </>
  );
}
