// A part of the page that its server has no more, because Panopolis was updated, or that can't be fetched now.

export class PartGone extends Error {
  /** Whether the server answers: then it is of another version than this page. */
  readonly isUpdated: boolean;
  /** The next render fetches it once more. */
  readonly again: () => void;

  constructor(cause: unknown, isUpdated: boolean, again: () => void) {
    super(
      isUpdated
        ? 'Panopolis was updated since this page was opened; it lacks this part.'
        : 'The server can’t be reached for this part.',
      { cause },
    );
    this.isUpdated = isUpdated;
    this.again = again;
  }
}

/** What Chromium, Firefox, Safari and Vite say of a module or its styles that they can't fetch. */
const missing =
  /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Undefined where the part was there and failed by itself. */
export async function partGoneOf(error: unknown, again: () => void): Promise<PartGone | undefined> {
  if (!(error instanceof Error) || !missing.test(error.message)) return undefined;
  return new PartGone(error, await isServerThere(), again);
}

async function isServerThere(): Promise<boolean> {
  try {
    const { ok } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}
