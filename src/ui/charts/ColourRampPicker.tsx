import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { classNames, pickClasses } from '../class-names.ts';
import { Checkbox } from '../fields/Checkbox.tsx';
import { Field } from '../fields/Field.tsx';
import input from '../fields/input.module.css';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import styles from './ColourRampPicker.module.css';

export interface ColourRamp {
  readonly id: string;
  readonly name: string;
  /** CSS colours, evenly spaced. */
  readonly colours: readonly string[];
  readonly isColourBlindSafe?: boolean;
}

interface ColourRampPickerProps {
  readonly label: string;
  readonly ramps: readonly ColourRamp[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Offers to turn the ramp round. */
  readonly isReversed?: boolean;
  readonly onReversedChange?: (isReversed: boolean) => void;
  readonly disabled?: boolean;
}

/** Chooses a colour ramp by its looks and its name. */
export function ColourRampPicker({
  label,
  ramps,
  value,
  onChange,
  isReversed = false,
  onReversedChange,
  disabled = false,
}: ColourRampPickerProps) {
  const say = useWord();
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.updateSelectedOptionIndex('active'),
  });
  const chosen = ramps.find((ramp) => ramp.id === value);
  const strip = (ramp: ColourRamp) => {
    const colours = isReversed ? ramp.colours.toReversed() : ramp.colours;
    return (
      <span
        className={styles.strip}
        style={{ backgroundImage: `linear-gradient(to right, ${colours.join(', ')})` }}
      />
    );
  };
  return (
    <Field label={label}>
      {(control) => (
        <>
          <Combobox
            classNames={pickClasses(input, 'dropdown')}
            store={combobox}
            onOptionSubmit={(id) => {
              onChange(id);
              combobox.closeDropdown();
            }}
            zIndex="var(--z-popover)"
            transitionProps={{ duration: 0 }}
          >
            <Combobox.Target targetType="button">
              <InputBase
                {...control}
                component="button"
                type="button"
                pointer
                aria-label={`${label}: ${chosen?.name ?? ''}`}
                classNames={pickClasses(input, 'wrapper', 'input', 'section')}
                rightSection={<Icon name="chevron-down" size="s" />}
                rightSectionPointerEvents="none"
                disabled={disabled}
                onClick={() => combobox.toggleDropdown()}
              >
                {chosen && (
                  <span className={styles.choice}>
                    {strip(chosen)}
                    <span className={styles.name}>{chosen.name}</span>
                  </span>
                )}
              </InputBase>
            </Combobox.Target>
            <Combobox.Dropdown>
              <Combobox.Options aria-label={label} className={styles.options ?? ''}>
                {ramps.map((ramp) => (
                  <Combobox.Option
                    key={ramp.id}
                    value={ramp.id}
                    active={ramp.id === value}
                    aria-label={ramp.name}
                    className={classNames(styles.option)}
                  >
                    {strip(ramp)}
                    <span className={styles.name}>{ramp.name}</span>
                    {ramp.isColourBlindSafe && (
                      <span className={styles.safe} title={say('colourBlindSafe')}>
                        <Icon name="eye" size="s" label={say('colourBlindSafe')} />
                      </span>
                    )}
                  </Combobox.Option>
                ))}
              </Combobox.Options>
            </Combobox.Dropdown>
          </Combobox>
          {onReversedChange && (
            <Checkbox
              label={say('reverse')}
              checked={isReversed}
              onChange={onReversedChange}
              disabled={disabled}
            />
          )}
        </>
      )}
    </Field>
  );
}
