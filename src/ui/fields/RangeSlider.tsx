import { RangeSlider as MantineRangeSlider } from '@mantine/core';
import { pickClasses } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import { Field } from './Field.tsx';
import styles from './Slider.module.css';

interface RangeSliderProps {
  readonly label: string;
  readonly value: readonly [number, number];
  readonly onChange: (value: [number, number]) => void;
  readonly onChangeEnd?: (value: [number, number]) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Writes one end with its unit. */
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
}

export function RangeSlider({
  label,
  value,
  onChange,
  onChangeEnd,
  min,
  max,
  step = 1,
  format = String,
  disabled = false,
}: RangeSliderProps) {
  const say = useWord();
  const [from, to] = value;
  return (
    <Field label={label} aside={`${format(from)} – ${format(to)}`}>
      {() => (
        <MantineRangeSlider
          classNames={pickClasses(styles, 'root', 'track', 'bar', 'thumb')}
          thumbFromLabel={`${label}: ${say('from')}`}
          thumbToLabel={`${label}: ${say('to')}`}
          thumbValueText={format}
          label={null}
          value={[from, to]}
          onChange={onChange}
          {...(onChangeEnd && { onChangeEnd })}
          min={min}
          max={max}
          step={step}
          minRange={0}
          disabled={disabled}
        />
      )}
    </Field>
  );
}
