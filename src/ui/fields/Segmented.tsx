import { SegmentedControl } from '@mantine/core';
import { classNames, pickClasses } from '../class-names.ts';
import { VisuallyHidden } from '../feedback/VisuallyHidden.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import styles from './Segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  /** Shows icons alone; the words stay for screen readers. */
  readonly isIconOnly?: boolean;
  readonly isWide?: boolean;
  readonly disabled?: boolean;
}

/** One of two to five choices, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  isIconOnly = false,
  isWide = false,
  disabled = false,
}: SegmentedProps<Value>) {
  return (
    <SegmentedControl
      className={classNames(styles.root, !isWide && styles.snug)}
      classNames={pickClasses(styles, 'indicator', 'control', 'label')}
      aria-label={label}
      role="radiogroup"
      value={value}
      data={options.map((option) => ({
        value: option.value,
        disabled: option.disabled ?? false,
        label: (
          <span className={styles.content} title={isIconOnly ? option.label : undefined}>
            {option.icon && <Icon name={option.icon} />}
            {isIconOnly && option.icon ? (
              <VisuallyHidden>{option.label}</VisuallyHidden>
            ) : (
              option.label
            )}
          </span>
        ),
      }))}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      fullWidth={isWide}
      disabled={disabled}
      withItemsBorders={false}
    />
  );
}
