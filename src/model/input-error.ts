// What is wrong with something a person handed in: one sentence with file, place, value and expectation.

export interface Place {
  /** File name as the person gave it. */
  readonly file: string;
  /** Line, JSON path or byte offset inside the file, e.g. `CityObjects.B-12.geometry[0]` or `line 42`. */
  readonly at?: string;
}

/** What a program can do something about: ask for the coordinate reference system and try again. */
export type InputErrorCode = 'crs-missing';

/** Thrown at a border when input can't be read; its message is one sentence fit to show to the person. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly place: Place;
  readonly code: InputErrorCode | undefined;

  constructor(
    place: Place,
    sentence: string,
    options: { cause?: unknown; code?: InputErrorCode } = {},
  ) {
    super(
      place.at ? `${place.file}, ${place.at}: ${sentence}` : `${place.file}: ${sentence}`,
      options,
    );
    this.place = place;
    this.code = options.code;
  }
}
