// What can be put right in the text before the engine sees it.

import type { Text } from '#model/text.ts';
import { lineOf, type StepIndex } from './scan.ts';

export interface Mended {
  readonly bytes: Uint8Array;
  readonly findings: readonly Text[];
}

/** Ends a file that breaks off after its last whole statement. */
export function mendCutFile(index: StepIndex): Mended {
  const { bytes, end, count } = index;
  const line = lineOf(bytes, end);
  const findings: Text[] = [
    {
      en: `The file breaks off in line ${line}; the ${count} instances before it were read.`,
      zh: `文件在第 ${line} 行中断；已读取此前的 ${count} 个实例。`,
    },
  ];
  const close = new TextEncoder().encode(`\nENDSEC;\nEND-ISO-10303-21;\n`);
  const whole = new Uint8Array(end + close.length);
  whole.set(bytes.subarray(0, end));
  whole.set(close, end);
  return { bytes: whole, findings };
}
