import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Heading, Note, PropertyRow, PropertySection, Quantity, Stack } from '#ui';
import { type HazardZones, zoneOwners, zonesOf } from '../contract.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useCount } from '../panel/use-fire.ts';
import { Gone } from './Gone.tsx';

/** A zone of a hazard: its level, who and what is inside. `id` has its owner before it: `smoke/co-2`. */
export function ZoneInspector({ id }: { readonly id: string }) {
  const say = useText();
  const count = useCount();
  const cut = id.indexOf('/');
  const owner = zoneOwners.find((one) => one === id.slice(0, cut));
  const frame = useFrame<HazardZones>(zonesOf(owner ?? 'smoke'));
  const zone = owner && frame?.zones.find((one) => one.id === id.slice(cut + 1));
  if (!zone || !frame) return <Gone id={id} />;
  const { label, areaM2, buildings, peopleDay, peopleNight, sites } = zone;
  return (
    <Stack gap="s">
      <Heading level={3}>{say(label)}</Heading>
      <Note kind="faint">{say(frame.model)}</Note>
      <PropertySection title={say(messages.zone)}>
        <PropertyRow name={say(messages.area)}>
          <Quantity value={areaM2 / 10_000} unit="ha" decimals={1} state="simulated" />
        </PropertyRow>
        <PropertyRow name={say(messages.buildings)}>{count(buildings)}</PropertyRow>
        <PropertyRow name={say(messages.peopleDay)}>{count(peopleDay)}</PropertyRow>
        <PropertyRow name={say(messages.peopleNight)}>{count(peopleNight)}</PropertyRow>
      </PropertySection>
      {sites.length > 0 && (
        <PropertySection title={say(messages.sites)}>
          {sites.map((site) => (
            <PropertyRow key={`${site.feature}/${site.id}`} name={site.name}>
              {say(messages.peopleOf(site.people))}
            </PropertyRow>
          ))}
        </PropertySection>
      )}
    </Stack>
  );
}
