import { Slider } from '@mantine/core';
import { type Instant, instant } from '#model/time.ts';
import { pickClasses } from '../class-names.ts';
import styles from './DaySlider.module.css';
import { skyGradient } from './sky-gradient.ts';
import { dayAround, timeOfDay } from './zone-time.ts';

interface DaySliderProps {
  readonly label: string;
  readonly now: Instant;
  readonly timeZone: string;
  readonly onChange: (now: Instant) => void;
  readonly sunElevationsDeg?: readonly number[];
}

const MINUTE_MS = 60_000;
const tickHours = [0, 6, 12, 18, 24];

/** Midnight to midnight of the city's day, painted as its sky. */
export function DaySlider({ label, now, timeZone, onChange, sunElevationsDeg }: DaySliderProps) {
  const [start, end] = dayAround(now, timeZone);
  const minutes = Math.round((end - start) / MINUTE_MS);
  const hours = minutes / 60;
  return (
    <div className={styles.day}>
      <div
        className={styles.sky}
        style={sunElevationsDeg && { backgroundImage: skyGradient(sunElevationsDeg) }}
      />
      <Slider
        classNames={pickClasses(styles, 'root', 'track', 'bar', 'thumb')}
        thumbLabel={label}
        thumbValueText={(minute) => timeOfDay(instant(start + minute * MINUTE_MS), timeZone)}
        label={null}
        value={Math.round((now - start) / MINUTE_MS)}
        onChange={(minute) => onChange(instant(start + minute * MINUTE_MS))}
        min={0}
        max={minutes - 1}
        step={1}
      />
      <div className={styles.ticks} aria-hidden>
        {tickHours.map((hour) => (
          <span key={hour}>
            {timeOfDay(instant(start + (hour / 24) * hours * 60 * MINUTE_MS), timeZone)}
          </span>
        ))}
      </div>
    </div>
  );
}
