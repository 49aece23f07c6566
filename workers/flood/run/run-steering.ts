// What a run is steered by: its scenario as it stands, what was done when, and what is still to be done again.

import type { FloodScenario } from '#features/flood/contract.ts';
import type { LoggedSteering } from '../protocol.ts';
import type { PreparedRun } from './prepare-run.ts';
import { hasPart, steerScenario } from './steer-scenario.ts';

type Forcing = PreparedRun['forcing'];

export class RunSteering {
  readonly #run: string;
  readonly #log: LoggedSteering[] = [];
  #scenario: FloodScenario;
  #todo: readonly LoggedSteering[];

  constructor(run: string, scenario: FloodScenario, todo: readonly LoggedSteering[]) {
    this.#run = run;
    this.#scenario = scenario;
    this.#todo = todo;
  }

  get scenario(): FloodScenario {
    return this.#scenario;
  }
  get log(): readonly LoggedSteering[] {
    return this.#log;
  }
  /** When something is done again next, s of the run; infinite where nothing is. */
  get nextS(): number {
    return this.#todo[0]?.timeS ?? Number.POSITIVE_INFINITY;
  }

  /** Throws where a part that is to go isn't there; nothing has changed then. */
  apply({ timeS, steering }: LoggedSteering, forcing: Forcing): void {
    if (steering.act === 'remove') {
      if (!hasPart(this.#scenario, steering.id)) {
        throw new Error(`Run ${this.#run} has no source or structure ${steering.id}.`);
      }
      forcing.remove(steering.id);
    } else {
      for (const part of [steering.source, steering.structure]) {
        if (!part) continue;
        if (hasPart(this.#scenario, part.id)) forcing.remove(part.id);
        forcing.add(part);
      }
    }
    this.#scenario = steerScenario(this.#scenario, steering);
    this.#log.push({ timeS, steering });
  }

  /** Does again what is due by `timeS`; true where something was. */
  replay(timeS: number, forcing: Forcing): boolean {
    let isDone = false;
    for (let [next] = this.#todo; next && next.timeS <= timeS; [next] = this.#todo) {
      this.#todo = this.#todo.slice(1);
      this.apply({ timeS, steering: next.steering }, forcing);
      isDone = true;
    }
    return isDone;
  }

  /** Back to a kept state, whose log was so long: what was done since is done again at its time. */
  goBack(state: { readonly scenario: FloodScenario; readonly logged: number }): void {
    this.#todo = [...this.#log.splice(state.logged), ...this.#todo];
    this.#scenario = state.scenario;
  }
}
