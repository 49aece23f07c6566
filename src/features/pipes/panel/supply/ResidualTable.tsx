import { OUTLIER_SCORE } from '#simulation/hydraulics/residuals.ts';
import { useText } from '#store/use-store.tsx';
import {
  DataTable,
  EmptyState,
  formatNumber,
  Note,
  PropertySection,
  Stack,
  StatusBadge,
  useKit,
} from '#ui';
import type { Residual } from '../../contract/water.ts';
import { messages } from './messages.ts';

/** As a person reads it: bar and L/s. */
const shown = {
  pressure: { factor: 1e-5, unit: 'bar', decimals: 2 },
  flow: { factor: 1000, unit: 'L/s', decimals: 1 },
  level: { factor: 1, unit: 'm', decimals: 2 },
} as const;

/** What sensors measure, what was solved for the same place, and how unusual the difference is. */
export function ResidualTable({ residuals }: { readonly residuals: readonly Residual[] }) {
  const say = useText();
  const { language } = useKit();
  const outliers = residuals.filter(({ score }) => Math.abs(score ?? 0) >= OUTLIER_SCORE).length;
  const text = ({ quantity }: Residual, value: number) => {
    const { factor, unit, decimals } = shown[quantity];
    return `${formatNumber(value * factor, language, { decimals })} ${unit}`;
  };
  return (
    <PropertySection
      title={say(messages.residuals)}
      aside={say(messages.outliers(outliers, residuals.length))}
      isFree
    >
      <Stack gap="s">
        <DataTable
          label={say(messages.residuals)}
          rows={residuals}
          rowId={({ sensor, quantity }) => `${sensor}/${quantity}`}
          height="16rem"
          initialSort={{ column: 'score', direction: 'descending' }}
          instead={
            residuals.length === 0 ? (
              <EmptyState icon="gauge" title={say(messages.noResiduals)}>
                {say(messages.noResidualsWhy)}
              </EmptyState>
            ) : undefined
          }
          columns={[
            {
              id: 'name',
              title: say(messages.sensor),
              width: 'minmax(5rem, 1fr)',
              value: ({ name }) => name,
            },
            {
              id: 'measured',
              title: say(messages.measured),
              align: 'end',
              width: '4.7rem',
              value: ({ measured }) => measured,
              render: (row) => text(row, row.measured),
            },
            {
              id: 'solved',
              title: say(messages.solved),
              align: 'end',
              width: '4.7rem',
              value: ({ solved }) => solved,
              render: (row) => text(row, row.solved),
            },
            {
              id: 'difference',
              title: say(messages.difference),
              align: 'end',
              width: '4.7rem',
              value: ({ measured, solved }) => measured - solved,
              render: (row) => text(row, row.measured - row.solved),
            },
            {
              id: 'score',
              title: say(messages.score),
              align: 'end',
              width: '3.6rem',
              value: ({ score }) => (score === undefined ? undefined : Math.abs(score)),
              render: ({ score }) => <Score score={score} />,
            },
          ]}
        />
        <Note kind="faint">{say(messages.residualsWhy)}</Note>
      </Stack>
    </PropertySection>
  );
}

function Score({ score }: Pick<Residual, 'score'>) {
  const { language } = useKit();
  const word = formatNumber(score, language, { decimals: 1 });
  if (score === undefined || Math.abs(score) < OUTLIER_SCORE) return word;
  return <StatusBadge tone="serious" word={word} isPlain />;
}
