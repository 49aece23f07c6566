import type { Text } from '#model/text.ts';
import type { BurstSize, IncidentAct } from '../contract/burst.ts';
import type { CriticalCustomer, ValvePassed } from '../contract/incident.ts';

const many = (count: number) => count.toLocaleString('en-GB');
const customers = (count: number) => `${many(count)} ${count === 1 ? 'customer' : 'customers'}`;

export const burstMessages = {
  tool: { en: 'Burst', zh: '爆管处置' },
  summary: {
    en: 'Close off a broken pipe: valves, customers, pressures, work order, replay',
    zh: '隔离破损管段：关阀、用户、压力、工单、回放',
  },

  // How to begin
  begin: { en: 'Where is it?', zh: '爆管位置？' },
  beginDetail: {
    en: 'Select a pipe on the globe or in the list, or begin with an alarm.',
    zh: '在地图或列表中选择管段，或从报警开始。',
  },
  fromSelected: (id: string): Text => ({ en: `Burst at pipe ${id}`, zh: `管段 ${id} 爆管` }),
  pickInList: { en: 'Find the pipe in a list', zh: '从列表选择管段' },
  alarms: { en: 'Alarms of water, gas and heat', zh: '供水、燃气与热力报警' },
  noAlarms: {
    en: 'No sensor of pipes under pressure is in alarm.',
    zh: '压力管网传感器当前无报警。',
  },
  searchArea: { en: 'Where is it likely? Search the area', zh: '搜索可能区域' },
  takePipe: (id: string): Text => ({ en: `Mark the burst at ${id}`, zh: `标记 ${id} 爆管` }),
  lookingUp: { en: 'Looking up the pipe …', zh: '正在查找管段……' },
  earlier: { en: 'Incidents of this city', zh: '该城市的事件' },
  noEarlier: { en: 'No incident is kept yet.', zh: '尚无事件记录。' },
  running: { en: 'open', zh: '进行中' },
  over: { en: 'closed', zh: '已结束' },
  onlyHere: { en: 'in this browser alone', zh: '仅存于本浏览器' },
  drill: { en: 'Start a drill', zh: '开始演练' },
  drillHint: {
    en: 'The simulated town breaks a main somewhere; sensors alarm within minutes.',
    zh: '模拟城市将随机爆管，数分钟内传感器报警。',
  },
  drillStarted: {
    en: 'The drill has begun: watch the sensors',
    zh: '演练已开始：请关注传感器',
  },
  drillFailed: { en: 'The drill could not begin', zh: '演练未能开始' },

  // Head
  title: (place: string): Text => ({ en: `Burst: ${place}`, zh: `爆管：${place}` }),
  pipe: (id: string): Text => ({ en: `Pipe ${id}`, zh: `管段 ${id}` }),
  showPlace: { en: 'Show the place', zh: '查看位置' },
  leave: { en: 'Set it aside', zh: '暂时离开' },
  size: { en: 'How large is the hole?', zh: '破口大小？' },
  sizes: {
    crack: { en: 'Crack', zh: '裂缝' },
    hole: { en: 'Hole', zh: '破洞' },
    break: { en: 'Break', zh: '断裂' },
  } satisfies Record<BurstSize, Text>,
  phases: {
    closing: { en: 'Closing', zh: '关阀中' },
    closed: { en: 'Closed off', zh: '已隔离' },
    repaired: { en: 'Repaired, reopening', zh: '已修复，恢复中' },
    supplied: { en: 'Supply is back', zh: '供水已恢复' },
    ended: { en: 'Ended', zh: '已结束' },
    open: { en: 'Can’t be closed off', zh: '无法隔离' },
  },
  keeping: {
    server: { en: 'kept on the server', zh: '已存于服务器' },
    sending: { en: 'being sent', zh: '发送中' },
    browser: { en: 'kept in this browser: the server is away', zh: '已存于本浏览器：服务器不可用' },
  },

  // Figures
  withoutSupply: { en: 'Without supply', zh: '停水用户' },
  whereWithout,
  lowPressure: { en: 'Low pressure', zh: '低压用户' },
  waterLost: { en: 'Water lost', zh: '漏失水量' },
  perMinute: (flow: string): Text => ({ en: `${flow} a minute`, zh: `每分钟 ${flow}` }),
  drained: { en: 'Pipes drained', zh: '排空管段' },
  customersUnit: { en: 'customers', zh: '户' },
  waitingForModel: { en: 'the model is solving …', zh: '模型求解中……' },
  noModel: { en: 'Pressures are not solved here', zh: '此处不求解压力' },
  simulated: (model: string, time: string): Text => ({
    en: `simulated · ${model} · ${time}`,
    zh: `模拟 · ${model} · ${time}`,
  }),
  topologySays: {
    en: 'Customers and valves: topology of the register',
    zh: '用户与阀门：台账拓扑分析',
  },
  answeredIn: (ms: string): Text => ({ en: `answered in ${ms}`, zh: `用时 ${ms}` }),

  // Critical customers
  critical: { en: 'Call first', zh: '优先通知' },
  showCritical: (name: string): Text => ({ en: `Show ${name}`, zh: `查看 ${name}` }),
  noCritical: { en: 'No critical customer is affected.', zh: '无重要用户受影响。' },
  why: {
    isolated: { en: 'without supply, on pipes closed off', zh: '停水，位于隔离段' },
    stranded: { en: 'without supply, behind pipes closed off', zh: '停水，位于隔离段之后' },
    lowPressure: { en: 'low pressure', zh: '低压' },
  } satisfies Record<CriticalCustomer['why'], Text>,

  // Valves
  valves: { en: 'Valves to close', zh: '应关阀门' },
  valvesDone: (closed: number, all: number): Text => ({
    en: `${closed} of ${all} closed`,
    zh: `已关 ${closed} / ${all}`,
  }),
  close: { en: 'Close', zh: '关闭' },
  closedAt: (time: string): Text => ({ en: `closed ${time}`, zh: `${time} 关闭` }),
  reopen: { en: 'Open', zh: '打开' },
  stuck: { en: 'Stuck', zh: '卡阻' },
  turnable: { en: 'Turns', zh: '可转动' },
  showValve: (id: string): Text => ({ en: `Show valve ${id}`, zh: `查看阀门 ${id}` }),
  turns: (count: string): Text => ({ en: `${count} turns`, zh: `${count} 圈` }),
  away: (way: string): Text => ({ en: `${way} on`, zh: `距上一阀 ${way}` }),
  turnedIn: (year: number): Text => ({ en: `turned ${year}`, zh: `${year} 年操作` }),
  neverTurned: { en: 'last turned: not known', zh: '上次操作：未知' },
  passed: { en: 'Valves that don’t help', zh: '不可用阀门' },
  passedWhy: {
    inoperable: {
      en: 'can’t be turned: the next ones are closed instead',
      zh: '无法操作：改关下一级阀门',
    },
    alreadyClosed: { en: 'closed already', zh: '已处于关闭状态' },
  } satisfies Record<ValvePassed['why'], Text>,
  foundStuck: { en: 'found stuck in this incident', zh: '本次事件中发现卡阻' },
  noValves: {
    en: 'The register has no valves here: stop the pipe itself at both ends (line stop, freezing).',
    zh: '台账中无阀门：须在管段两端直接截断（封堵或冷冻）。',
  },
  notIsolable: {
    en: 'No set of valves closes it off: a source lies in the segment.',
    zh: '无法用阀门隔离：水源位于该段内。',
  },
  reopening: { en: 'Valves to open again', zh: '应恢复阀门' },
  reopeningHint: {
    en: 'In the order in which they were closed, backwards; fill slowly.',
    zh: '按关闭的相反顺序，缓慢充水。',
  },
  undo: { en: 'Undo', zh: '撤销' },
  repaired: { en: 'The pipe is repaired', zh: '管段已修复' },
  end: { en: 'End the incident', zh: '结束事件' },
  endHint: {
    en: 'Supply is back everywhere and nothing is closed.',
    zh: '供水已全面恢复，无关闭阀门。',
  },

  // Log, sheet, replay
  log: { en: 'Log', zh: '日志' },
  note: { en: 'Note', zh: '备注' },
  addNote: { en: 'Add', zh: '添加' },
  workOrder: { en: 'Work order', zh: '工单' },
  replay: { en: 'Replay', zh: '回放' },
  replayAll: { en: 'Replay from the start', zh: '从头回放' },
  replaying: (time: string): Text => ({
    en: `Replay: as known at ${time}`,
    zh: `回放：${time} 的已知情况`,
  }),
  beforeIncident: {
    en: 'At this time nobody knew of the incident.',
    zh: '此时尚无人知晓该事件。',
  },
  toNow: { en: 'Back to now', zh: '回到现在' },
  stepBack: { en: 'Step before', zh: '上一步' },
  stepOn: { en: 'Step after', zh: '下一步' },
  failed: { en: 'The plan could not be made', zh: '无法生成方案' },
  gonePipe: { en: 'This city has no such pipe', zh: '该城市无此管段' },
} as const satisfies Readonly<Record<string, unknown>>;

