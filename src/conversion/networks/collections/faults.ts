// What is wrong with a network's collections, each in one sentence with the element's id.

import type { Text } from '#model/text.ts';

export const networkTables = ['nodes', 'pipes', 'devices', 'valves'] as const;
export type NetworkTable = (typeof networkTables)[number];

export interface NetworkFault {
  readonly table: NetworkTable;
  /** Of the element; '' where its line can't be read. */
  readonly id: string;
  /** Line in the collection's file, from 1. */
  readonly line: number;
  readonly text: Text;
  /** True where the element had to be left out. */
  readonly isLeftOut: boolean;
}

const words: Readonly<Record<NetworkTable, Text>> = {
  nodes: { en: 'Node', zh: '节点' },
  pipes: { en: 'Pipe', zh: '管段' },
  devices: { en: 'Device', zh: '设备' },
  valves: { en: 'Valve', zh: '阀门' },
};

/** Collects what is wrong while one line after the other is read. */
export class FaultList {
  readonly all: NetworkFault[] = [];
  #table: NetworkTable = 'nodes';
  #line = 0;
  #id = '';

  /** Faults that follow are about this element. */
  at(table: NetworkTable, line: number, id: string): void {
    this.#table = table;
    this.#line = line;
    this.#id = id;
  }

  /** `en` and `zh` go on after the element's name: `Pipe P-12` + `joins node N-9, which does not exist.` */
  add(en: string, zh: string, isLeftOut = false): void {
    const { en: kind, zh: kindZh } = words[this.#table];
    const text =
      this.#id === ''
        ? {
            en: `Line ${this.#line} of the ${this.#table} ${en}`,
            zh: `${kindZh}数据第 ${this.#line} 行${zh}`,
          }
        : { en: `${kind} ${this.#id} ${en}`, zh: `${kindZh} ${this.#id} ${zh}` };
    this.all.push({ table: this.#table, id: this.#id, line: this.#line, text, isLeftOut });
  }

  leaveOut(en: string, zh: string): undefined {
    this.add(en, zh, true);
    return undefined;
  }
}

export const clip = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
};
