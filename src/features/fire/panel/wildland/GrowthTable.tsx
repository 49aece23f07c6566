import { spanText } from '#model/span.ts';
import { useText } from '#store/use-store.tsx';
import { DataTable, Row, Stack, Stat } from '#ui';
import type { WildlandResult } from '../../contract/wildland.ts';
import { wildlandWords as words } from './messages.ts';
import { useWrite } from './use-wildland.ts';

type Step = WildlandResult['growth'][number];

/** Area and head over the hours, with the worst of flames and speed. */
export function GrowthTable({ result }: { readonly result: WildlandResult }) {
  const say = useText();
  const write = useWrite();
  const last = result.growth.at(-1);
  return (
    <Stack gap="s">
      <Row gap="m" isWrapping>
        {last && (
          <Stat label={say(words.area)} value={last.areaM2 / 10_000} unit="ha" decimals={1} />
        )}
        <Stat label={say(words.flames)} value={result.mostFlameM} unit="m" decimals={1} />
        <Stat label={say(words.rate)} value={result.mostRateMs * 60} unit="m/min" decimals={1} />
      </Row>
      <DataTable<Step>
        label={say(words.growth)}
        rows={result.growth}
        rowId={({ timeS }) => String(timeS)}
        height="10rem"
        columns={[
          {
            ...{ id: 'time', title: say(words.time), width: 'minmax(4rem, 1fr)' },
            value: ({ timeS }) => timeS,
            render: ({ timeS }) => say(spanText(timeS)),
          },
          {
            ...{ id: 'area', title: say(words.area), width: 'minmax(5rem, 1fr)', align: 'end' },
            value: ({ areaM2 }) => areaM2,
            render: ({ areaM2 }) => write.hectares(areaM2),
          },
          {
            ...{ id: 'head', title: say(words.head), width: 'minmax(5rem, 1fr)', align: 'end' },
            value: ({ headM }) => headM,
            render: ({ headM }) => write.metres(headM),
          },
        ]}
      />
    </Stack>
  );
}