/** One line of the log. */
export function actText(act: IncidentAct): Text {
  switch (act.kind) {
    case 'opened':
      return {
        en: `Burst marked (${burstMessages.sizes[act.size].en.toLowerCase()})`,
        zh: `标记爆管（${burstMessages.sizes[act.size].zh}）`,
      };
    case 'size':
      return {
        en: `Hole judged: ${burstMessages.sizes[act.size].en.toLowerCase()}`,
        zh: `破口判断：${burstMessages.sizes[act.size].zh}`,
      };
    case 'close':
      if (act.valve === act.link) {
        return { en: `Stopped pipe ${act.link}`, zh: `截断管段 ${act.link}` };
      }
      return { en: `Closed valve ${act.valve}`, zh: `关闭阀门 ${act.valve}` };
    case 'open':
      if (act.valve === act.link) {
        return { en: `Released pipe ${act.link}`, zh: `恢复管段 ${act.link}` };
      }
      return { en: `Opened valve ${act.valve}`, zh: `打开阀门 ${act.valve}` };
    case 'stuck':
      return { en: `Valve ${act.valve} is stuck`, zh: `阀门 ${act.valve} 卡阻` };
    case 'turnable':
      return { en: `Valve ${act.valve} turns after all`, zh: `阀门 ${act.valve} 可以转动` };
    case 'repaired':
      return { en: 'Pipe repaired', zh: '管段已修复' };
    case 'notRepaired':
      return { en: 'Repair taken back', zh: '撤销修复' };
    case 'ended':
      return { en: 'Incident ended', zh: '事件结束' };
    case 'note':
      return { en: act.text, zh: act.text };
    case 'workOrder':
      return { en: `Work order ${act.text}`, zh: `工单 ${act.text}` };
    case 'known': {
      const out = act.known.isolatedCustomers + act.known.strandedCustomers;
      return {
        en: `Known: ${act.known.valves.length} valves, ${customers(out)} without supply`,
        zh: `已知：${act.known.valves.length} 个阀门，停水 ${many(out)} 户`,
      };
    }
  }
}

/** Customers on the pipes that valves close off, and those who are fed through these alone. */
function whereWithout(isolated: number, stranded: number): Text {
  if (isolated + stranded === 0) return { en: 'Nobody is cut off', zh: '无用户断水' };
  const inside: Text = {
    en: `${many(isolated)} on the pipes closed off`,
    zh: `隔离段内 ${many(isolated)} 户`,
  };
  if (stranded === 0) return inside;
  const behind: Text = { en: `${many(stranded)} behind them`, zh: `其后 ${many(stranded)} 户` };
  if (isolated > 0) return { en: `${inside.en}, ${behind.en}`, zh: `${inside.zh}，${behind.zh}` };
  return {
    en: `${many(stranded)} behind the pipes closed off`,
    zh: `隔离段之后 ${many(stranded)} 户`,
  };
}
