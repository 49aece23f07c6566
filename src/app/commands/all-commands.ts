import type { Feature } from '#features/feature.ts';
import { sceneCommands } from '#scene/commands.ts';
import type { Command } from '#store/command.ts';
import { initialLayer, showLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { isDroppedModel } from '../opening/dropped-model.ts';
import type { Opener } from '../opening/opener.ts';
import type { AppParts } from '../parts.tsx';
import { appCommands } from './app-commands.ts';
import { globeCommands } from './globe-commands.ts';

export interface CommandGroup {
  readonly id: 'app' | 'view' | 'cities' | 'layers' | `feature:${string}`;
  readonly commands: readonly Command[];
}

/** Every action there is, by group: toolbar, menus, palette, shortcut sheet and help read from this. */
export function listCommands(state: AppState, parts: AppParts): readonly CommandGroup[] {
  const { city } = state;
  const { features, opener } = parts;
  const available = city ? features.filter((one) => one.isAvailable(city.manifest)) : [];
  const groups: CommandGroup[] = [
    { id: 'app', commands: [...appCommands, ...globeCommands(parts)] },
    { id: 'view', commands: sceneCommands },
    ...available.map(({ id, commands = [] }): CommandGroup => ({ id: `feature:${id}`, commands })),
    { id: 'layers', commands: available.filter(({ layer }) => layer).map(toggleOf(state)) },
    { id: 'cities', commands: cityCommands(state, opener) },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

const toggleOf =
  (state: AppState) =>
  ({ id, name, icon }: Feature): Command => {
    const { on } = state.layers[id] ?? initialLayer;
    return {
      id: `layer.${id}`,
      title: on
        ? { en: `Hide ${name.en}`, zh: `隐藏${name.zh}` }
        : { en: `Show ${name.en}`, zh: `显示${name.zh}` },
      icon: on ? 'eye-off' : icon,
      run: (store) => showLayer(store, id, !on),
    };
  };

function cityCommands({ city, opening }: AppState, opener: Opener): readonly Command[] {
  const others = opening.cities.filter(({ id }) => id !== city?.manifest.id);
  return [
    ...others.map((entry): Command => {
      const { id, name } = entry;
      return {
        id: `city.${id}`,
        title: { en: `Open ${name}`, zh: `打开 ${name}` },
        icon: isDroppedModel(entry) ? 'skyscraper' : 'buildings',
        run: () => void opener.open(id),
      };
    }),
    {
      id: 'city.all',
      title: { en: 'All cities', zh: '所有城市' },
      icon: 'globe',
      when: (state) => state.city !== undefined,
      run: () => opener.leave(),
    },
  ];
}
