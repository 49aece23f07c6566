import { Combobox, Modal, useCombobox } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Kbd } from '../actions/Kbd.tsx';
import { pickClasses } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './CommandPalette.module.css';
import { type Rankable, rankCommands } from './rank-commands.ts';

export interface PaletteCommand extends Rankable {
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

interface CommandPaletteProps {
  readonly label: string;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly PaletteCommand[];
  /** Latest first. */
  readonly recentIds?: readonly string[];
}

/** Every action by a few letters. */
export function CommandPalette(props: CommandPaletteProps) {
  return (
    <Modal
      classNames={pickClasses(styles, 'inner', 'content', 'body', 'overlay')}
      opened={props.isOpen}
      onClose={props.onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': props.label } }}
      size="var(--palette-width)"
      yOffset="12vh"
      padding={0}
      zIndex="var(--z-dialog)"
      transitionProps={{ duration: 0 }}
    >
      <PaletteBody {...props} />
    </Modal>
  );
}

function PaletteBody({
  label,
  placeholder,
  onClose,
  commands,
  recentIds = [],
}: CommandPaletteProps) {
  const say = useWord();
  const combobox = useCombobox({ opened: true });
  const [query, setQuery] = useState('');
  const groups = rankCommands(commands, query, recentIds, say('recent'));
  const selectFirst = useEffectEvent(() => combobox.selectFirstOption());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query brings another first option.
  useEffect(() => {
    selectFirst();
  }, [query]);

  const run = (id: string) => {
    const command = commands.find((candidate) => candidate.id === id);
    if (!command) return;
    onClose();
    command.run();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={run} withinPortal={false}>
      <div className={styles.search}>
        <Icon name="search" />
        <Combobox.EventsTarget withExpandedAttribute>
          <input
            className={styles.input}
            aria-label={label}
            aria-autocomplete="list"
            placeholder={placeholder}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The open list keeps Escape from the dialog around it.
              if (event.key === 'Escape') onClose();
            }}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Kbd shortcut="Escape" />
      </div>
      <Combobox.Options aria-label={label} tabIndex={0} className={styles.options ?? ''}>
        {groups.map((group) => {
          const rows = group.items.map((command) => (
            <Combobox.Option key={command.id} value={command.id} className={styles.option ?? ''}>
              <span className={styles.icon}>{command.icon && <Icon name={command.icon} />}</span>
              <span className={styles.title}>{command.title}</span>
              {query !== '' && command.group && (
                <span className={styles.where}>{command.group}</span>
              )}
              {command.shortcut && <Kbd shortcut={command.shortcut} />}
            </Combobox.Option>
          ));
          return group.title === '' ? (
            rows
          ) : (
            <Combobox.Group
              key={group.title}
              label={group.title}
              classNames={{ groupLabel: styles.group ?? '' }}
            >
              {rows}
            </Combobox.Group>
          );
        })}
        {groups.length === 0 && (
          <Combobox.Empty className={styles.empty ?? ''}>{say('noResults')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
