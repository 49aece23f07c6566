import { useText } from '#store/use-store.tsx';
import { Button, IconButton, type IconName, Segmented, Toolbar, useIsPhone } from '#ui';
import styles from './close-look.module.css';
import type { Section } from './cut.ts';
import { measureKinds } from './measure/measures.ts';
import { messages } from './messages.ts';
import type { Measuring, Tool } from './use-measuring.ts';
import type { ViewControl } from './use-view.ts';
import { viewKinds } from './view/view.ts';

interface ToolsProps {
  readonly title: string;
  readonly view: ViewControl;
  readonly measuring: Measuring;
  readonly section: Section | undefined;
  readonly onSection: (section: Section | undefined) => void;
  readonly onSay: (text: string) => void;
  readonly onLeave: () => void;
}

const toolIcons: Readonly<Record<Tool, IconName>> = {
  select: 'pointer',
  distance: 'ruler',
  perpendicular: 'perpendicular',
  area: 'area',
  angle: 'angle',
};
const viewIcons = { orbit: 'view-3d', plan: 'view-top', walk: 'walk' } as const;
const firstSection: Section = { axis: 'z', share: 0.5, isFlipped: false };

/** The way back, what is shown, how one looks at it, what a click does. */
export function Tools({ title, view, measuring, section, onSection, onSay, onLeave }: ToolsProps) {
  const say = useText();
  const isPhone = useIsPhone();
  return (
    <div className={styles.bar}>
      <div className={styles.head}>
        {isPhone ? (
          <IconButton
            icon="chevron-left"
            label={say(messages.back)}
            shortcut="Esc"
            onClick={onLeave}
          />
        ) : (
          <Button icon="chevron-left" size="s" shortcut="Esc" onClick={onLeave}>
            {say(messages.back)}
          </Button>
        )}
        <h2 className={styles.title}>{title}</h2>
      </div>
      <Segmented
        label={say(messages.view)}
        value={view.kind}
        isIconOnly={isPhone}
        options={viewKinds.map((kind) => ({
          value: kind,
          label: say(messages.views[kind]),
          icon: viewIcons[kind],
        }))}
        onChange={(kind) => {
          if (!view.choose(kind)) onSay(say(messages.noRoom));
        }}
      />
      <Toolbar label={say(messages.tools)}>
        {(['select', ...measureKinds] as const).map((tool) => (
          <IconButton
            key={tool}
            icon={toolIcons[tool]}
            label={say(messages.tool[tool])}
            shortcut={tool === 'distance' ? 'M' : undefined}
            isPressed={measuring.tool === tool}
            onClick={() => measuring.setTool(tool)}
          />
        ))}
        <IconButton
          icon="section"
          label={say(messages.section)}
          isPressed={section !== undefined}
          onClick={() => onSection(section ? undefined : firstSection)}
        />
        <IconButton icon="focus" label={say(messages.fit)} shortcut="Home" onClick={view.fit} />
      </Toolbar>
    </div>
  );
}
