import { Slider as MantineSlider } from '@mantine/core';
import { pickClasses } from '../class-names.ts';
import { Field } from './Field.tsx';
import styles from './Slider.module.css';

export interface SliderMark {
  readonly value: number;
  readonly label?: string;
}

interface SliderProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Called once a drag or a key press is done; for what is dear to compute. */
  readonly onChangeEnd?: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Writes the value with its unit. */
  readonly format?: (value: number) => string;
  readonly marks?: readonly SliderMark[];
  readonly disabled?: boolean;
}

export function Slider({
  label,
  isLabelHidden = false,
  value,
  onChange,
  onChangeEnd,
  min = 0,
  max = 1,
  step = 0.01,
  format = String,
  marks,
  disabled = false,
}: SliderProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} aside={!isLabelHidden && format(value)}>
      {() => (
        <MantineSlider
          classNames={pickClasses(styles, 'root', 'track', 'bar', 'thumb', 'mark', 'markLabel')}
          thumbLabel={label}
          thumbValueText={format}
          label={null}
          value={value}
          onChange={onChange}
          {...(onChangeEnd && { onChangeEnd })}
          min={min}
          max={max}
          step={step}
          {...(marks && { marks: [...marks] })}
          disabled={disabled}
        />
      )}
    </Field>
  );
}
