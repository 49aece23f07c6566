import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Heading, Note, PropertyRow, PropertySection, Stack } from '#ui';
import { type CoverFrame, FIRE_COVER } from '../contract/response.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useCount } from '../panel/use-fire.ts';
import { Gone } from './Gone.tsx';

/** A fire station, or a stand-by place that a person tries. */
export function StationInspector({ id }: { readonly id: string }) {
  const say = useText();
  const count = useCount();
  const cover = useFrame<CoverFrame>(FIRE_COVER);
  const station = cover?.stations.find((one) => one.id === id);
  if (!station) return <Gone id={id} />;
  const kind = say(station.isAdded ? messages.standBy : messages.station);
  return (
    <Stack gap="s">
      <Heading level={3}>{station.name}</Heading>
      <Note kind="faint">{kind}</Note>
      <PropertySection title={kind}>
        <PropertyRow name={say(messages.engines)}>{count(station.engines)}</PropertyRow>
      </PropertySection>
    </Stack>
  );
}
