import type { Feature } from '#features/feature.ts';
import { metres } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import type { ContextPlace } from '#scene/pointer.ts';
import { flyTo } from '#store/camera.ts';
import { type Selected, select, toggleSelected } from '#store/selection.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { ContextMenu, type MenuItem, useNotify } from '#ui';
import { toIconName } from '../icon-name.ts';
import { useFeatures } from '../layers/use-features.ts';
import { useParts } from '../parts.tsx';
import { toDegreesText, toPastedText } from '../status/coordinate-text.ts';
import { messages } from './messages.ts';

interface GlobeMenuProps {
  readonly place: ContextPlace | undefined;
  readonly onClose: () => void;
}

/** What can be done where the person right-clicked. */
export function GlobeMenu({ place, onClose }: GlobeMenuProps) {
  const { store, features } = useParts();
  const say = useText();
  const notify = useNotify();
  const selection = useAppState((current) => current.selection);
  const { available } = useFeatures();
  if (!place) return null;
  const { position, selected } = place;

  const ofPlace: MenuItem[] = position
    ? [
        { kind: 'heading', id: 'coordinate', label: toDegreesText(position) },
        {
          id: 'copy',
          label: say(messages.copyCoordinates),
          icon: 'copy',
          onSelect: () =>
            void navigator.clipboard
              .writeText(toPastedText(position))
              .then(() => notify({ tone: 'good', title: say(messages.copied) }))
              .catch(() => notify({ tone: 'warning', title: say(messages.copyFailed) })),
        },
        {
          id: 'zoom',
          label: say(messages.zoomHere),
          icon: 'focus',
          onSelect: () => flyTo(store, poseLookingAt({ ...position, radius: metres(60) })),
        },
      ]
    : [];

  const state = store.getState();
  const acts = available
    .flatMap(({ here = [] }) => here)
    .filter(({ when }) => when?.(state) ?? true);
  const ofFeatures: MenuItem[] =
    position && acts.length > 0
      ? [
          { kind: 'divider', id: 'acts' },
          ...acts.map(({ id, title, icon, run }) => ({
            id,
            label: say(title),
            icon: toIconName(icon),
            onSelect: () => run(store, position),
          })),
        ]
      : [];

  const ofThing: MenuItem[] = selected
    ? [
        { kind: 'divider', id: 'thing' },
        { kind: 'heading', id: 'id', label: selected.id },
        {
          id: 'select',
          label: say(messages.select),
          icon: 'check',
          onSelect: () => select(store, [selected]),
        },
        {
          id: 'add',
          label: say(messages.addToSelection),
          icon: 'plus',
          disabled: selection.length === 0,
          onSelect: () => toggleSelected(store, selected),
        },
        ...commandsFor(selected, features),
      ]
    : [];

  function commandsFor(thing: Selected, all: readonly Feature[]): MenuItem[] {
    const asSelected = { ...store.getState(), selection: [thing] };
    const commands = all.find(({ id }) => id === thing.feature)?.commands ?? [];
    return commands
      .filter(({ when }) => when?.(asSelected) && !when({ ...asSelected, selection: [] }))
      .map(({ id, title, icon, run }) => ({
        id,
        label: say(title),
        icon: toIconName(icon),
        onSelect: () => {
          select(store, [thing]);
          run(store);
        },
      }));
  }

  return (
    <ContextMenu
      label={say(messages.here)}
      at={place.screen}
      items={[...ofPlace, ...ofFeatures, ...ofThing]}
      onClose={onClose}
    />
  );
}
