// The readings of a file as a page of text.

import type { Georeferencing, GeoreferencingReading } from '#contract/bim-model.ts';
import { toUnitName } from '#conversion/ifc/georeferencing/unit.ts';
import type { Language, Text } from '#model/text.ts';
import type { ReadIfcPlace } from './read-place.ts';

const VERDICTS: Readonly<Record<Georeferencing['verdict'], Text>> = {
  clear: { en: 'clear', zh: '明确' },
  several: { en: 'several readings, somebody has to choose', zh: '有多种读法，需人工选择' },
  missing: { en: 'missing, somebody has to place it', zh: '缺失，需人工放置' },
};

const WORDS = {
  place: { en: 'place', zh: '位置' },
  size: { en: 'size', zh: '尺寸' },
  above: { en: 'above the ellipsoid', zh: '大地高' },
  axis: { en: 'x axis from true east', zh: 'x 轴自真东' },
  findings: { en: 'findings', zh: '发现' },
} satisfies Readonly<Record<string, Text>>;

export function formatExplanation(read: ReadIfcPlace, language: Language): string {
  const { file, schema, lengthUnitM, sizeM, georeferencing } = read;
  const { readings, verdict, findings } = georeferencing;
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const size = sizeM.map((value) => value.toFixed(1)).join(' × ');
  const lines = [
    `${file}: ${schema}, ${toUnitName(lengthUnitM)}`,
    `  ${word('size')}   ${size} m`,
    `  ${word('place')}  ${VERDICTS[verdict][language]}`,
    ...readings.flatMap((reading, at) => [
      '',
      `  ${at + 1}  ${formatReading(reading, language)}`,
      ...reading.steps.map((step) => `     ${step[language]}`),
    ]),
  ];
  if (findings.length > 0) {
    lines.push('', `  ${word('findings')}`, ...findings.map((one) => `   – ${one[language]}`));
  }
  return `${lines.join('\n')}\n`;
}

function formatReading(reading: GeoreferencingReading, language: Language): string {
  const { source, crs, placement } = reading;
  const { latitudeDeg, longitudeDeg, heightM, rotationDeg } = placement;
  const spot = `${latitudeDeg.toFixed(7)}°, ${longitudeDeg.toFixed(7)}°`;
  const height = `${heightM.toFixed(2)} m ${WORDS.above[language]}`;
  const turn = `${WORDS.axis[language]} ${rotationDeg.toFixed(4)}°`;
  return `${crs ? `${source}, ${crs}` : source}: ${spot}, ${height}, ${turn}`;
}
