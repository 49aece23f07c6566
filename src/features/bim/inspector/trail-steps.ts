// How the steps of an element's trail are called: programs write a project's name on its site and its building once
// more, and a narrow card has room for none of it twice.

import type { Text } from '#model/text.ts';
import type { ElementDetails } from '../contract.ts';
import { nameClass } from '../state/class-names.ts';

type Step = ElementDetails['path'][number];

export interface TrailStep extends Pick<Step, 'index' | 'key'> {
  readonly label: Text;
  /** As the file has it, where the label is not all of it. */
  readonly title?: string;
}

/** What stands above already is left out; what is nothing else is called by its class. */
export function nameTrail(path: readonly Step[]): readonly TrailStep[] {
  return path.map(({ index, key, label, class: ifcClass }, at) => {
    const rest = path.slice(0, at).reduce((text, above) => without(text, above.label), label);
    if (rest === '') return { index, key, label: nameClass(ifcClass), title: label };
    return {
      ...{ index, key, label: { en: rest, zh: rest } },
      ...(rest !== label && { title: label }),
    };
  });
}

/** What follows `above` and a sign after it. */
function without(text: string, above: string): string {
  if (above === '' || !text.startsWith(above)) return text;
  const rest = text.slice(above.length);
  const sign = /^\s*[,;:/·–—-]\s*|^\s+|^$/u.exec(rest);
  return sign ? rest.slice(sign[0].length) : text;
}
