import { select } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Menu, type MenuItem, Row, useNotify } from '#ui';
import type { ElementDetails, PartKey } from '../contract.ts';
import { toPartKey } from '../kernel/part-key.ts';
import { flyToParts } from '../panel/part-actions.ts';
import { useLine, useModels } from '../panel/use-line.ts';
import { useStoreys } from '../panel/use-storeys.ts';
import { toggleIsolated } from '../state/isolating.ts';
import { grow } from '../state/model-place.ts';
import { changeLook, hideParts, setTask, showParts } from '../state.ts';
import { saveFile, toFileName, toPropertiesCsv, toPropertiesJson } from './element-files.ts';
import { inspectorMessages as messages } from './messages.ts';
import { titleOf } from './OneElement.tsx';

const BOX_MARGIN_M = 0.5;

/** What can be done with one element. */
export function ElementActions({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const line = useLine();
  const models = useModels();
  const items = useMenuItems(details);
  const part = toPartKey(details.model, 'element', details.globalId);

  const hide = () => {
    hideParts(store, [part]);
    select(store, []);
    notify({
      title: say(messages.nowHidden),
      detail: titleOf(details),
      action: { label: say(messages.undo), run: () => showParts(store, [part]) },
    });
  };
  return (
    <Row isWrapping gap="s">
      <Button
        size="s"
        icon="focus"
        disabled={!line}
        onClick={() => line && void flyToParts(store, line, models, [part])}
      >
        {say(messages.flyTo)}
      </Button>
      <Button size="s" icon="isolate" onClick={() => toggleIsolated(store, [part])}>
        {say(messages.isolate)}
      </Button>
      <Button size="s" icon="eye-off" onClick={hide}>
        {say(messages.hide)}
      </Button>
      <Button
        size="s"
        icon="close-look"
        onClick={() => setTask(store, { kind: 'close-look', part })}
      >
        {say(messages.closeLook)}
      </Button>
      <Menu
        label={say(messages.more)}
        side="bottom-end"
        trigger={<IconButton size="s" icon="more" label={say(messages.more)} />}
        items={items}
      />
    </Row>
  );
}

function useMenuItems(details: ElementDetails): readonly MenuItem[] {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const storeys = useStoreys();
  const { model, globalId, type, boundsM } = details;
  const storey = storeys.find(
    (one) =>
      one.model === model &&
      (one.id === `${model}/${globalId}` || details.path.some(({ key }) => key === one.part)),
  );
  const isolateOnly = (part: PartKey) => toggleIsolated(store, [part]);
  const file = toFileName(titleOf(details));
  const head = [
    ...[messages.globalId, messages.name, messages.class, messages.storey],
    ...[messages.set, messages.property, messages.value, messages.unit],
  ].map(say);
  const copy = async () => {
    await navigator.clipboard.writeText(globalId);
    notify({ tone: 'good', title: say(messages.copied), detail: globalId, durationMs: 2000 });
  };
  return [
    ...(storey
      ? [
          {
            id: 'isolate-storey',
            label: say(messages.isolateStorey),
            icon: 'storey' as const,
            onSelect: () => isolateOnly(storey.part),
          },
          {
            id: 'cut',
            label: say(messages.cutHere),
            icon: 'section' as const,
            onSelect: () => changeLook(store, { cutStorey: storey.id }),
          },
        ]
      : []),
    ...(boundsM
      ? [
          {
            id: 'box',
            label: say(messages.boxAround),
            icon: 'section-box' as const,
            onSelect: () =>
              changeLook(store, {
                box: grow(
                  { leastM: toPoint(boundsM[0]), greatestM: toPoint(boundsM[1]) },
                  BOX_MARGIN_M,
                ),
                sectionModel: model,
              }),
          },
        ]
      : []),
    { kind: 'divider', id: 'alike' },
    ...(type === ''
      ? []
      : [
          {
            id: 'type',
            label: say(messages.isolateType),
            icon: 'isolate' as const,
            onSelect: () => isolateOnly(toPartKey(model, 'type', type)),
          },
        ]),
    {
      id: 'class',
      label: say(messages.isolateClass),
      icon: 'isolate',
      onSelect: () => isolateOnly(toPartKey(model, 'class', details.class)),
    },
    { kind: 'divider', id: 'take' },
    { id: 'copy', label: say(messages.copyId), icon: 'copy', onSelect: () => void copy() },
    {
      id: 'csv',
      label: say(messages.exportCsv),
      icon: 'table',
      onSelect: () => saveFile(`${file}.csv`, toPropertiesCsv([details], head), 'text/csv'),
    },
    {
      id: 'json',
      label: say(messages.exportJson),
      icon: 'document',
      onSelect: () => saveFile(`${file}.json`, toPropertiesJson(details), 'application/json'),
    },
  ];
}

const toPoint = ([x = 0, y = 0, z = 0]: readonly number[]): [number, number, number] => [x, y, z];
