import { useText } from '#store/use-store.tsx';
import { Button, Heading, Note, Stack } from '#ui';
import { toFireGeoJson } from '../../kernel/export/geojson.ts';
import { describeFire, fileName } from './describe-fire.ts';
import { messages } from './messages.ts';
import type { Exported } from './use-exported.ts';
import { useFiles } from './use-files.ts';

/** All that lies on the map, for a GIS. */
export function MapFile({ exported }: { readonly exported: Exported }) {
  const say = useText();
  const { isWorking, save } = useFiles();
  const write = async () => {
    const { hazards, evacuationZone, ...rest } = exported;
    const zones = [...hazards, ...(evacuationZone ? [evacuationZone] : [])];
    return new Blob([toFireGeoJson({ ...rest, zones }, describeFire(exported))], {
      type: 'application/geo+json',
    });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.map)}</Heading>
      <Note kind="faint">{say(messages.mapWhat)}</Note>
      <Button
        icon="download"
        disabled={isWorking}
        onClick={() => save(fileName(exported.fire, 'map', 'geojson', exported.timeS), write)}
      >
        {say(isWorking ? messages.working : messages.saveJson)}
      </Button>
    </Stack>
  );
}
