import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

/** Words that all searches share. */
export const analysisMessages = {
  network: text('Network', '管网'),
  waiting: text('The water model is being opened.', '正在打开供水模型。'),
  run: text('Run', '开始'),
  stop: text('Stop', '停止'),
  running: text('Being computed', '正在计算'),
  failed: text('It could not be computed', '无法计算'),
  simulated: (model: string, at: string) =>
    text(`Simulated by ${model}, for ${at}.`, `由 ${model} 模拟，时刻 ${at}。`),
  old: (at: string) =>
    text(
      `This is of ${at}; the network has moved on. Run it again.`,
      `这是 ${at} 的结果，管网状态已变化，请重新计算。`,
    ),
  csv: text('Save as CSV', '导出 CSV'),
  element: text('Element', '对象'),
  place: text('Place', '位置'),
  useSelected: text('Take what is selected', '采用所选对象'),
  selectHint: text(
    'Select an element on the globe or in the list, then take it.',
    '在地球或列表中选择对象，然后采用。',
  ),
  assumptions: text('What is assumed', '计算假设'),
};
