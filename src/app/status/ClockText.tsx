import { formatInstant } from '#model/time.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Tooltip } from '#ui';
import { useCommand } from '../commands/use-commands.ts';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

/** The city's time with its zone, and whether it is the present. */
export function ClockText() {
  const say = useText();
  const { command, run } = useCommand('app.time');
  const { now, mode } = useAppState((state) => state.clock);
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <Tooltip text={say(command.title)} shortcut={command.shortcut} side="top">
      <button type="button" className={styles.button} onClick={run}>
        <time dateTime={new Date(now).toISOString()}>{formatInstant(now, timeZone, locale)}</time>
        <span className={mode === 'live' ? styles.live : styles.set}>
          {say(mode === 'live' ? messages.live : messages.set)}
        </span>
      </button>
    </Tooltip>
  );
}
