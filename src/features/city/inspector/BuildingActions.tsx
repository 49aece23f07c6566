import { metres, radians } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Menu, Row, useNotify } from '#ui';
import type { BuildingDetails } from '../contract.ts';
import { messages } from '../messages.ts';
import { labelOf, valueName } from '../state/attributes.ts';
import { hide, selectAlike, undoHide } from '../state.ts';
import type { Attribute } from './building.ts';

interface BuildingActionsProps {
  readonly details: BuildingDetails;
  readonly keyFigures: readonly Attribute[];
}

export function BuildingActions({ details, keyFigures }: BuildingActionsProps) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const { longitude, latitude, topM, groundM, radiusM } = details;

  const zoom = () =>
    flyTo(
      store,
      poseLookingAt({
        longitude: radians(longitude),
        latitude: radians(latitude),
        height: metres((groundM + topM) / 2),
        radius: metres(Math.hypot(radiusM, (topM - groundM) / 2)),
      }),
    );
  const takeAway = () => {
    hide(store, [details.id]);
    select(store, []);
    notify({
      title: say(messages.nowHidden(1)),
      action: { label: say(messages.undo), run: () => undoHide(store) },
    });
  };
  return (
    <Row isWrapping gap="s">
      <Button size="s" icon="focus" onClick={zoom}>
        {say(messages.zoomTo)}
      </Button>
      <Button size="s" icon="eye-off" onClick={takeAway}>
        {say(messages.hideThis)}
      </Button>
      {keyFigures.length > 0 && (
        <Menu
          label={say(messages.selectAlike)}
          trigger={
            <Button size="s" icon="stack" iconAfter="chevron-down">
              {say(messages.selectAlike)}
            </Button>
          }
          items={keyFigures.map(({ column, value }) => ({
            id: column.name,
            label: say(
              messages.sameAs(
                say(labelOf(column)),
                typeof value === 'number' ? String(value) : say(valueName(value, column.type)),
              ),
            ),
            onSelect: () => selectAlike(store, details.index, column.name),
          }))}
        />
      )}
    </Row>
  );
}
