import { radians, toDegrees } from '#model/units.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, PropertyRow, PropertySection, Quantity } from '#ui';
import type { SensorColumns } from '../contract.ts';
import { messages } from '../messages.ts';
import { ask, selectRequest, settle } from '../state.ts';

interface PlaceSectionProps {
  readonly sensors: SensorColumns;
  readonly sensor: number;
}

const BUILDING = 'select-building';

/** Where it stands and what it belongs to. */
export function PlaceSection({ sensors, sensor }: PlaceSectionProps) {
  const store = useAppStore();
  const say = useText();
  const request = useAppState(selectRequest(BUILDING));
  const degrees = (column: Float64Array) => toDegrees(radians(column[sensor] ?? Number.NaN));
  const heading = degrees(sensors.heading);
  const building = sensors.building[sensor];
  const element = sensors.element[sensor];
  return (
    <PropertySection
      title={say(messages.place)}
      isInitiallyOpen={building !== undefined}
      footer={
        request?.failure && (
          <Banner
            tone="warning"
            title={say(request.failure)}
            onClose={() => settle(store, BUILDING)}
          />
        )
      }
    >
      <PropertyRow name={say(messages.longitude)}>
        <Quantity value={degrees(sensors.longitude)} unit="°" decimals={6} />
      </PropertyRow>
      <PropertyRow name={say(messages.latitude)}>
        <Quantity value={degrees(sensors.latitude)} unit="°" decimals={6} />
      </PropertyRow>
      <PropertyRow name={say(messages.height)}>
        <Quantity value={sensors.heightM[sensor]} unit="m" decimals={2} />
      </PropertyRow>
      {!Number.isNaN(heading) && (
        <PropertyRow name={say(messages.heading)}>
          <Quantity value={heading} unit="°" decimals={0} />
        </PropertyRow>
      )}
      {element && (
        <PropertyRow name={say(messages.element)} copyText={element}>
          {element}
        </PropertyRow>
      )}
      {building && (
        <PropertyRow name={say(messages.building)}>
          <Button
            size="s"
            kind="quiet"
            icon="building"
            onClick={() => ask(store, { id: BUILDING, kind: 'select-building', building })}
          >
            {building}
          </Button>
        </PropertyRow>
      )}
    </PropertySection>
  );
}
