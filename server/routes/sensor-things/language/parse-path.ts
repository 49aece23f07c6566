// The path of a resource (18-088 §9.2): `/Things(1)/Datastreams(2)/Observations/$ref`.

import { QueryError } from '../query-error.ts';

export interface PathStep {
  readonly name: string;
  /** Between parentheses, without quotes. */
  readonly id?: string;
}

const LONGEST = 2000;
const MOST_STEPS = 30;
const STEP = /^([\p{L}\p{N}_$@.:-]+)(?:\((?:'((?:[^']|'')*)'|(-?\d{1,15}))\))?$/u;

/** `path` is what stands behind the version, not decoded; empty for the service document. */
export function parsePath(path: string): PathStep[] {
  if (path.length > LONGEST) {
    throw new QueryError(
      `The path has ${path.length} characters; expected at most ${LONGEST}.`,
      414,
    );
  }
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length > MOST_STEPS) {
    throw new QueryError(
      `The path has ${parts.length} steps; expected at most ${MOST_STEPS}.`,
      414,
    );
  }
  return parts.map((part) => {
    let text: string;
    try {
      text = decodeURIComponent(part);
    } catch {
      throw new QueryError(`“${part.slice(0, 40)}” is not percent-encoded as a URL must be.`);
    }
    const found = STEP.exec(text);
    if (!found) {
      throw new QueryError(
        `The path has “${text.slice(0, 40)}” in it; expected a name, or a name and an id as in Things(1).`,
      );
    }
    const [, name = '', quoted, number] = found;
    const id = quoted?.replaceAll("''", "'") ?? number;
    return id === undefined ? { name } : { name, id };
  });
}
