import { classNames } from '../class-names.ts';
import { formatNumber } from '../data/format-quantity.ts';
import tones from '../feedback/tone.module.css';
import { type Tone, toneIcons } from '../feedback/tone.ts';
import { Glyph } from '../icons/Glyph.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useKit } from '../kit-context.ts';
import styles from './ChipGroup.module.css';

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
  /** A state by shape and colour. */
  readonly tone?: Tone;
  /** The sign of a kind, as SVG path data. */
  readonly glyph?: string;
}

interface ChipGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Chip<Value>[];
  /** Those that are chosen; none lets all pass. */
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** Any number of choices with how many things each has; pressed ones are chosen. */
export function ChipGroup<Value extends string>({
  label,
  options,
  values,
  onChange,
}: ChipGroupProps<Value>) {
  const { language } = useKit();
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't wrap its children in a row.
    <div className={styles.group} role="group" aria-label={label}>
      {options.map(({ value, label: word, count, tone, glyph }) => (
        <button
          key={value}
          type="button"
          className={classNames(styles.chip, tone && tones[tone], count === 0 && styles.none)}
          aria-pressed={values.includes(value)}
          onClick={() => toggle(value)}
        >
          {tone && (
            <span className={styles.sign}>
              <Icon name={toneIcons[tone]} size="s" />
            </span>
          )}
          {glyph && <Glyph path={glyph} size="s" />}
          <span>{word}</span>
          {count !== undefined && (
            <span className={styles.count}>{formatNumber(count, language)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
