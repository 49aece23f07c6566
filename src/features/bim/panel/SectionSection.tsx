import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, SelectField, Stack } from '#ui';
import { messages } from '../messages.ts';
import { boxOf } from '../state/model-place.ts';
import {
  type Axis,
  axes,
  axisNumbers,
  rangeAlong,
  toSectionPlane,
} from '../state/section-plane.ts';
import { changeLook, selectBim } from '../state.ts';
import { PlaneRow } from './PlaneRow.tsx';
import { SectionBoxFields } from './SectionBoxFields.tsx';
import { useModels } from './use-line.ts';
import { useModelChoice } from './use-model-choice.ts';

/** The shader holds six planes beside the box. */
const MOST_PLANES = 6;

/** Planes and a box that cut a model open; positions count from the model's own zero. */
export function SectionSection() {
  const store = useAppStore();
  const say = useText();
  const models = useModels();
  const look = useAppState((state) => selectBim(state).look);
  const [choice, choose] = useModelChoice();
  const isCut = look.planes.length > 0 || look.box !== undefined;
  const wanted = isCut ? look.sectionModel : (choice ?? look.sectionModel);
  const opened = models.find(({ source }) => source.id === wanted) ?? models[0];
  if (!opened) return null;
  const { planes } = look;
  const model = opened.source.id;
  const bounds = boxOf(opened.model);

  const add = (axis: Axis) => {
    const normal = toSectionPlane({ axis, atM: 0, isFlipped: false }).normal;
    const [least, greatest] = rangeAlong(bounds, normal);
    const plane = toSectionPlane({ axis, atM: round((least + greatest) / 2), isFlipped: false });
    changeLook(store, { planes: [...planes, plane], sectionModel: model });
  };
  return (
    <Stack gap="m">
      {models.length > 1 && (
        <SelectField
          label={say(messages.sectionModel)}
          value={model}
          options={models.map(({ source }) => ({ value: source.id, label: source.name }))}
          onChange={(id) => {
            choose(id);
            changeLook(store, { sectionModel: id, planes: [], box: undefined });
          }}
        />
      )}
      <Row gap="s" isWrapping>
        <Note kind="faint">{say(messages.addPlane)}</Note>
        {axisNumbers.map((axis) => (
          <Button
            key={axis}
            size="s"
            icon="plus"
            disabled={planes.length >= MOST_PLANES}
            onClick={() => add(axis)}
          >
            {axes[axis]}
          </Button>
        ))}
      </Row>
      {planes.length >= MOST_PLANES && <Note kind="faint">{say(messages.noMorePlanes)}</Note>}
      {planes.map((plane, at) => (
        <PlaneRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a plane is nothing but its place in the list.
          key={at}
          plane={plane}
          bounds={bounds}
          onChange={(next) =>
            changeLook(store, {
              planes: next
                ? planes.with(at, next)
                : planes.filter((_, position) => position !== at),
            })
          }
        />
      ))}
      <SectionBoxFields model={model} bounds={bounds} />
    </Stack>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
