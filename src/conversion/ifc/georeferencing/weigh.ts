// Which of the readings goes first, and whether a person has to choose.

import type { Georeferencing } from '#contract/bim-model.ts';
import type { Text } from '#model/text.ts';
import { apartM, type Candidate, type Subject } from './candidate.ts';
import { say, toDistanceText } from './words.ts';

export interface Evidence {
  readonly given: Candidate | undefined;
  readonly onMap: readonly Candidate[];
  readonly site: Candidate | undefined;
  /** The site is where a program puts it of itself. */
  readonly isSiteDefault: boolean;
  readonly fallback: Candidate;
  readonly hasFallback: boolean;
  readonly findings: readonly Text[];
}

const AGREE_M = 1;

export function weigh(subject: Subject, evidence: Evidence): Georeferencing {
  const { given, onMap, site, isSiteDefault, fallback, hasFallback } = evidence;
  const trusted = onMap.filter((one) => one.isInArea);
  const doubted = onMap.filter((one) => !one.isInArea);
  const sites = site ? [site] : [];
  const sure = [...trusted, ...(isSiteDefault ? [] : sites)];
  const doubtful = [...doubted, ...(isSiteDefault && trusted.length === 0 ? sites : [])];
  const isLost = sure.length === 0;
  const lost = hasFallback ? [fallback, ...doubtful] : [...doubtful, fallback];
  const candidates = isLost ? lost : [...sure, ...doubtful];
  const all = given ? [given, ...sure, ...doubtful] : candidates;
  const readings = all.map(({ reading }) => reading);
  if (given) return { readings, verdict: 'clear', findings: [...evidence.findings] };
  if (isLost) {
    const text =
      doubted.length > 0
        ? say(
            'What the file says of its place can’t be right: somebody has to place it.',
            '文件所述位置不可能正确：需人工放置。',
          )
        : say(
            'The file doesn’t say where the model stands: somebody has to place it.',
            '文件未说明模型位置：需人工放置。',
          );
    return { readings, verdict: 'missing', findings: [...evidence.findings, text] };
  }
  const differences = compare(all, subject);
  return {
    readings,
    verdict: differences.length === 0 ? 'clear' : 'several',
    findings: [...evidence.findings, ...differences],
  };
}

/** How far the others are from the first, where that is more than they may be off. */
function compare([first, ...others]: readonly Candidate[], subject: Subject): Text[] {
  if (!first) return [];
  return others.flatMap((other) => {
    const apart = apartM(first, other, subject);
    if (apart <= Math.max(AGREE_M, 1.5 * first.precisionM, 1.5 * other.precisionM)) return [];
    const distance = toDistanceText(apart);
    return [
      say(
        `Two readings are ${distance} apart: ${first.label.en} and ${other.label.en}.`,
        `两种读法相距 ${distance}：${first.label.zh}与${other.label.zh}。`,
      ),
    ];
  });
}
