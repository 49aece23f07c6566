import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, localeOf, momentText, Note, Stack, Stat, StatusBadge, useKit } from '#ui';
import type { FireWeatherLine } from '../../contract/risk.ts';
import { simulatedWord } from './messages.ts';
import { cityMessages as messages } from './messages-city.ts';
import styles from './risk.module.css';

const codes = ['ffmc', 'dmc', 'dc', 'isi', 'bui'] as const;

/** The fire weather index of the day with its parts, and what it stands on. */
export function FireWeather({ weather }: { readonly weather: FireWeatherLine | undefined }) {
  const say = useText();
  const { language } = useKit();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  if (!weather) {
    return (
      <Note kind="faint">
        {say(messages.noWeather)}. {say(messages.noWeatherWhy)}
      </Note>
    );
  }
  return (
    <Stack gap="s">
      <Stat label={say(messages.weather)} value={weather.fwi} decimals={1}>
        {weather.isSimulated && <StatusBadge tone="simulated" word={say(simulatedWord)} isPlain />}
      </Stat>
      <dl className={styles.codes}>
        {codes.map((code) => (
          <div key={code}>
            <dt>
              <abbr title={say(messages.parts[code])}>{code.toUpperCase()}</abbr>{' '}
              {say(messages.parts[code])}
            </dt>
            <dd>{formatNumber(weather[code], language, { decimals: 1 })}</dd>
          </div>
        ))}
      </dl>
      <Note kind="faint">
        {say(
          messages.noon(weather.station, momentText(weather.atMs, timeZone, localeOf(language))),
        )}
        {' · '}
        {say(messages.days(formatNumber(weather.days, language)))}
      </Note>
    </Stack>
  );
}
