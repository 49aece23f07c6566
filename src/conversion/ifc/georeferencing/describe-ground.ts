import type { GroundLevel } from '#model/ground-level.ts';
import type { Text } from '#model/text.ts';
import { say } from './words.ts';

/** By which of its levels a model stands on the ground. */
export function describeGround(ground: GroundLevel | undefined): Text[] {
  switch (ground?.by) {
    case undefined:
      return [];
    case 'storey':
      return [
        say(
          `It stands on the ground by the floor of its storey “${ground.storey}”.`,
          `以楼层“${ground.storey}”的楼面对齐地面。`,
        ),
      ];
    case 'zero':
      return [say('It stands on the ground by the building’s ±0.00.', '以建筑 ±0.00 对齐地面。')];
    case 'foot':
      return [
        say(
          'It stands on the ground by its lowest point: the file names no storey at the ground.',
          '以最低点对齐地面：文件未给出地面楼层。',
        ),
      ];
  }
}
