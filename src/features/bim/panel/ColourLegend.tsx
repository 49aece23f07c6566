import { disciplines } from '#model/discipline.ts';
import type { Text } from '#model/text.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  formatNumber,
  Legend,
  localeOf,
  momentText,
  Note,
  Skeleton,
  Stack,
  StatusBadge,
  useKit,
} from '#ui';
import type { Legend as BimLegend, ColourBy, LegendEntry } from '../contract.ts';
import { parsePartKey } from '../kernel/part-key.ts';
import { messages } from '../messages.ts';
import { nameClass } from '../state/class-names.ts';
import { toggleAmongIsolated } from '../state/isolating.ts';
import { selectBim } from '../state.ts';
import { nameColouring } from './colour-options.ts';

/** What each colour means and how many elements have it; a click shows one class alone. */
export function ColourLegend({ colourBy }: { readonly colourBy: ColourBy }) {
  const say = useText();
  const legend = useAppState((state) => selectBim(state).report.legend);
  if (!legend) return <Skeleton lines={4} />;
  const title = say(nameColouring(colourBy));
  return legend.kind === 'classes' ? (
    <ClassLegend title={title} entries={legend.entries} />
  ) : (
    <ScaleLegend title={title} legend={legend} />
  );
}

/** What the worker writes where it means these, in no language. */
const signs: Readonly<Record<string, Text>> = { '…': messages.others, '—': messages.noValue };

function ClassLegend({ title, entries }: { title: string; entries: readonly LegendEntry[] }) {
  const store = useAppStore();
  const say = useText();
  const isolated = useAppState((state) => selectBim(state).look.isolated);
  if (entries.length === 0) return <Note kind="faint">{say(messages.nothingColoured)}</Note>;
  const isSomeIsolated = entries.some(({ key }) => key !== undefined && isolated.includes(key));
  const canIsolate = entries.some(({ key }) => key !== undefined);
  return (
    <Stack gap="s">
      <Legend
        title={title}
        scale={{
          kind: 'classes',
          classes: entries.map(({ label, colour, count, key }, at) => ({
            id: String(at),
            label: say(nameEntry(label, key)),
            colour,
            count,
            isFixed: key === undefined,
            isHidden: isSomeIsolated && (key === undefined || !isolated.includes(key)),
          })),
        }}
        {...(canIsolate && {
          onToggleClass: (id: string) => {
            const key = entries[Number(id)]?.key;
            if (key !== undefined) toggleAmongIsolated(store, key);
          },
        })}
      />
      {canIsolate && <Note kind="faint">{say(messages.legendHint)}</Note>}
    </Stack>
  );
}

function nameEntry(label: string, key: string | undefined): Text {
  const sign = signs[label];
  if (sign && key === undefined) return sign;
  const part = key === undefined ? undefined : parsePartKey(key);
  if (part?.kind === 'class') return nameClass(part.name);
  const discipline = Object.entries(disciplines).find(([id]) => id === part?.name);
  if (part?.kind === 'discipline' && discipline) return discipline[1];
  return { en: label, zh: label };
}

type ScaleOfLegend = Extract<BimLegend, { kind: 'scale' }>;

function ScaleLegend({ title, legend }: { title: string; legend: ScaleOfLegend }) {
  const say = useText();
  const { language } = useKit();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const { unit, breaks, colours, none, liveMs, isSimulated } = legend;
  const decimals = decimalsOf(breaks);
  const write = (limit: number) => formatNumber(limit, language, { decimals });
  const nameStep = (at: number): Text => {
    const [from, to] = [breaks[at - 1], breaks[at]];
    if (from === undefined) return to === undefined ? messages.noValue : messages.below(write(to));
    if (to === undefined) return messages.atLeast(write(from));
    const span = `${write(from)} – ${write(to)}`;
    return { en: span, zh: span };
  };
  const moment = (timeMs: number) => momentText(timeMs, timeZone, localeOf(language));
  return (
    <Stack gap="s">
      <Legend
        title={title}
        {...(unit && { unit })}
        scale={{
          kind: 'classes',
          classes: colours.map((colour, at) => ({
            id: String(at),
            label: say(nameStep(at)),
            colour,
          })),
        }}
        {...(none > 0 && {
          noData: { colour: 'var(--no-data)', count: none, label: say(messages.noValue) },
        })}
      />
      {liveMs && (
        <Note kind="faint">{say(messages.liveFrom(moment(liveMs[0]), moment(liveMs[1])))}</Note>
      )}
      {isSimulated && <StatusBadge tone="simulated" word={say(messages.simulated)} />}
    </Stack>
  );
}

/** Digits after the point that all limits need, at most four. */
function decimalsOf(limits: readonly number[]): number {
  const needed = limits.map((limit) => /\.(\d+)$/.exec(String(limit))?.[1]?.length ?? 0);
  return Math.min(4, Math.max(0, ...needed));
}
