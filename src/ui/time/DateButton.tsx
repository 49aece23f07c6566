import { useRef } from 'react';
import { timeFormat } from '#model/formats.ts';
import type { Instant } from '#model/time.ts';
import { Button } from '../actions/Button.tsx';
import { localeOf, useKit, useWord } from '../kit-context.ts';
import styles from './DateButton.module.css';
import { dateIn } from './zone-time.ts';

interface DateButtonProps {
  readonly now: Instant;
  readonly timeZone: string;
  /** `YYYY-MM-DD` */
  readonly onChange: (date: string) => void;
}

/** The date in the app's language; opens the platform's own calendar, which fits phones best. */
export function DateButton({ now, timeZone, onChange }: DateButtonProps) {
  const { language } = useKit();
  const say = useWord();
  const input = useRef<HTMLInputElement>(null);
  const words = timeFormat(localeOf(language), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(now);
  return (
    <span className={styles.date}>
      <Button icon="calendar" onClick={() => input.current?.showPicker()}>
        {words}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="date"
        aria-label={say('date')}
        tabIndex={-1}
        value={dateIn(now, timeZone)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}
