// Links by class: the longest classes have colours of their own, the others share one.

import { OTHERS_COLOUR, sampleRamp } from '#model/colour-ramp.ts';
import type { Text } from '#model/text.ts';
import type { PipeClasses } from '../../contract/legend.ts';
import type { KnownNetwork } from '../open-network.ts';
import type { ClassScale } from './scales.ts';

/** As many as the ramp has colours. */
const MOST_CLASSES = 9;
const colours = sampleRamp('tol-muted', MOST_CLASSES);
const others: Text = { en: 'Others', zh: '其他' };

export interface ColouredClasses {
  /** Entry of the ramp by link, of each network; 0 where the class is not known. */
  readonly entries: readonly Uint8Array[];
  /** Colour of entry 1 and on. */
  readonly colours: readonly number[];
  readonly classes: PipeClasses['classes'];
  readonly known: number;
  readonly unknown: number;
}

export function colourClasses(
  { read }: ClassScale,
  networks: readonly KnownNetwork[],
): ColouredClasses {
  const totals = new Map<string, { links: number; lengthM: number }>();
  const columns = networks.map(read);
  let [known, unknown] = [0, 0];
  for (const [at, { code, names }] of columns.entries()) {
    const { lengthM } = networks[at]!.network.links;
    for (let link = 0; link < code.length; link++) {
      const name = nameOf(names, code[link]!);
      if (name === '') unknown++;
      else known++;
      if (name === '' || names.length === 0) continue;
      const total = totals.get(name) ?? { links: 0, lengthM: 0 };
      total.links++;
      total.lengthM += lengthM[link]!;
      totals.set(name, total);
    }
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.lengthM - a.lengthM);
  const own = ranked.slice(0, MOST_CLASSES);
  const entryOf = new Map(own.map(([name], at) => [name, at + 1]));
  const rest = ranked.slice(MOST_CLASSES);
  const classes = own.map(([value, total], at) => ({
    ...{ value, text: { en: value, zh: value }, colour: colours[at]! },
    ...total,
  }));
  if (rest.length > 0) {
    const links = rest.reduce((sum, [, total]) => sum + total.links, 0);
    const lengthM = rest.reduce((sum, [, total]) => sum + total.lengthM, 0);
    classes.push({ value: '', text: others, colour: OTHERS_COLOUR, links, lengthM });
  }
  const entries = columns.map(({ code, names }) =>
    Uint8Array.from(code, (one) =>
      names.length === 0
        ? 1 + ((Math.imul(one, 2654435761) >>> 16) % MOST_CLASSES)
        : nameOf(names, one) === ''
          ? 0
          : (entryOf.get(nameOf(names, one)) ?? MOST_CLASSES + 1),
    ),
  );
  return { entries, colours: [...colours, OTHERS_COLOUR], classes, known, unknown };
}

/** Numbers without names, as those of segments, are classes of their own. */
const nameOf = (names: readonly string[], code: number): string =>
  names.length === 0 ? String(code) : (names[code] ?? '');
