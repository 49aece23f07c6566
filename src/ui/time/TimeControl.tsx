import { type Instant, instant } from '#model/time.ts';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { Menu } from '../actions/Menu.tsx';
import { StatusBadge } from '../feedback/StatusBadge.tsx';
import { localeOf, useKit, useWord } from '../kit-context.ts';
import { DateButton } from './DateButton.tsx';
import { DaySlider } from './DaySlider.tsx';
import styles from './TimeControl.module.css';
import { addDays, dayAround, formatTime, startOfDate } from './zone-time.ts';

interface TimeControlProps {
  readonly now: Instant;
  /** IANA name of the city's zone; every time is printed in it. */
  readonly timeZone: string;
  readonly isLive: boolean;
  /** Seconds of city time for each second of wall time; 0 stands still. */
  readonly rate: number;
  readonly onTimeChange: (now: Instant) => void;
  readonly onRateChange: (rate: number) => void;
  readonly onLive: () => void;
  /** Goes back (negative) or forth by so many milliseconds; buttons for an hour stand where it is given. */
  readonly onJump?: (byMs: number) => void;
  /** Elevation of the sun (degrees) at equal steps from midnight to midnight; paints the day. */
  readonly sunElevationsDeg?: readonly number[];
  /** Rates on offer; 1, 60, 600, 3600 where absent. */
  readonly rates?: readonly number[];
}

const usualRates = [1, 60, 600, 3600];
const HOUR_MS = 3_600_000;

/** The city's clock: date, time of day over night and daylight, play, back to live. */
export function TimeControl({
  now,
  timeZone,
  isLive,
  rate,
  onTimeChange,
  onRateChange,
  onLive,
  onJump,
  sunElevationsDeg,
  rates = usualRates,
}: TimeControlProps) {
  const { language } = useKit();
  const say = useWord();
  const isRunning = rate !== 0;
  const chosenRate = rates.find((each) => each === rate) ?? rates[1] ?? 1;

  const setDate = (date: string) => {
    const start = startOfDate(date, timeZone);
    if (start === undefined) return;
    const sinceMidnight = now - dayAround(now, timeZone)[0];
    onTimeChange(instant(start + sinceMidnight));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't shrink in a flex row.
    <div className={styles.control} role="group" aria-label={say('timeOfDay')}>
      <div className={styles.row}>
        <IconButton
          icon="chevron-left"
          label={say('previousDay')}
          onClick={() => onTimeChange(addDays(now, -1, timeZone))}
        />
        <DateButton now={now} timeZone={timeZone} onChange={setDate} />
        <IconButton
          icon="chevron-right"
          label={say('nextDay')}
          onClick={() => onTimeChange(addDays(now, 1, timeZone))}
        />
        <output className={styles.now} aria-live="off">
          {formatTime(now, timeZone, localeOf(language))}
        </output>
        <div className={styles.end}>
          {onJump && (
            <IconButton icon="skip-back" label={say('hourBack')} onClick={() => onJump(-HOUR_MS)} />
          )}
          <IconButton
            icon={isRunning ? 'pause' : 'play'}
            label={say(isRunning ? 'pause' : 'play')}
            onClick={() => onRateChange(isRunning ? 0 : chosenRate)}
          />
          {onJump && (
            <IconButton icon="skip-forward" label={say('hourOn')} onClick={() => onJump(HOUR_MS)} />
          )}
          <Menu
            label={say('speed')}
            side="top-end"
            trigger={
              <Button kind="quiet" size="s" iconAfter="chevron-down">
                {`${chosenRate}×`}
              </Button>
            }
            items={rates.map((each) => ({
              id: String(each),
              label: `${each}×`,
              isChecked: each === rate,
              onSelect: () => onRateChange(each),
            }))}
          />
          {isLive ? (
            <StatusBadge tone="good" word={say('live')} />
          ) : (
            <Button kind="quiet" size="s" icon="live" onClick={onLive}>
              {say('goLive')}
            </Button>
          )}
        </div>
      </div>
      <DaySlider
        label={say('timeOfDay')}
        now={now}
        timeZone={timeZone}
        onChange={onTimeChange}
        {...(sunElevationsDeg && { sunElevationsDeg })}
      />
    </div>
  );
}
