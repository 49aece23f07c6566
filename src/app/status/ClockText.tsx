import { formatInstant } from '#model/time.ts';
import type { ClockState } from '#store/clock.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Tooltip } from '#ui';
import { useCommand } from '../commands/use-commands.ts';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

/** The city's time with its zone, and whether it is the present, stands or is played. */
export function ClockText() {
  const say = useText();
  const { command, run } = useCommand('app.time');
  const clock = useAppState((state) => state.clock);
  const { now, mode } = clock;
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <Tooltip text={say(command.title)} shortcut={command.shortcut} side="top">
      <button type="button" className={styles.button} onClick={run}>
        <time dateTime={new Date(now).toISOString()}>{formatInstant(now, timeZone, locale)}</time>
        <span className={mode === 'live' ? styles.live : styles.set}>{say(clockState(clock))}</span>
      </button>
    </Tooltip>
  );
}

function clockState({ mode, rate, source }: ClockState) {
  if (mode === 'set') return rate === 0 ? messages.paused : messages.replay(rate);
  if (source === undefined || source.rate === 1) return messages.live;
  return source.rate === 0 ? messages.livePaused : messages.liveAt(source.rate);
}
