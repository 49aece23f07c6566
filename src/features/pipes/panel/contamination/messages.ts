import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Contamination', '水质污染'),
  summary: text(
    'Who is reached when, where to flush, which valves to close; complaints traced back',
    '何时影响哪些用户、在哪里冲洗、关闭哪些阀门；由投诉反向追踪来源',
  ),
  mode: text('Question', '问题'),
  spread: text('Where it goes', '扩散去向'),
  back: text('Where it came from', '追溯来源'),
  injected: text('It enters at', '进入位置'),
  none: text('Nothing is taken yet', '尚未采用对象'),
  mass: text('Mass', '质量'),
  duration: text('For', '持续'),
  horizon: text('Followed for', '追踪时长'),
  act: text('People act after', '处置开始于'),
  threshold: text('Counts from', '计入浓度'),
  reached: text('Customers reached', '受影响用户'),
  reachedCount: (customers: number, places: number) =>
    text(`${customers} customers at ${places} places`, `${places} 处共 ${customers} 户`),
  nobody: text('It reaches nobody', '未影响任何用户'),
  nobodyWhy: text(
    'No place with customers is reached within the time.',
    '在该时段内没有用户受到影响。',
  ),
  customer: text('Place', '位置'),
  customers: text('Customers', '用户'),
  critical: text('critical', '重点'),
  arrival: text('Reached at', '到达时间'),
  peak: text('Peak', '峰值'),
  taken: text('Taken by customers', '用户摄入量'),
  entered: text('Entered', '进入量'),
  balance: text('Mass balance', '质量平衡'),
  shownTime: text('Reached by', '截至'),
  flushing: text('Where to flush', '冲洗位置'),
  flushWhy: text(
    'Hydrants by the mass that passes them after people act; for the first ones what flushing keeps from customers, simulated.',
    '按处置后流经的污染物质量排序；对前几处模拟了冲洗可避免的用户摄入量。',
  ),
  noFlushing: text('No hydrant lies on its way.', '沿途没有消火栓。'),
  passing: text('Passes', '流经'),
  saved: text('Kept from customers', '避免摄入'),
  valves: text('Valves to close', '需关闭的阀门'),
  noValves: text('No valve parts it from the rest.', '没有可隔离的阀门。'),
  valve: text('Valve', '阀门'),
  complaints: text('Complaints', '投诉'),
  add: text('Add the selected place', '添加所选位置'),
  remove: text('Remove', '移除'),
  noComplaints: text('Add the places where people complained.', '添加出现投诉的位置。'),
  candidates: text('Possible sources', '可能来源'),
  noCandidates: text('No place explains all complaints', '没有位置能解释全部投诉'),
  noCandidatesWhy: text(
    'Take fewer complaints, or a longer time back.',
    '请减少投诉数量或延长回溯时间。',
  ),
  likelihood: text('Likelihood', '可能性'),
  window: text('Entered between', '进入时段'),
  backHours: text('Back for', '回溯'),
  unknownShare: (share: string) =>
    text(
      `${share} of the water comes out of tanks or from before: it could not be followed further.`,
      `${share} 的水来自水池或更早时段，无法继续追踪。`,
    ),
  assumed: text(
    'A substance that neither decays nor sticks, mixed at once where flows meet; flows from the model at the shown hour on, with what the incident changed. Not a toxicology.',
    '假定物质不衰减、不吸附，在汇流处瞬时混合；水流由模型自所示时刻起推算，包含事件造成的变化。不涉及毒理评估。',
  ),
  assumedBack: text(
    'Flows of the past hours by the model, with tanks as they stand now; likelihood by shares of water and time of travel.',
    '过去数小时的水流由模型推算，水池水位取当前值；可能性由水量占比和流行时间得出。',
  ),
};
