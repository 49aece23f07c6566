// An expected outcome that may be a failure: a bad file, an unknown street. Bugs are thrown instead.

export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Failure };

export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const failure = <Failure>(reason: Failure): Result<never, Failure> => ({
  ok: false,
  reason,
});
