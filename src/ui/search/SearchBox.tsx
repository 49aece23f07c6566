import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { type Ref, useState } from 'react';
import { Kbd } from '../actions/Kbd.tsx';
import { classNames, pickClasses } from '../class-names.ts';
import { Spinner } from '../feedback/Spinner.tsx';
import input from '../fields/input.module.css';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './SearchBox.module.css';
import { SearchResults } from './SearchResults.tsx';
import { type Search, useSearch } from './use-search.ts';

export interface SearchItem {
  readonly id: string;
  readonly title: string;
  /** What else tells it from its neighbours. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** Heading it stands under, e.g. the layer's name. */
  readonly group?: string;
}

interface SearchBoxProps<Item extends SearchItem> {
  readonly label: string;
  readonly placeholder?: string;
  readonly shortcut?: string;
  readonly search: Search<Item>;
  readonly onChoose: (item: Item) => void;
  /** How long typing must rest before a search; 150 ms where absent. */
  readonly restMs?: number;
  /** Whether the chosen title stays in the box (autocomplete) or the box empties. */
  readonly keepsChoice?: boolean;
  /** A surface of its own, where it floats over the globe. */
  readonly isFloating?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Searches while a person types: combobox with loading, empty, failed and marked matches. */
export function SearchBox<Item extends SearchItem>({
  label,
  placeholder,
  shortcut,
  search,
  onChoose,
  restMs = 150,
  keepsChoice = true,
  isFloating = false,
  ref,
}: SearchBoxProps<Item>) {
  const say = useWord();
  const combobox = useCombobox();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const state = useSearch(search, query === chosen ? '' : query, restMs, attempt);
  const items = 'items' in state ? state.items : [];

  const choose = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    if (!item) return;
    setQuery(keepsChoice ? item.title : '');
    setChosen(keepsChoice ? item.title : undefined);
    combobox.closeDropdown();
    onChoose(item);
  };

  const change = (next: string) => {
    setQuery(next);
    setChosen(undefined);
    combobox.resetSelectedOption();
    if (next.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  };

  return (
    <Combobox
      classNames={{ ...pickClasses(input, 'dropdown') }}
      store={combobox}
      onOptionSubmit={choose}
      offset={4}
      zIndex="var(--z-popover)"
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...(ref && { ref })}
          classNames={pickClasses(input, 'wrapper', 'input', 'section')}
          className={classNames(styles.box, isFloating && styles.floating)}
          aria-label={label}
          aria-autocomplete="list"
          placeholder={placeholder ?? label}
          value={query}
          onChange={(event) => change(event.currentTarget.value)}
          onFocus={() => state.kind !== 'idle' && combobox.openDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query !== '' && !combobox.dropdownOpened) change('');
          }}
          leftSection={<Icon name="search" />}
          rightSectionWidth="auto"
          rightSection={
            <span className={styles.end}>
              {state.kind === 'loading' ? (
                <Spinner size="s" />
              ) : query ? (
                <button
                  type="button"
                  className={styles.clear}
                  aria-label={say('clear')}
                  onClick={() => change('')}
                >
                  <Icon name="close" size="s" />
                </button>
              ) : (
                shortcut && <Kbd shortcut={shortcut} />
              )}
            </span>
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={state.kind === 'idle'}>
        <SearchResults
          label={label}
          state={state}
          query={query}
          onFirst={() => combobox.selectFirstOption()}
          onRetry={() => setAttempt(attempt + 1)}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}
