import { Suspense } from 'react';
import type { CityManifest } from '#contract/city-package.ts';
import { fromDegrees } from '#model/units.ts';
import { homeView } from '#scene/camera-pose.ts';
import { type CameraPose, flyTo, initialCamera } from '#store/camera.ts';
import { setPreferences } from '#store/preferences.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import {
  AppBar,
  Breadcrumbs,
  type Crumb,
  ErrorBoundary,
  IconButton,
  lazyPart,
  Menu,
  Toolbar,
} from '#ui';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { useGroupTitle } from '../commands/use-group-title.ts';
import { toIconName } from '../icon-name.ts';
import { useFeatures } from '../layers/use-features.ts';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import styles from './workbench.module.css';

/** The one bar on top: menu and tools, where we are, time and what is about the app itself. */
export function HouseBar({ isPhone }: { readonly isPhone: boolean }) {
  const say = useText();
  return (
    <AppBar
      start={
        <>
          <MainMenu />
          {!isPhone && (
            <>
              <span className={styles.name}>Panopolis</span>
              <Toolbar label={say(messages.tools)}>
                <CommandButton id="app.select-rectangle" />
                <CommandButton id="app.select-polygon" />
                <CommandButton id="view.home" />
                <CommandButton id="view.top" />
                <CommandButton id="app.picture" />
              </Toolbar>
            </>
          )}
        </>
      }
      middle={<Location />}
      end={
        <>
          <FeatureParts />
          {!isPhone && <CommandButton id="app.palette" />}
          <CommandButton id="app.time" />
          <CommandButton id="app.share" />
          {!isPhone && (
            <>
              <LanguageButton />
              <CommandButton id="app.theme" />
              <CommandButton id="app.help" />
            </>
          )}
        </>
      }
    />
  );
}

/** What features say on the bar; one that breaks takes nothing with it. */
function FeatureParts() {
  const say = useText();
  return useFeatures().available.map(({ id, bar }) => {
    if (!bar) return null;
    const Part = lazyPart(bar);
    return (
      <ErrorBoundary key={id} title={say(messages.panelBroken)}>
        <Suspense>
          <Part />
        </Suspense>
      </ErrorBoundary>
    );
  });
}

function MainMenu() {
  const { store } = useParts();
  const say = useText();
  const titleOf = useGroupTitle();
  const groups = useCommands();
  return (
    <Menu
      label={say(messages.menu)}
      trigger={<IconButton icon="menu" label={say(messages.menu)} />}
      items={groups.flatMap(({ id, commands }) => [
        { kind: 'heading' as const, id, label: titleOf(id) },
        ...commands.map((command) => ({
          id: command.id,
          label: say(command.title),
          icon: toIconName(command.icon),
          shortcut: command.shortcut,
          onSelect: () => command.run(store),
        })),
      ])}
    />
  );
}

function LanguageButton() {
  const { store } = useParts();
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  return (
    <Menu
      label="Language 语言"
      side="bottom-end"
      trigger={
        <IconButton icon="language" label={say({ en: 'Language 语言', zh: '语言 Language' })} />
      }
      items={[
        {
          id: 'en',
          label: 'English',
          isChecked: language === 'en',
          onSelect: () => setPreferences(store, { language: 'en' }),
        },
        {
          id: 'zh',
          label: '中文',
          isChecked: language === 'zh',
          onSelect: () => setPreferences(store, { language: 'zh' }),
        },
      ]}
    />
  );
}

/** Globe, city, selection. */
function Location() {
  const { store, features } = useParts();
  const say = useText();
  const city = useAppState((state) => state.city?.manifest);
  const selection = useAppState((state) => state.selection);
  const [first] = selection;
  const name = useAppState(
    (state) => first && features.find(({ id }) => id === first.feature)?.nameOf?.(state, first),
  );
  if (!city) return null;
  const items: Crumb[] = [
    {
      id: 'globe',
      label: say(messages.globe),
      onSelect: () => flyTo(store, farAbove(city), 2),
    },
    { id: 'city', label: city.name, onSelect: () => flyTo(store, homeView(city)) },
    ...(first
      ? [
          {
            id: 'selection',
            label:
              selection.length === 1
                ? (name ?? first.id)
                : say(messages.selectedThings(selection.length)),
          },
        ]
      : []),
  ];
  return <Breadcrumbs label={say(messages.location)} items={items} />;
}

/** The whole Earth with the city in the middle. */
function farAbove({ boundsDeg: [west, south, east, north] }: CityManifest): CameraPose {
  const { position, heading, pitch, roll } = initialCamera;
  const longitude = fromDegrees((west + east) / 2);
  const latitude = fromDegrees((south + north) / 2);
  return { position: { ...position, longitude, latitude }, heading, pitch, roll };
}
