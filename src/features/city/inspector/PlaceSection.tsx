import { radians, toDegrees } from '#model/units.ts';
import { useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection, Quantity } from '#ui';
import type { BuildingDetails } from '../contract.ts';
import { messages } from '../messages.ts';

/** Where the model stands: known of every building, whatever its source says about it. */
export function PlaceSection({ details }: { readonly details: BuildingDetails }) {
  const say = useText();
  const { longitude, latitude, groundM, topM } = details;
  const rows = [
    { name: messages.longitude, value: toDegrees(radians(longitude)), unit: '°', decimals: 6 },
    { name: messages.latitude, value: toDegrees(radians(latitude)), unit: '°', decimals: 6 },
    { name: messages.groundHeight, value: groundM, unit: 'm', decimals: 2 },
    { name: messages.topHeight, value: topM, unit: 'm', decimals: 2 },
    { name: messages.modelHeight, value: topM - groundM, unit: 'm', decimals: 2 },
  ];
  return (
    <PropertySection title={say(messages.place)} isInitiallyOpen={false}>
      {rows.map(({ name, value, unit, decimals }) => (
        <PropertyRow key={name.en} name={say(name)} copyText={value.toFixed(decimals)}>
          <Quantity value={value} unit={unit} decimals={decimals} />
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
