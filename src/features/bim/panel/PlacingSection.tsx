import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  Note,
  NudgePad,
  PropertySection,
  Row,
  Stack,
  useKit,
  useNotify,
} from '#ui';
import { BIM_GROUND, type GroundUnder } from '../contract/placing.ts';
import type { BimModels } from '../session/line.ts';
import { placementOf } from '../state/model-place.ts';
import {
  applyPlacing,
  cancelPlacing,
  changeDraft,
  chooseReading,
  forgetPlace,
  groundPointOf,
  moveDraft,
  type PlacingTask,
  pivotOf,
  readingInUse,
  selectPlacing,
  standOfDraft,
  startPlacing,
  turnDraft,
} from '../state/placing.ts';
import { placeModel, selectBim } from '../state.ts';
import { distanceText } from './distance-text.ts';
import { PlacingExport } from './PlacingExport.tsx';
import { PlacingFields } from './PlacingFields.tsx';
import { PlacingReadings } from './PlacingReadings.tsx';
import { messages } from './placing-messages.ts';
import { useGeodesy } from './use-geodesy.ts';
import { useModels } from './use-line.ts';

/** Where a model stands and why, and the tool to put it elsewhere. */
export function PlacingSection({ modelId }: { readonly modelId: string }) {
  const opened = useModels().find(({ source }) => source.id === modelId);
  // The worker's word of the source is older than the store's.
  const source = useAppState((state) => selectBim(state).models.find(({ id }) => id === modelId));
  const task = useAppState((state) => selectPlacing(state, modelId));
  if (!opened || !source) return null;
  const now = { ...opened, source };
  return task ? <Placing opened={now} task={task} /> : <Place opened={now} />;
}

interface PlaceProps {
  readonly opened: BimModels[number];
}

function Place({ opened }: PlaceProps) {
  const { source, model } = opened;
  const store = useAppStore();
  const say = useText();
  const placement = placementOf(opened);
  const chosen = readingInUse(source, model.georeferencing.readings);
  const isSettled = source.placement !== undefined || source.reading !== undefined;
  const { verdict } = model.georeferencing;
  const [isWriting, setWriting] = useState(false);
  return (
    <Stack gap="m">
      {!isSettled && verdict !== 'clear' && (
        <Banner
          tone="warning"
          title={say(verdict === 'several' ? messages.choose : messages.missing)}
        />
      )}
      <PlacingReadings
        model={model}
        placement={placement}
        chosen={chosen}
        onChoose={(at) => chooseReading(store, model, source.id, at)}
      />
      <Row gap="s" isWrapping>
        <Button icon="pin" onClick={() => startPlacing(store, source.id, placement)}>
          {say(messages.place)}
        </Button>
        {isSettled && (
          <Button kind="quiet" icon="undo" onClick={() => forgetPlace(store, source.id)}>
            {say(messages.back)}
          </Button>
        )}
        <Button
          kind="quiet"
          icon="document"
          isExpanded={isWriting}
          onClick={() => setWriting(!isWriting)}
        >
          {say(messages.write)}
        </Button>
      </Row>
      {isWriting && <Writing opened={opened} placement={placement} />}
    </Stack>
  );
}

interface WritingProps extends PlaceProps {
  readonly placement: PlacingTask['draft'];
}

function Writing({ opened, placement }: WritingProps) {
  const say = useText();
  const geodesy = useGeodesy();
  const [system, setSystem] = useSystem(opened, placement, geodesy);
  return geodesy && system !== undefined ? (
    <PlacingExport
      opened={opened}
      placement={placement}
      geodesy={geodesy}
      system={system}
      onSystem={setSystem}
    />
  ) : (
    <Note kind="faint">{say(messages.loading)}</Note>
  );
}

interface PlacingProps extends PlaceProps {
  readonly task: PlacingTask;
}

function Placing({ opened, task }: PlacingProps) {
  const { source, model } = opened;
  const { draft } = task;
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const geodesy = useGeodesy();
  const [system, setSystem] = useSystem(opened, draft, geodesy);
  const change = (next: PlacingTask['draft']) => changeDraft(store, source.id, next);

  const apply = () => {
    const { placement, reading } = source;
    applyPlacing(store);
    notify({
      tone: 'good',
      title: say(messages.kept(source.name)),
      action: {
        label: say(messages.undo),
        run: () => placeModel(store, source.id, placement, reading),
      },
    });
  };
  return (
    <Stack gap="m">
      <Note kind="faint">{say(messages.how)}</Note>
      <NudgePad
        steps={[0.1, 1, 10]}
        onMove={(...byM) => change(moveDraft(draft, pivotOf(model), byM))}
        onTurn={(byDeg) => change(turnDraft(draft, pivotOf(model), byDeg))}
      />
      <GroundRow opened={opened} task={task} />
      <PlacingFields
        model={model}
        draft={draft}
        geodesy={geodesy}
        system={system ?? ''}
        onSystem={setSystem}
        onChange={change}
      />
      <PropertySection title={say(messages.readings)} isFree>
        <PlacingReadings
          model={model}
          placement={draft}
          chosen={readingInUse({ placement: draft }, model.georeferencing.readings)}
          onChoose={(at) => {
            const reading = model.georeferencing.readings[at];
            if (reading) change(reading.placement);
          }}
        />
      </PropertySection>
      <Row gap="s" isWrapping>
        <Button kind="primary" icon="check" onClick={apply}>
          {say(messages.apply)}
        </Button>
        <Button onClick={() => cancelPlacing(store)}>{say(messages.cancel)}</Button>
      </Row>
    </Stack>
  );
}

function GroundRow({ opened: { model }, task }: PlacingProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const ground = useFrame<GroundUnder>(BIM_GROUND);
  const isOfThis = ground?.model === task.model;
  const level = groundPointOf(model);
  if (!isOfThis) return <Note kind="faint">{say(messages.noGround)}</Note>;
  const overM = standOfDraft(task.draft, level.point).height - ground.heightM;
  const text = (metres: number) => distanceText(Math.abs(metres), language);
  const slopeM = ground.greatestM - ground.leastM;
  return (
    <Stack gap="s">
      <Note kind="faint">
        {say(messages.level(level, text(overM), overM >= 0))}{' '}
        {slopeM > 0.1 && say(messages.slope(text(slopeM)))}
      </Note>
      <Button
        size="s"
        icon="mountain"
        disabled={Math.abs(overM) < 0.001}
        onClick={() => {
          const draft = moveDraft(task.draft, pivotOf(model), [0, 0, -overM]);
          changeDraft(store, task.model, draft);
        }}
      >
        {say(messages.onGround)}
      </Button>
    </Stack>
  );
}

/** That of the reading if it is a map's, else that of the city, else the first that is used there. */
function useSystem(
  { source, model }: BimModels[number],
  placement: PlacingTask['draft'],
  geodesy: ReturnType<typeof useGeodesy>,
): [string | undefined, (code: string) => void] {
  const city = useAppState((state) => state.city?.manifest.crs?.horizontal);
  const [wanted, setWanted] = useState<string>();
  const systems = geodesy?.systemsAt(placement, city) ?? [];
  const { readings } = model.georeferencing;
  const own = readings[readingInUse(source, readings) ?? 0]?.crs;
  const isUsed = (code: string | undefined) => systems.some((one) => one.code === code);
  const system = [wanted, own, city].find(isUsed) ?? systems[0]?.code;
  return [system, setWanted];
}
