// EPANET 2.3.5 through epanet-js 0.9, without what its binding does beside: warnings of a step become codes that can
// be read instead of lines on the console, errors keep their code. Numbers that its types of 2.2 lack stand here,
// after the toolkit's EN_NodeProperty, EN_LinkProperty and EN_Option.

import { Project, Workspace } from 'epanet-js';

/** What values on screen say they come from. */
export const ENGINE = 'EPANET 2.3.5';

/** What runs out of the node's emitter. */
export const NODE_EMITTER_FLOW: number = 29;
/** What customers get, and what they ask for. */
export const NODE_DELIVERED: number = 31;
export const NODE_FULL_DEMAND: number = 32;
/** FAVAD: mm² a hundred metres, and how much wider for each metre of pressure. */
export const LINK_LEAK_AREA: number = 26;
export const LINK_LEAK_EXPANSION: number = 27;
export const LINK_LEAKAGE: number = 28;
/** Whether emitters drink where pressure is negative. */
export const OPTION_EMITTER_BACKFLOW: number = 24;
export const OPTION_PRESSURE_UNITS: number = 25;
export const PRESSURE_METRES = 2;

/** EPANET refused or could not go on. */
export class EpanetError extends Error {
  override readonly name: string = 'EpanetError';
  /** Number of the toolkit's list of errors, e.g. 110. */
  readonly code: number;
  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

export interface Engine {
  readonly workspace: Workspace;
  readonly project: Project;
  /** Warning codes since it was last asked. */
  takeWarnings(): number[];
}

export async function createEngine(): Promise<Engine> {
  const workspace = new Workspace();
  await workspace.loadModule();
  const project = new Project(workspace);
  let warnings: number[] = [];
  // The binding hands every code to this one method of its own.
  Object.assign(project, {
    _checkError(code: number): void {
      if (code === 0) return;
      if (code >= 100) throw new EpanetError(code, sentenceOf(workspace, code));
      warnings.push(code);
    },
  });
  return {
    workspace,
    project,
    takeWarnings() {
      const taken = warnings;
      warnings = [];
      return taken;
    },
  };
}

function sentenceOf(workspace: Workspace, code: number): string {
  const words = workspace.getError(code).replace(/^Error \d+:\s*/i, '');
  return `EPANET says: ${words} (error ${code})`;
}

/** Files that EPANET leaves in its memory after runs that keep hydraulics or quality: `/enXXXXXX`. */
export function clearScratchFiles({ workspace }: { readonly workspace: Workspace }): void {
  const files = fileSystemOf(workspace);
  for (const name of files.readdir('/')) {
    if (/^en\w{6}$/.test(name)) files.unlink(`/${name}`);
  }
}

interface FileSystem {
  readdir(path: string): readonly string[];
  unlink(path: string): void;
}

const fileSystemOf = (workspace: Workspace): FileSystem =>
  (workspace.instance as unknown as { readonly FS: FileSystem }).FS;
