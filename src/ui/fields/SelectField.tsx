import { type ComboboxProps, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import { Field } from './Field.tsx';
import input from './input.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | undefined;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Typing narrows the list; for more than about ten options. */
  readonly isSearchable?: boolean;
  readonly disabled?: boolean;
}

const EDGE_PX = 5;

/** At least as wide as the field, and as its longest option needs, within the window. */
const menu: ComboboxProps = {
  zIndex: 'var(--z-popover)',
  transitionProps: { duration: 0 },
  position: 'bottom-start',
  width: 'max-content',
  middlewares: {
    shift: { padding: EDGE_PX },
    flip: true,
    size: {
      padding: EDGE_PX,
      apply({ rects, availableWidth, elements }) {
        elements.floating.style.minWidth = `${rects.reference.width}px`;
        elements.floating.style.maxWidth = `${availableWidth}px`;
      },
    },
  },
};

export function SelectField<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  placeholder,
  hint,
  error,
  isSearchable = false,
  disabled = false,
}: SelectFieldProps<Value>) {
  const say = useWord();
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          error={Boolean(error)}
          aria-label={label}
          classNames={pickClasses(input, 'wrapper', 'input', 'section', 'dropdown', 'option')}
          data={options.map((option) => ({ ...option, disabled: option.disabled ?? false }))}
          value={value ?? null}
          onChange={(next) => {
            const chosen = options.find((option) => option.value === next);
            if (chosen) onChange(chosen.value);
          }}
          allowDeselect={false}
          searchable={isSearchable}
          nothingFoundMessage={say('noResults')}
          checkIconPosition="right"
          placeholder={placeholder ?? ''}
          maxDropdownHeight="20rem"
          comboboxProps={menu}
          disabled={disabled}
        />
      )}
    </Field>
  );
}
