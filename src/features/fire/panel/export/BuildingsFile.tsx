import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Button, Heading, Note, Stack } from '#ui';
import type { EvacuationLine } from '#workers/fire-evacuation/client.ts';
import { EVACUATION_LINE } from '../../contract/evacuation.ts';
import { type BuildingWords, toBuildingsCsv } from '../../kernel/export/buildings-csv.ts';
import { useCount } from '../use-fire.ts';
import { describeFire, fileName } from './describe-fire.ts';
import { messages } from './messages.ts';
import type { Exported } from './use-exported.ts';
import { useFiles } from './use-files.ts';

/** Every building that burns, with its times. */
export function BuildingsFile({ exported }: { readonly exported: Exported }) {
  const say = useText();
  const count = useCount();
  const { isWorking, save } = useFiles();
  const line = useFrame<EvacuationLine>(EVACUATION_LINE);
  const { fire, spread, places, timeS } = exported;
  const write = async () => {
    const words: BuildingWords = line
      ? await line.call('words', { index: spread.order })
      : { ids: [], names: [], addresses: [] };
    const head = Object.entries(describeFire(exported)).map(([name, value]) => `${name}: ${value}`);
    const csv = toBuildingsCsv(spread, places, words, fire.startMs, head);
    return new Blob([csv], { type: 'text/csv' });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.table)}</Heading>
      <Note kind="faint">{say(messages.tableWhat(count(spread.order.length)))}</Note>
      <Button
        icon="download"
        disabled={isWorking}
        onClick={() => save(fileName(fire, 'buildings', 'csv', timeS), write)}
      >
        {say(isWorking ? messages.working : messages.saveCsv)}
      </Button>
    </Stack>
  );
}
