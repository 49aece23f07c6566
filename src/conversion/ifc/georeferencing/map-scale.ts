import type { Text } from '#model/text.ts';
import { toUnitName } from './unit.ts';
import { say, toShortText } from './words.ts';

/**
 * Metres of the map for a metre of the model, near 1 or near what the map itself stretches there, whichever way
 * round the step between the units is written in the scale.
 */
export function judgeScale(
  written: number | undefined,
  mapUnitM: number,
  lengthUnitM: number,
  mapScale: number,
) {
  const ratio = mapUnitM / lengthUnitM;
  const isNearOne = (value: number) =>
    Math.abs(value - 1) < 0.02 || Math.abs(value / mapScale - 1) < 0.02;
  const units = `${toUnitName(lengthUnitM)} → ${toUnitName(mapUnitM)}`;
  const result = (value: number, steps: readonly Text[], findings: readonly Text[] = []) => ({
    value,
    steps,
    findings,
  });
  if (written === undefined || !(written > 0)) return result(1, []);
  const text = toShortText(written);
  if (isNearOne(written * ratio)) {
    const value = isExact(written * ratio) ? 1 : written * ratio;
    if (ratio === 1 && value === 1) return result(1, []);
    return result(value, [
      say(
        `Scale ${text} (${units}): ${toShortText(value)} metre for metre, along the ground, not in height.`,
        `比例 ${text}（${units}）：水平方向按米对米为 ${toShortText(value)}，高程不缩放。`,
      ),
    ]);
  }
  if (isNearOne(written)) {
    return result(written, [
      say(
        `Scale ${text} leaves out the step between the units (${units}), which is made all the same.`,
        `比例 ${text} 未包含单位换算（${units}），换算照常进行。`,
      ),
    ]);
  }
  if (isNearOne(written / ratio)) {
    const value = isExact(written / ratio) ? 1 : written / ratio;
    return result(
      value,
      [
        say(
          `Scale ${text} is read as ${toShortText(value)}, metre for metre.`,
          `比例 ${text} 按米对米读作 ${toShortText(value)}。`,
        ),
      ],
      [
        say(
          `Scale ${text} is the step between the units (${units}) upside down; literally it would enlarge the model ${toShortText(written * ratio)} times.`,
          `比例 ${text} 把单位换算（${units}）写反了；照字面理解会把模型放大 ${toShortText(written * ratio)} 倍。`,
        ),
      ],
    );
  }
  return result(
    1,
    [say('Scale is read as 1.', '比例读作 1。')],
    [
      say(
        `Scale ${text} fits no step between units (${units}) and no map projection; it is not applied.`,
        `比例 ${text} 既不符合单位换算（${units}），也不符合任何地图投影；不予采用。`,
      ),
    ],
  );
}

const isExact = (value: number) => Math.abs(value - 1) < 1e-9;
