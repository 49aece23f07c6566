import { useEffect, useRef } from 'react';
import type { SearchHit } from '#features/feature.ts';
import { metres } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { SearchBox, type SearchItem, useNotify } from '#ui';
import { useCommands } from '../commands/use-commands.ts';
import { toIconName } from '../icon-name.ts';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import { toDegreesText } from '../status/coordinate-text.ts';
import { searchEverywhere } from './search-everywhere.ts';
import { parseTypedCoordinate, type TypedPosition } from './typed-coordinate.ts';

interface Found extends SearchItem {
  readonly choose: (store: AppStore) => void;
}

const HITS_PER_FEATURE = 8;
const MOST_COMMANDS = 4;

/** One box for things by name, id and address, for coordinates, and for commands. */
export function SearchEverything() {
  const { store, opener } = useParts();
  const say = useText();
  const notify = useNotify();
  const commands = useCommands();
  const input = useRef<HTMLInputElement>(null);
  useFocusOnRequest(input);

  async function search(query: string, signal: AbortSignal): Promise<readonly Found[]> {
    const position = parseTypedCoordinate(query);
    const groups = await searchEverywhere(
      opener.running(),
      query,
      { limit: HITS_PER_FEATURE, signal },
      (feature, error) =>
        notify({ tone: 'warning', title: say(feature.name), detail: String(error) }),
    );
    return [
      ...(position ? [placeItem(position)] : []),
      ...groups.flatMap(({ feature, hits }) =>
        hits.map(
          (hit): Found => ({
            id: `${feature.id} ${hit.selected.id}`,
            title: hit.title,
            detail: hit.detail,
            icon: toIconName(feature.icon),
            group: say(feature.name),
            choose: () => goTo(store, hit),
          }),
        ),
      ),
      ...commandItems(query),
    ];
  }

  const placeItem = (position: TypedPosition): Found => ({
    id: 'place',
    title: toDegreesText({ ...position, height: metres(0) }),
    detail: say(messages.flyThere),
    icon: 'pin',
    group: say(messages.coordinate),
    choose: () => {
      const height = metres(store.getState().city?.manifest.heightM[0] ?? 0);
      flyTo(store, poseLookingAt({ ...position, height, radius: metres(80) }));
    },
  });

  function commandItems(query: string): Found[] {
    const words = query.toLowerCase();
    return commands
      .flatMap((group) => group.commands)
      .filter(({ title }) => `${title.en} ${title.zh}`.toLowerCase().includes(words))
      .slice(0, MOST_COMMANDS)
      .map(
        (command): Found => ({
          id: `command ${command.id}`,
          title: say(command.title),
          icon: toIconName(command.icon),
          group: say(messages.commands),
          choose: command.run,
        }),
      );
  }

  return (
    <SearchBox
      ref={input}
      label={say(messages.search)}
      placeholder={say(messages.searchPlaceholder)}
      shortcut="/"
      search={search}
      onChoose={(found) => {
        // What was chosen has the next key, not the box: shortcuts of a pipe that was just found.
        input.current?.blur();
        found.choose(store);
      }}
    />
  );
}

function goTo(store: AppStore, { selected, at }: SearchHit): void {
  select(store, [selected]);
  flyTo(store, poseLookingAt(at));
}

/** The search command opens the tab of a phone; on a desk the box is in sight and takes the keys. */
function useFocusOnRequest(input: { readonly current: HTMLInputElement | null }): void {
  const { store } = useParts();
  const tab = useAppState(({ workbench }) => workbench.tab);
  useEffect(() => {
    if (tab !== 'search' || !input.current) return;
    input.current.focus();
    input.current.select();
    const isPhone = input.current.closest('[data-phone]') !== null;
    if (!isPhone) openTab(store, 'layers');
  }, [tab, input, store]);
}
