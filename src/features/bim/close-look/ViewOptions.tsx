import { useText } from '#store/use-store.tsx';
import { formatQuantity, Note, Segmented, SelectField, Slider, Toggle, useKit } from '#ui';
import type { CloseScene } from '#workers/bim/client.ts';
import styles from './close-look.module.css';
import { axes, placeOf, type Section } from './cut.ts';
import { messages } from './messages.ts';
import { useIsTouch } from './use-is-touch.ts';
import type { Measuring } from './use-measuring.ts';
import type { ViewControl } from './use-view.ts';
import type { Vector } from './vector.ts';
import { WalkView } from './view/walk-view.ts';

interface ViewOptionsProps {
  readonly scene: CloseScene;
  readonly bounds: readonly [Vector, Vector] | undefined;
  readonly view: ViewControl;
  readonly storey: number;
  readonly onStorey: (storey: number) => void;
  readonly cutHeightM: number;
  readonly onCutHeight: (heightM: number) => void;
  readonly section: Section | undefined;
  readonly onSection: (section: Section) => void;
  readonly measuring: Measuring;
}

/** What the view and the tool in use want to know, and what to do next. */
export function ViewOptions(props: ViewOptionsProps) {
  const say = useText();
  const isTouch = useIsTouch();
  const { view, section, measuring, scene, bounds } = props;
  const { tool, pending } = measuring;
  const hint =
    tool === 'select'
      ? view.kind === 'walk' && (isTouch ? messages.walkHintTouch : messages.walkHint)
      : messages.hints[tool][pending.length];
  const hasStoreys = view.kind !== 'orbit' && scene.storeys.length > 0;
  if (!hint && !section && !hasStoreys) return null;
  return (
    <div className={styles.options}>
      {hasStoreys && <StoreyFields {...props} />}
      {section && bounds && (
        <SectionFields section={section} bounds={bounds} onSection={props.onSection} />
      )}
      {hint && (
        <div role="status">
          <Note kind="faint">{say(hint)}</Note>
        </div>
      )}
    </div>
  );
}

function StoreyFields({
  scene,
  view,
  storey,
  onStorey,
  cutHeightM,
  onCutHeight,
}: ViewOptionsProps) {
  const say = useText();
  const { language } = useKit();
  const metres = (value: number, decimals = 2) =>
    formatQuantity(value, 'm', language, { decimals });
  const highest = Math.max(0.5, scene.storeys[storey]?.heightM ?? 3);

  function go(chosen: number): void {
    onStorey(chosen);
    const walking = view.current();
    const floorM = scene.storeys[chosen]?.elevationM;
    if (!(walking instanceof WalkView) || floorM === undefined) return;
    const [x, y] = walking.target();
    walking.goTo([x, y, floorM]);
  }

  return (
    <>
      <SelectField
        label={say(messages.storey)}
        value={String(storey)}
        options={scene.storeys
          .map(({ name, elevationM }, at) => ({
            value: String(at),
            label: say(messages.storeyAt(name, metres(elevationM))),
          }))
          .reverse()}
        onChange={(value) => go(Number(value))}
      />
      {view.kind === 'plan' && (
        <Slider
          label={say(messages.cutHeight)}
          value={Math.min(cutHeightM, highest)}
          min={0.1}
          max={highest}
          step={0.05}
          format={metres}
          onChange={onCutHeight}
        />
      )}
    </>
  );
}

interface SectionFieldsProps {
  readonly section: Section;
  readonly bounds: readonly [Vector, Vector];
  readonly onSection: (section: Section) => void;
}

function SectionFields({ section, bounds, onSection }: SectionFieldsProps) {
  const say = useText();
  const { language } = useKit();
  const change = (part: Partial<Section>) => onSection({ ...section, ...part });
  return (
    <>
      <Segmented
        label={say(messages.axis)}
        value={section.axis}
        options={axes.map((axis) => ({ value: axis, label: say(messages.axes[axis]) }))}
        onChange={(axis) => change({ axis })}
        isWide
      />
      <Slider
        label={say(messages.place)}
        value={section.share}
        min={0}
        max={1}
        step={0.005}
        format={(share) =>
          formatQuantity(placeOf(bounds, { ...section, share }), 'm', language, { decimals: 2 })
        }
        onChange={(share) => change({ share })}
      />
      <Toggle
        label={say(messages.otherSide)}
        checked={section.isFlipped}
        onChange={(isFlipped) => change({ isFlipped })}
      />
    </>
  );
}
