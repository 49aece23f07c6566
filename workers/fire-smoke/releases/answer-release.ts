// A release or an explosion: its zones at their largest, and the cloud at the shown time.

import type { AirReport, ReleaseScenario } from '#features/fire/contract/smoke.ts';
import { type Substance, substanceOf } from '#features/fire/kernel/substances.ts';
import type { Text } from '#model/text.ts';
import type { TownInside } from '../../town/inside.ts';
import { skyAt } from '../plumes/sky.ts';
import type { AirAnswer, ReleaseQuestion } from '../protocol.ts';
import { words } from '../words.ts';
import { drawnZones } from '../zones.ts';
import { distancesOf } from './distances.ts';
import { gasPicture } from './gas-picture.ts';
import { pictureAnswer } from './picture-answer.ts';
import { type AnswerHead, refused } from './release-ground.ts';
import { releaseWords } from './release-words.ts';

/** Never throws for what a person may have typed: says what is expected. */
export function answerRelease(question: ReleaseQuestion, town: TownInside): AirAnswer {
  const { release, timeS, wind, air } = question;
  const isWindKnown = Number.isFinite(wind.speedMs) && wind.speedMs >= 0;
  const timeMs = release.startMs + Math.max(0, timeS) * 1000;
  const sky = skyAt(release.at, timeMs, isWindKnown ? wind.speedMs : 0, release);
  const head: AnswerHead = {
    ...{ of: release.id, timeS, wind, source: air.source, ...sky },
    model: modelOf(release),
  };
  const substance = substanceOf(release.substance);
  if (!substance) return refused(head, releaseWords.unknownSubstance(release.substance));
  if (!substance.kinds.includes(release.kind)) {
    return refused(head, releaseWords.notFor(substance.name, release.kind));
  }
  if (isCircle(release)) return answerCircles(head, release, substance, town);
  if (!isWindKnown || !Number.isFinite(wind.fromRad)) return refused(head, words.noWind);
  try {
    const picture = gasPicture(question, substance, sky);
    if ('problem' in picture) return refused(head, picture.problem);
    return pictureAnswer(head, picture, { release, substance, town });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(head, { en: error.message, zh: error.message });
  }
}

const isCircle = ({ kind }: ReleaseScenario): boolean =>
  kind === 'blast' || kind === 'vapour-cloud' || kind === 'pool-fire';

/** Before anything is known of it: what would compute it. */
function modelOf({ kind, rateKgS }: ReleaseScenario): Text {
  switch (kind) {
    case 'plume':
      return releaseWords.plumeModel;
    case 'puff':
      return releaseWords.puffModel;
    case 'dense-gas':
      return rateKgS > 0 ? releaseWords.densePlumeModel : releaseWords.densePuffModel;
    case 'blast':
      return releaseWords.blastModel;
    case 'vapour-cloud':
      return releaseWords.cloudModel;
    case 'pool-fire':
      return releaseWords.poolModel;
  }
}

function answerCircles(
  head: AnswerHead,
  release: ReleaseScenario,
  substance: Substance,
  town: TownInside,
): AirAnswer {
  const found = distancesOf(release, substance, town);
  if ('problem' in found) return refused(head, found.problem);
  const { zones, model, rateKgS, heatW } = found;
  const isRecalled = substance.source === 'recalled';
  const report: AirReport = {
    ...{ ...head, zones, model, elapsedMs: 0 },
    cautions: [...found.cautions, ...(isRecalled ? [releaseWords.recalled] : [])],
    sources: [
      {
        ...{ at: release.at, buildings: 0, phase: 'release', rateKgS, heatMW: heatW / 1e6 },
        ...{ isInWake: false, finalHeightM: 0 },
      },
    ],
  };
  return { frame: undefined, zones: drawnZones(report, zones), report };
}
