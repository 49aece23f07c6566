import type { BuildingNumbers, Figure } from '#model/building-numbers.ts';
import type { Text } from '#model/text.ts';
import { useText } from '#store/use-store.tsx';
import { Note, Quantity, Stack } from '#ui';
import { messages, ruleTexts } from '../../messages/scenario.ts';
import styles from './scenario.module.css';

const rows = [
  { name: 'floorAreaM2', unit: 'm²', digits: 0 },
  { name: 'heightM', unit: 'm', digits: 1 },
  { name: 'volumeM3', unit: 'm³', digits: 0 },
] as const;

interface NumbersTableProps {
  readonly before: BuildingNumbers;
  readonly after: BuildingNumbers;
}

/** Floor area, height and volume before, after and between, and which rule each number follows. */
export function NumbersTable({ before, after }: NumbersTableProps) {
  const say = useText();
  return (
    <Stack gap="s">
      <table className={styles.numbers} aria-label={say(messages.numbers)}>
        <thead>
          <tr>
            <td />
            {[messages.before, messages.after, messages.difference].map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, unit, digits }) => {
            const [was, is] = [before[name], after[name]];
            const change = was && is ? is.value - was.value : undefined;
            return (
              <tr key={name}>
                <th scope="row">{say(messages[name])}</th>
                {[was?.value, is?.value, change].map((value, column) => (
                  <td key={column === 0 ? 'before' : column === 1 ? 'after' : 'difference'}>
                    {column === 2 && value !== undefined && value > 0 && '+'}
                    <Quantity value={value} unit={unit} decimals={digits} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Note kind="faint">
        {say(messages.whence)}: {rules(before, after, say)}
      </Note>
    </Stack>
  );
}

function rules(
  before: BuildingNumbers,
  after: BuildingNumbers,
  say: (text: Text) => string,
): string {
  const told = (label: Text, figure: Figure | undefined): string[] =>
    figure ? [`${say(label)} ${say(ruleTexts[figure.rule](figure.source ?? ''))}`] : [];
  return rows
    .flatMap(({ name }) => {
      const sides = [...told(messages.before, before[name]), ...told(messages.after, after[name])];
      return sides.length === 0 ? [] : [`${say(messages[name])}: ${sides.join(', ')}`];
    })
    .join('; ');
}
