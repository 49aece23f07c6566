import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Command } from '#store/command.ts';
import { useAppState } from '#store/use-store.tsx';
import { useParts } from '../parts.tsx';
import { type CommandGroup, listCommands } from './all-commands.ts';

/** The groups of commands that can be run as things stand. */
export function useCommands(): readonly CommandGroup[] {
  const parts = useParts();
  const { store } = parts;
  const state = useStore(store);
  return useMemo(
    () =>
      listCommands(state, parts)
        .map(({ id, commands }) => ({ id, commands: commands.filter((one) => canRun(one, state)) }))
        .filter(({ commands }) => commands.length > 0),
    [state, parts],
  );
}

/** One command by id, with whether it can be run as things stand. */
export function useCommand(id: string): { command: Command; isEnabled: boolean; run: () => void } {
  const parts = useParts();
  const { store } = parts;
  const city = useAppState((state) => state.city);
  const command = useMemo(() => {
    const state = { ...store.getState(), city };
    return listCommands(state, parts)
      .flatMap(({ commands }) => commands)
      .find((one) => one.id === id);
  }, [store, parts, city, id]);
  if (!command) throw new Error(`There is no command ${id}.`);
  const isEnabled = useAppState((state) => canRun(command, state));
  return { command, isEnabled, run: () => command.run(store) };
}

const canRun = ({ when }: Command, state: Parameters<NonNullable<Command['when']>>[0]) =>
  when?.(state) ?? true;
