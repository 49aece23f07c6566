import { useMemo, useRef, useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { useIsPhone, VisuallyHidden } from '#ui';
import type { CloseScene } from '#workers/bim/client.ts';
import styles from './close-look.module.css';
import { cutOf, type Section } from './cut.ts';
import { MeasureList } from './MeasureList.tsx';
import { MeasureOverlay } from './MeasureOverlay.tsx';
import { messages } from './messages.ts';
import { Tools } from './Tools.tsx';
import { useCut } from './use-cut.ts';
import { useKeys } from './use-keys.ts';
import { useMeasuring } from './use-measuring.ts';
import { usePointer } from './use-pointer.ts';
import { useStage } from './use-stage.ts';
import { useView } from './use-view.ts';
import { ViewOptions } from './ViewOptions.tsx';
import { uncut } from './view/element-model.ts';
import { WalkPad } from './WalkPad.tsx';

interface CloseViewProps {
  readonly scene: CloseScene;
  readonly onLeave: () => void;
}

const CUT_M = 1.2;
/** What the workbench's panels cover, in pixels. */
const DESK_MARGINS = { x: 336, y: 92 };
const PHONE_MARGINS = { x: 8, y: 150 };

/** The picture with its tools around it. */
export function CloseView({ scene, onLeave }: CloseViewProps) {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  const label = say(messages.picture(scene.title));
  const margins = useIsPhone() ? PHONE_MARGINS : DESK_MARGINS;
  const stage = useStage(frame, scene, { label, className: styles.canvas, margins });
  const [storey, setStorey] = useState(() => nearestGround(scene));
  const [cutHeightM, setCutHeightM] = useState(CUT_M);
  const [section, setSection] = useState<Section>();
  const [said, setSaid] = useState('');
  const bounds = useMemo(() => stage?.model.bounds(), [stage]);
  const floorM = scene.storeys[storey]?.elevationM ?? bounds?.[0][2] ?? 0;
  const view = useView(stage, floorM);
  const measuring = useMeasuring(stage);
  const isPlan = view.kind === 'plan' && scene.storeys[storey] !== undefined;

  const cut = useMemo(() => {
    const plan = isPlan ? { elevationM: floorM, heightM: cutHeightM } : undefined;
    return bounds ? cutOf(bounds, plan, section) : uncut;
  }, [bounds, isPlan, floorM, cutHeightM, section]);
  useCut(stage, scene, cut);

  const pointer = usePointer(stage, view, measuring, setSaid);
  useKeys(stage, view, measuring, onLeave);

  return (
    <section className={styles.view} aria-label={say(messages.closeLook)} data-close-look>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas in it has the focus and the keys. */}
      <div
        ref={frame}
        className={styles.frame}
        data-tool={measuring.tool === 'select' ? undefined : 'measure'}
        onContextMenu={(event) => event.preventDefault()}
        {...pointer}
      />
      {stage && <MeasureOverlay stage={stage} measuring={measuring} />}
      <div className={styles.tools}>
        <Tools
          title={scene.title}
          view={view}
          measuring={measuring}
          section={section}
          onSection={setSection}
          onSay={setSaid}
          onLeave={onLeave}
        />
        <ViewOptions
          scene={scene}
          bounds={bounds}
          view={view}
          storey={storey}
          onStorey={setStorey}
          cutHeightM={cutHeightM}
          onCutHeight={setCutHeightM}
          section={section}
          onSection={setSection}
          measuring={measuring}
        />
      </div>
      {view.kind === 'walk' && <WalkPad view={view} />}
      {measuring.measures.length > 0 && <MeasureList title={scene.title} measuring={measuring} />}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </section>
  );
}

/** The storey that one enters by: the one whose floor is nearest to the model's zero. */
function nearestGround({ storeys }: CloseScene): number {
  let best = 0;
  for (const [at, { elevationM }] of storeys.entries()) {
    if (Math.abs(elevationM) < Math.abs(storeys[best]?.elevationM ?? 0)) best = at;
  }
  return best;
}
