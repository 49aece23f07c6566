import { Combobox } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { classNames } from '../class-names.ts';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { VisuallyHidden } from '../feedback/VisuallyHidden.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import { groupBy } from './group-by.ts';
import { Highlight } from './Highlight.tsx';
import styles from './SearchBox.module.css';
import type { SearchItem } from './SearchBox.tsx';
import type { SearchState } from './use-search.ts';

interface SearchResultsProps<Item extends SearchItem> {
  readonly label: string;
  readonly state: SearchState<Item>;
  readonly query: string;
  /** New results came: the first of them becomes the one that Enter takes. */
  readonly onFirst: () => void;
  readonly onRetry: () => void;
}

export function SearchResults<Item extends SearchItem>({
  label,
  state,
  query,
  onFirst,
  onRetry,
}: SearchResultsProps<Item>) {
  const say = useWord();
  const selectFirst = useEffectEvent(onFirst);
  useEffect(() => {
    if (state.kind === 'done' && state.items.length > 0) selectFirst();
  }, [state]);

  if (state.kind === 'failed') {
    return (
      <ErrorState title={say('searchFailed')} onRetry={onRetry}>
        {state.reason}
      </ErrorState>
    );
  }
  const items = 'items' in state ? state.items : [];
  const groups = groupBy(items, (item) => item.group ?? '');
  return (
    <>
      <Combobox.Options aria-label={label} className={styles.options ?? ''}>
        {[...groups].map(([group, members]) => {
          const rows = members.map((item) => (
            <Combobox.Option key={item.id} value={item.id} className={styles.option ?? ''}>
              {item.icon && (
                <span className={styles.icon}>
                  <Icon name={item.icon} />
                </span>
              )}
              <span className={styles.words}>
                <span className={styles.title}>
                  <Highlight text={item.title} query={query} />
                </span>
                {item.detail && (
                  <span className={styles.detail}>
                    <Highlight text={item.detail} query={query} />
                  </span>
                )}
              </span>
            </Combobox.Option>
          ));
          return group === '' ? (
            rows
          ) : (
            <Combobox.Group
              key={group}
              label={group}
              classNames={{ groupLabel: styles.group ?? '' }}
            >
              {rows}
            </Combobox.Group>
          );
        })}
        {state.kind === 'done' && items.length === 0 && (
          <Combobox.Empty className={classNames(styles.empty)}>{say('noResults')}</Combobox.Empty>
        )}
        {state.kind === 'loading' && items.length === 0 && (
          <Combobox.Empty className={classNames(styles.empty)}>{say('loading')}</Combobox.Empty>
        )}
      </Combobox.Options>
      <VisuallyHidden>
        <span role="status">
          {state.kind === 'done' && `${items.length} ${say('resultCount')}`}
        </span>
      </VisuallyHidden>
    </>
  );
}
